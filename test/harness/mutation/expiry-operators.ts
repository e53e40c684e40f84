import { bodyOf } from './region.js';
import { contains, methodOf, nameOf, type Change, type Node, type Source } from './source.js';

type Operator = (source: Source, region: readonly Node[]) => Change[];

const EXPIRY_NAME = /^(?:maxAge|expires|expireAfterSeconds|ttl|EX|PX|EXAT|PXAT|ex|px|expiration)$/;
const EXPIRY_TOKEN = /^(?:EX|PX|EXAT|PXAT)$/i;
const EXPIRING_SET = /^p?set_?ex$/i;
/** Calls whose options say how long a session or an entry lives; `static('public', { maxAge })` is about files. */
const TAKES_EXPIRY = /session|^h?set$|^set/i;
const EXPIRE = /^p?expire(?:At)?$/i;

/** `cookie: { maxAge: 5 }` → `cookie: {}`; beside a store, which has a default of its own, {@link dropStore} is the one. */
const dropProperty: Operator = (source, region) => {
  // `options.store = new RedisStore(…)`: beside a store too.
  if (/\.store\s*=/.test(textOf(source, bodyOf(source, region)))) return [];
  return propertiesIn(source, region)
    .filter((property) => EXPIRY_NAME.test(nameOf(property['key']) ?? ''))
    .filter((property) => !standsBesideStore(source, property) && !standsInNew(source, property))
    .filter((property) => TAKES_EXPIRY.test(callAround(source, property) ?? 'set'))
    .map((property) => ({ edits: [dropListItem(source, property)] }));
};

/** `set(k, v, 'EX', 60)` → `set(k, v)`. */
const dropArgument: Operator = (source, region) =>
  callsIn(source, region).flatMap((call) => {
    const args = call['arguments'] as Node[];
    const token = args.findIndex((arg) => EXPIRY_TOKEN.test(nameOf(arg) ?? ''));
    if (token < 1 || !args[token + 1]) return [];
    return [{ edits: [{ start: args[token - 1]!.end, end: args[token + 1]!.end, text: '' }] }];
  });

/** `setex(k, 60, v)` → `set(k, v)`. */
const plainSet: Operator = (source, region) =>
  callsIn(source, region).flatMap((call) => {
    const args = call['arguments'] as Node[];
    const callee = call['callee'] as Node;
    if (!EXPIRING_SET.test(methodOf(call) ?? '') || args.length !== 3) return [];
    const name = callee['property'] as Node;
    return [
      {
        edits: [
          { start: name.start, end: name.end, text: 'set' },
          { start: args[0]!.end, end: args[1]!.end, text: '' },
        ],
      },
    ];
  });

/** `await client.expire(k, 60);` after the write → gone. */
const dropLaterCall: Operator = (source, region) => {
  const body = bodyOf(source, region);
  return source.nodes
    .filter((node) => node.type === 'ExpressionStatement' && contains(body, node) && !contains(node, region[0]!))
    .filter((statement) => isExpire(statement['expression'] as Node))
    .map(({ start, end }) => ({ edits: [{ start, end, text: '' }] }));
};

/** `multi().hSet(k, v).expire(k, 60)` → `multi().hSet(k, v)`. */
const dropChainedCall: Operator = (source, region) =>
  callsIn(source, region)
    .filter((call) => isExpire(call) && isCall((call['callee'] as Node)['object'] as Node))
    .map((call) => ({ edits: [{ start: ((call['callee'] as Node)['object'] as Node).end, end: call.end, text: '' }] }));

/** `session({ store, cookie: { maxAge } })` → `session({ cookie: {} })`: the built-in store ends nothing by itself. */
const dropStore: Operator = (source, region) =>
  propertiesIn(source, region)
    .filter((property) => nameOf(property['key']) === 'store')
    .map((store) => {
      const options = source.parents.get(store)!;
      const expiries = propertiesIn(source, [options]).filter(
        (property) => EXPIRY_NAME.test(nameOf(property['key']) ?? '') && !contains(store, property),
      );
      return { edits: [store, ...expiries].map((property) => dropListItem(source, property)) };
    });

/** `new RedisStore({ client })` → `new RedisStore({ disableTTL: true, client })`. */
const disableTtl: Operator = (source, region) =>
  source.nodes
    .filter((node) => node.type === 'NewExpression' && region.some((part) => contains(part, node)))
    .filter((node) => /RedisStore|ConnectRedis/.test(methodOf(node) ?? ''))
    .flatMap((node) => {
      const options = (node['arguments'] as Node[])[0];
      if (options?.type !== 'ObjectExpression') return [];
      const written = propertiesIn(source, [options]).filter((property) => nameOf(property['key']) === 'disableTTL');
      return [
        {
          edits: [
            { start: options.start + 1, end: options.start + 1, text: ' disableTTL: true,' },
            ...written.map((property) => dropListItem(source, property)),
          ],
        },
      ];
    });

function propertiesIn(source: Source, region: readonly Node[]): Node[] {
  return source.nodes.filter((node) => node.type === 'Property' && region.some((part) => contains(part, node)));
}

function callsIn(source: Source, region: readonly Node[]): Node[] {
  return source.nodes.filter((node) => isCall(node) && region.some((part) => contains(part, node)));
}

function isCall(node: Node): boolean {
  return node.type === 'CallExpression';
}

function isExpire(expression: Node): boolean {
  const call = expression.type === 'AwaitExpression' ? (expression['argument'] as Node) : expression;
  return isCall(call) && EXPIRE.test(methodOf(call) ?? '');
}

function standsBesideStore(source: Source, property: Node): boolean {
  for (let node = source.parents.get(property); node; node = source.parents.get(node)) {
    if (node.type !== 'ObjectExpression') continue;
    if ((node['properties'] as Node[]).some((sibling) => nameOf(sibling['key']) === 'store')) return true;
  }
  return false;
}

function textOf(source: Source, { start, end }: Node): string {
  return source.text.slice(start, end);
}

/** The method of the innermost call that a node stands in. */
function callAround(source: Source, node: Node): string | undefined {
  let around = source.parents.get(node);
  while (around && !isCall(around)) around = source.parents.get(around);
  return around && methodOf(around);
}

function standsInNew(source: Source, property: Node): boolean {
  return source.parents.get(source.parents.get(property)!)?.type === 'NewExpression';
}

/** Takes an item out of a list with the comma behind it. */
function dropListItem(source: Source, { start, end }: Node): Change['edits'][number] {
  const comma = /^\s*,/.exec(source.text.slice(end));
  return { start, end: end + (comma?.[0].length ?? 0), text: '' };
}

/** What breaks code that lets session memory end. */
export const expiryOperators = { dropProperty, dropArgument, plainSet, dropLaterCall, dropChainedCall, dropStore, disableTtl };
