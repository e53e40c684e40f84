import { bodyOf } from './region.js';
import { contains, type Change, type Node, type Source } from './source.js';

type Operator = (source: Source, region: readonly Node[]) => Change[];

/** `const user = await find(id);` → `await find(id); const user = await find(id);` */
const askTwice: Operator = (source, region) => {
  const [statement] = region;
  const [only, ...others] = statement ? awaitsIn(source, statement) : [];
  if (!statement || !only || others.length > 0 || !/^(?:VariableDeclaration|ExpressionStatement)$/.test(statement.type)) return [];
  return [{ edits: [{ start: statement.start, end: statement.start, text: `await ${textOf(source, only)}; ` }] }];
};

/** The look-up once more behind its statement: `const user = await find(id);` → `const user = await find(id); await find(id);` */
const askAgain: Operator = (source, region) => {
  const [statement] = region;
  const [only, ...others] = statement ? awaitsIn(source, statement) : [];
  if (!statement || !only || others.length > 0 || !/^(?:VariableDeclaration|ExpressionStatement)$/.test(statement.type)) return [];
  return [{ edits: [{ start: statement.end, end: statement.end, text: ` console.log(await ${textOf(source, only)});` }] }];
};

/** What stands between two equal look-ups is taken away: the write, the wait. */
const dropBetween: Operator = (source, region) => {
  const [statement] = region;
  const [again] = statement ? awaitsIn(source, statement) : [];
  if (!statement || !again) return [];
  const body = bodyOf(source, region);
  const first = source.nodes.find((node) => node.type === 'VariableDeclaration' && contains(body, node) && node.end < statement.start && source.parents.get(node) === source.parents.get(statement) && awaitsIn(source, node).some((one) => textOf(source, one) === textOf(source, again)));
  if (!first) return [];
  const between = source.nodes.filter((node) => node.type === 'ExpressionStatement' && source.parents.get(node) === source.parents.get(statement) && node.start > first.end && node.end < statement.start);
  return between.length === 0 ? [] : [{ edits: between.map(({ start, end }) => ({ start, end, text: '' })) }];
};

/** The calls that a statement waits for. */
function awaitsIn(source: Source, statement: Node): readonly Node[] {
  return source.nodes.filter((node) => node.type === 'AwaitExpression' && contains(statement, node)).map((node) => node['argument'] as Node);
}

function textOf(source: Source, { start, end }: Node): string {
  return source.text.slice(start, end);
}

/** What makes code ask twice. */
export const lookUpOperators = { askTwice, askAgain, dropBetween };
