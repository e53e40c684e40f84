import { defineModel } from './define-model.js';
import { fixedLifetime } from './store-lifetime.js';

/**
 * DynamoDB store for express-session: the cookie's end, else one day. Whether the table removes what is over is set up
 * outside of the code.
 */
export const connectDynamodb = defineModel({
  id: 'connect-dynamodb',
  docs: 'https://github.com/ca98am79/connect-dynamodb#readme',
  packages: ['connect-dynamodb'],
  checkedAgainst: '3.0',
  stores: [{ from: { package: 'connect-dynamodb' }, path: 'Return.New', options: 'Argument[0]', precedence: 'cookie-first', lifetime: fixedLifetime() }],
});
