import type { ValueId } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import type { Extraction } from './extraction.js';
import type { Expression, Node } from './node.js';
import { rangeOf } from './node.js';
import { spell } from './spell.js';

type Call = Extract<Expression, { type: 'CallExpression' }>;
type New = Extract<Expression, { type: 'NewExpression' }>;
type Tagged = Extract<Expression, { type: 'TaggedTemplateExpression' }>;

/** A call; `require('x')` is the module. */
export function evaluateCall(x: Extraction, node: Call): ValueId {
  return requiredModule(x, node) ?? apply(x, 'call', node);
}

export function evaluateNew(x: Extraction, node: New): ValueId {
  return apply(x, 'new', node);
}

/** `` tag`a${b}` ``: the whole template is the first argument, the substitutions are the others. */
export function evaluateTagged(x: Extraction, node: Tagged): ValueId {
  const callee = evaluate(x, node.tag);
  const args = [evaluate(x, node.quasi), ...node.quasi.expressions.map(part => evaluate(x, part))];
  return x.table.call('call', callee, args, undefined, rangeOf(node));
}

/** `'x'` in `require('x')` and `import('x')`. */
export function staticModule(x: Extraction, source: Node): ValueId | undefined {
  const specifier = staticString(source);
  return specifier === undefined ? undefined : x.table.imported(specifier, '*');
}

/** `require('x')` of the real `require`. */
export function requiredModule(x: Extraction, node: Call): ValueId | undefined {
  const [source] = node.arguments;
  if (!source || node.arguments.length !== 1 || !x.isGlobal(node.callee, 'require')) return undefined;
  return staticModule(x, source);
}

function staticString(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

function apply(x: Extraction, k: 'call' | 'new', node: Call | New): ValueId {
  const callee = evaluate(x, node.callee);
  const at = rangeOf(node);
  const args: ValueId[] = [];
  let spreadFrom: number | undefined;
  for (const argument of node.arguments ?? []) {
    if (argument.type === 'SpreadElement') {
      spreadFrom ??= args.length;
      args.push(evaluate(x, argument.argument));
    } else {
      if (spreadFrom === undefined) spell(x, argument, at, { argument: args.length });
      args.push(evaluate(x, argument));
    }
  }
  return x.table.call(k, callee, args, spreadFrom, at);
}
