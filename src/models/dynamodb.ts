import { defineModel } from './define-model.js';
import type { Row, SourceRow } from './library-model.js';

const CLIENT = { type: 'dynamodb.DocumentClient' } as const;
const SENT = { method: ['send'], argument: 0 } satisfies Row['handedTo'];
const PICKS = ['ProjectionExpression', 'AttributesToGet'];

/** What a command of the client's third generation says stands in what it was made with, that of a method in its argument. */
function items(path: string, options: string, row: Pick<Row, 'from' | 'handedTo'>): readonly SourceRow[] {
  const [one, many] = path.split('|') as [string, string];
  const picks = PICKS.map((name) => `${options}.Member[${name}]`);
  const chain = { keeps: ['promise'] };
  return [
    { ...row, path: one, gives: 'record', data: ['Member[Item]'], picks, chain },
    { ...row, path: many, gives: 'records', data: ['Member[Items]'], picks, bounds: [`${options}.Member[Limit]`], chain },
  ];
}

/** Items stand in `Item` and `Items`, with all their attributes, unless a projection names some. */
export const dynamodb = defineModel({
  id: 'dynamodb',
  docs: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-lib-dynamodb/',
  packages: ['@aws-sdk/lib-dynamodb', '@aws-sdk/client-dynamodb', 'aws-sdk'],
  checkedAgainst: '3 (read), aws-sdk 2 (read)',
  types: [
    { name: CLIENT.type, from: { package: 'aws-sdk' }, path: 'Member[DynamoDB].Member[DocumentClient].New' },
    { name: CLIENT.type, from: { package: '@aws-sdk/lib-dynamodb' }, path: 'Member[DynamoDBDocument].Member[from].Return' },
  ],
  declaredTypes: [{ package: '@aws-sdk/lib-dynamodb', name: 'DynamoDBDocument', type: CLIENT.type }],
  sources: [
    ...items('Member[get].Return|Member[query,scan].Return', 'Argument[0]', { from: CLIENT }),
    ...items('Member[GetCommand].New|Member[QueryCommand,ScanCommand].New', 'Argument[0].Argument[0]', { from: { package: '@aws-sdk/lib-dynamodb' }, handedTo: SENT }),
    ...items('Member[GetItemCommand].New|Member[QueryCommand,ScanCommand].New', 'Argument[0].Argument[0]', { from: { package: '@aws-sdk/client-dynamodb' }, handedTo: SENT }),
  ],
});
