import { contains, methodOf, nameOf, type Change, type Node, type Source } from './source.js';

type Operator = (source: Source, region: readonly Node[]) => Change[];

/** `sessions.delete(id)` anywhere in the file → gone. */
const dropDelete: Operator = (source, region) => {
  const declared = region[0] && (region[0]['declarations'] as Node[] | undefined)?.[0];
  const name = declared && nameOf(declared['id']);
  if (name === undefined) return [];
  const calls = source.nodes.filter((node) => node.type === 'CallExpression' && methodOf(node) === 'delete' && nameOf((node['callee'] as Node)['object']) === name);
  return calls.length === 0 ? [] : [{ edits: calls.map(({ start, end }) => ({ start, end, text: 'void 0' })) }];
};

/** `[...seen, id].slice(-20)` → `[...seen, id]`. */
const dropSlice: Operator = (source, region) => calls(source, region, 'slice').map((call) => {
  const { end } = (call['callee'] as Node)['object'] as Node;
  return { edits: [{ start: end, end: call.end, text: '' }] };
});

/** `seen.push(id); seen.splice(…)` → `seen.push(id);`, and likewise what shifts. */
const dropCut: Operator = (source, region) => {
  const [push] = calls(source, region, 'push');
  const list = push && textOf(source, (push['callee'] as Node)['object'] as Node);
  const cuts = source.nodes.filter((node) => node.type === 'CallExpression' && /^(?:splice|shift)$/.test(methodOf(node) ?? '') && textOf(source, (node['callee'] as Node)['object'] as Node) === list);
  return cuts.length === 0 ? [] : [{ edits: cuts.map(({ start, end }) => ({ start, end, text: 'void 0' })) }];
};

/** `if (list.length < 9) list.push(x);` → `list.push(x);` */
const dropLimit: Operator = (source, region) => source.nodes
  .filter((node) => node.type === 'IfStatement' && /\.(?:length|includes|some|find|indexOf)\b/.test(textOf(source, node['test'] as Node)) && calls(source, [node], 'push').some((push) => region[0] !== undefined && (contains(region[0], push) || contains(node, region[0]))))
  .map((node) => ({ edits: [{ start: node.start, end: (node['consequent'] as Node).start, text: '' }] }));

function calls(source: Source, region: readonly Node[], method: string): readonly Node[] {
  return source.nodes.filter((node) => node.type === 'CallExpression' && methodOf(node) === method && region.slice(0, 1).some((part) => contains(part, node)));
}

function textOf(source: Source, { start, end }: Node): string {
  return source.text.slice(start, end);
}

/** What lets things grow that were bounded. */
export const growthOperators = { dropDelete, dropSlice, dropCut, dropLimit };
