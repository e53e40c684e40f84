import { bodyOf } from './region.js';
import { contains, methodOf, nameOf, type Change, type Node, type Source } from './source.js';

type Operator = (source: Source, region: readonly Node[]) => Change[];

const HAS_SESSION = /\b(?:session|req)\b/;

/** Takes away what comes after the write and has to do with the session: the save, the commit, the function that does it. */
const forgetSave: Operator = (source, region) => {
  const write = region[0]!;
  // A session that is renewed is saved by its library.
  if (renewalsIn(source).length > 0) return [];
  const later = statementsAfter(source, region).filter(({ start, end }) => HAS_SESSION.test(source.text.slice(start, end)));
  return write.type === 'ExpressionStatement' && later.length > 0 ? [{ edits: later.map(({ start, end }) => ({ start, end, text: '' })) }] : [];
};

/** `session.seat = seat; await session.save();` → `await session.save(); session.seat = seat;` */
const saveTooEarly: Operator = (source, region) => {
  const write = region[0]!;
  const saves = statementsAfter(source, region).filter((statement) => isSave(statement));
  const [save] = saves;
  if (!save || saves.length > 1 || write.type !== 'ExpressionStatement') return [];
  const text = source.text.slice(save.start, save.end);
  return [{ edits: [{ start: write.start, end: write.start, text: `${text} ` }, { start: save.start, end: save.end, text: '' }] }];
};

/** The header is made without the session: `{ 'Set-Cookie': await commitSession(session) }` → `{ 'Set-Cookie': 'seen=1' }`. */
const dropCommit: Operator = (source, region) => {
  const body = bodyOf(source, region);
  const commits = source.nodes.filter((node) => node.type === 'AwaitExpression' && contains(body, node) && /^(?:commit|destroy)Session$/.test(methodOf(node['argument'] as Node) ?? ''));
  return commits.length === 0 ? [] : [{ edits: commits.map(({ start, end }) => ({ start, end, text: `'seen=1'` })) }];
};

/** `req.session.regenerate(() => { req.session.cart = cart; })` → `req.session.cart = cart; req.session.regenerate(() => {})` */
const writeTooEarly: Operator = (source, region) => {
  const write = region[0]!;
  const renewal = renewalsIn(source).find((statement) => contains(statement, write));
  if (write.type !== 'ExpressionStatement' || !renewal) return [];
  const text = source.text.slice(write.start, write.end);
  return [{ edits: [{ start: renewal.start, end: renewal.start, text: `${text} ` }, { start: write.start, end: write.end, text: '' }] }];
};

/** Statements that are a call of `regenerate`. */
function renewalsIn(source: Source): Node[] {
  return source.nodes.filter((node) => {
    const call = node.type === 'ExpressionStatement' ? (node['expression'] as Node) : undefined;
    return call?.type === 'CallExpression' && methodOf(call) === 'regenerate';
  });
}

/** The outermost statements behind the write, in its function. */
function statementsAfter(source: Source, region: readonly Node[]): Node[] {
  const body = bodyOf(source, region);
  const later = source.nodes.filter((node) => /Statement$/.test(node.type) && node.type !== 'BlockStatement' && contains(body, node) && node.start >= region[0]!.end);
  return later.filter((node) => !later.some((outer) => outer !== node && contains(outer, node)));
}

function isSave(statement: Node): boolean {
  const awaited = statement['expression'] as Node | undefined;
  return awaited?.type === 'AwaitExpression' && methodOf(awaited['argument'] as Node) === 'save';
}

/** What breaks code that saves its sessions. */
export const saveOperators = { forgetSave, saveTooEarly, dropCommit, writeTooEarly };

const EAGER = /^(?:saveUninitialized|storeBlank)$/;

/** `{ saveUninitialized: false }` → `{}` */
const dropOption: Operator = (source, region) =>
  eagerOptions(source, region).map(({ start, end }) => ({ edits: [{ start, end: end + (/^\s*,/.exec(source.text.slice(end))?.[0].length ?? 0), text: '' }] }));

/** `{ saveUninitialized: false }` → `{ saveUninitialized: true }` */
const switchOn: Operator = (source, region) =>
  eagerOptions(source, region).map((property) => {
    const { start, end } = property['value'] as Node;
    return { edits: [{ start, end, text: 'true' }] };
  });

function eagerOptions(source: Source, region: readonly Node[]): Node[] {
  return source.nodes.filter((node) => node.type === 'Property' && region.some((part) => contains(part, node)) && EAGER.test(nameOf(node['key']) ?? ''));
}

/** What breaks code that stores a session only when something is in it. */
export const eagerOperators = { dropOption, switchOn };
