import { contains, methodOf, type Change, type Node, type Source } from './source.js';

type Operator = (source: Source, region: readonly Node[]) => Change[];

/** What is harmless becomes a password: `setItem('theme', theme)` → `setItem('password', form.password)`. */
const storePassword: Operator = (source, region) => storeInstead(source, region, 'password');

/** The same with a second-factor secret. */
const storeTotpSecret: Operator = (source, region) => storeInstead(source, region, 'totpSecret');

/** The same with a card number, which only a server may keep: browser storage alone. */
const storeCardNumber: Operator = (source, region) => storeInstead(source, region, 'cardNumber', true);

function storeInstead(source: Source, region: readonly Node[], name: string, browserOnly = false): Change[] {
  const inRegion = source.nodes.filter((node) => region.slice(0, 1).some((part) => contains(part, node)));
  return [
    ...inRegion.filter((node) => isSetItem(node)).map((call) => replaceArguments(call, name)),
    ...inRegion.filter((node) => isMemoryAssignment(source, node, browserOnly)).map((node) => replaceAssigned(node, name)),
  ];
}

function isSetItem(node: Node): boolean {
  return node.type === 'CallExpression' && methodOf(node) === 'setItem' && (node['arguments'] as Node[]).length === 2;
}

function replaceArguments(call: Node, name: string): Change {
  const [key, value] = call['arguments'] as [Node, Node];
  return {
    edits: [
      { start: key.start, end: key.end, text: `'${name}'` },
      { start: value.start, end: value.end, text: `form.${name}` },
    ],
  };
}

function isMemoryAssignment(source: Source, node: Node, browserOnly: boolean): boolean {
  if (node.type !== 'AssignmentExpression') return false;
  const target = node['left'] as Node;
  if (target.type !== 'MemberExpression' || target['computed'] === true) return false;
  const written = source.text.slice(target.start, target.end);
  return (browserOnly ? /^(?:window\.)?(?:local|session)Storage\./ : /\bsession\b|Storage\.|wizard\.state/).test(written);
}

function replaceAssigned(assignment: Node, name: string): Change {
  const property = (assignment['left'] as Node)['property'] as Node;
  const value = assignment['right'] as Node;
  return {
    edits: [
      { start: property.start, end: property.end, text: name },
      { start: value.start, end: value.end, text: `form.${name}` },
    ],
  };
}

/** What breaks code that stores nothing sensitive. */
export const sensitiveOperators = { storePassword, storeTotpSecret, storeCardNumber };
