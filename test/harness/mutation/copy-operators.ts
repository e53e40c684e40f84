import { contains, methodOf, nameOf, type Change, type Node, type Source } from './source.js';

type Operator = (source: Source, region: readonly Node[]) => Change[];

/** `req.session.userId = user.id` → `req.session.userId = user`. */
const keepWhole: Operator = (source, region) => storedValues(source, region).flatMap((value) => {
  const owner = value.type === 'MemberExpression' ? (value['object'] as Node) : undefined;
  return owner?.type === 'Identifier' ? [replace(source, value, owner)] : [];
});

/** `{ id: user.id, name: user.name }` → `user`. */
const keepPicked: Operator = (source, region) => storedValues(source, region).flatMap((value) => {
  if (value.type !== 'ObjectExpression') return [];
  const owners = (value['properties'] as Node[]).flatMap(({ value: picked }) => ((picked as Node | undefined)?.type === 'MemberExpression' ? [(picked as Node)['object'] as Node] : []));
  const [first] = owners;
  return first && owners.length > 1 && owners.every((owner) => nameOf(owner) === nameOf(first)) ? [replace(source, value, first)] : [];
});

/** `slots.map((slot) => slot.id)`, `slots.slice(0, 5)`, `query.select('name')`, `query.limit(5)` → what it is called on. */
const dropCall: Operator = (source, region) => source.nodes
  .filter((node) => node.type === 'CallExpression' && /^(?:map|slice|select|limit)$/.test(methodOf(node) ?? '') && isStored(source, region, node))
  .map((node) => replace(source, node, (node['callee'] as Node)['object'] as Node));

/** `findMany({ take: 5 })` → `findMany({})`, and `findById(id, 'name')` → `findById(id)`. */
const dropOption: Operator = (source, region) => source.nodes
  .filter((node) => node.type === 'CallExpression' && /^find/.test(methodOf(node) ?? '') && isStored(source, region, node))
  .flatMap((node): Change[] => {
    const [first, second] = node['arguments'] as Node[];
    const options = first?.type === 'ObjectExpression' ? (first['properties'] as Node[]).filter(({ key }) => /^(?:take|select)$/.test(nameOf(key as Node) ?? '')) : [];
    const dropped = options.map(({ start, end }) => ({ edits: [{ start, end, text: 'skip: 0' }] }));
    return first && second?.type === 'Literal' ? [...dropped, { edits: [{ start: first.end, end: second.end, text: '' }] }] : dropped;
  });

/** What the statement assigns, or hands to `JSON.stringify` on the way. */
function storedValues(source: Source, region: readonly Node[]): readonly Node[] {
  return source.nodes.filter((node) => node.type === 'AssignmentExpression' && region.slice(0, 1).some((part) => contains(part, node))).map((node) => node['right'] as Node);
}

function isStored(source: Source, region: readonly Node[], node: Node): boolean {
  return storedValues(source, region).some((value) => contains(value, node));
}

function replace(source: Source, { start, end }: Node, by: Node): Change {
  return { edits: [{ start, end, text: source.text.slice(by.start, by.end) }] };
}

/** What keeps a whole record, list or answer where a part of it was kept. */
export const copyOperators = { keepWhole, keepPicked, dropCall, dropOption };
