import { contains, methodOf, nameOf, type Change, type Node, type Source } from './source.js';

type Operator = (source: Source, region: readonly Node[]) => Change[];

/** Calls that keep sessions in memory when they are given no store. */
const KEEPS_SESSIONS = /^(?:session|lazySession|Botkit)$/;
const STORE = /^(?:store|storage)$/;
/** Checkpointers that outlive the process. */
const DURABLE_SAVER = /\b(?:Postgres|Sqlite|Redis|MongoDB)Saver\b/;
const FILE = /^(?:file:)?(?:\.\/)?[\w-]+\.(?:db|sqlite)$/;

/** `session({ store, secret })` → `session({ secret })`. */
const dropStore: Operator = (source, region) => storesIn(source, region).map((property) => ({ edits: [dropListItem(source, property)] }));

/** `session({ store: new RedisStore({ client }) })` → `session({ store: new Map() })`. */
const swapStore: Operator = (source, region) =>
  storesIn(source, region)
    .filter((property) => property['shorthand'] !== true)
    .map((property) => {
      const { start, end } = property['value'] as Node;
      return { edits: [{ start, end, text: 'new Map()' }] };
    });

/** `PostgresSaver.fromConnString(url)` → `new MemorySaver()`. */
const swapSaver: Operator = (source, region) =>
  nodesIn(source, region, /^(?:Call|New)Expression$/)
    .filter((node) => /\bMemorySaver\b/.test(source.text) && DURABLE_SAVER.test(calleeOf(source, node)))
    .map(({ start, end }) => ({ edits: [{ start, end, text: 'new MemorySaver()' }] }));

/** `url ? durable : memory`, `durable ?? memory` and `durable || memory` → `memory`. */
const dropChoice: Operator = (source, region) => [
  ...nodesIn(source, region, /^ConditionalExpression$/).map((choice) => keepOnly(source, choice, choice['alternate'] as Node)),
  ...nodesIn(source, region, /^LogicalExpression$/).map((choice) => keepOnly(source, choice, choice['right'] as Node)),
];

/** `'file:./mastra.db'` → `':memory:'`. */
const forgetFile: Operator = (source, region) =>
  nodesIn(source, region, /^Literal$/)
    .filter((literal) => FILE.test(String(literal['value'])))
    .map(({ start, end }) => ({ edits: [{ start, end, text: "':memory:'" }] }));

function calleeOf(source: Source, call: Node): string {
  const { start, end } = call['callee'] as Node;
  return source.text.slice(start, end);
}

function storesIn(source: Source, region: readonly Node[]): Node[] {
  return nodesIn(source, region, /^Property$/).filter((property) => {
    const options = source.parents.get(property);
    const call = options && source.parents.get(options);
    return STORE.test(nameOf(property['key']) ?? '') && call !== undefined && /^(?:Call|New)Expression$/.test(call.type) && KEEPS_SESSIONS.test(methodOf(call) ?? '');
  });
}

function nodesIn(source: Source, region: readonly Node[], type: RegExp): Node[] {
  return source.nodes.filter((node) => type.test(node.type) && region.some((part) => contains(part, node)));
}

function keepOnly(source: Source, { start, end }: Node, kept: Node): Change {
  return { edits: [{ start, end, text: source.text.slice(kept.start, kept.end) }] };
}

function dropListItem(source: Source, { start, end }: Node): Change['edits'][number] {
  const comma = /^\s*,/.exec(source.text.slice(end));
  return { start, end: end + (comma?.[0].length ?? 0), text: '' };
}

/** What breaks code that lets session data outlive the process. */
export const storeOperators = { dropStore, swapStore, swapSaver, dropChoice, forgetFile };
