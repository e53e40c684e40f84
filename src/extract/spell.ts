import type { Range, Spelling } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import type { Extraction } from './extraction.js';
import type { Node } from './node.js';
import { rangeOf, staticKey, unwrap } from './node.js';

/** Sums and products of more levels are no durations. */
const MAX_DEPTH = 12;
const MAX_NAMES = 4;
const ARITHMETIC: ReadonlySet<string> = new Set(['*', '/', '+', '-', '**']);
/** Names that people give to constants; of those that other files declare nothing else is known. */
const CONSTANT = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/;

/** Note how a number is written that is given to the property, assignment, constant or call at `of`. */
export function spell(x: Extraction, node: Node, of: Range, to: Pick<Spelling, 'argument' | 'constant'> = {}): void {
  const inner = unwrap(node);
  if (!isAmount(x, inner, 0)) return;
  const at = rangeOf(inner);
  if (x.spellings.has(at[0])) return;
  x.spellings.set(at[0], { at, of, ...to, ...constantsOf(x, inner), ...(isPlain(inner, 0) ? { plain: true as const } : {}) });
}

/** All of them in source order, with the constants of this file that others may import. */
export function closeSpellings(x: Extraction): readonly Spelling[] {
  for (const [value, of] of x.assigned) spell(x, value, of);
  for (const [id, init] of x.initials) if (id.type === 'Identifier' && CONSTANT.test(id.name)) spell(x, init, rangeOf(id), { constant: id.name });
  return [...x.spellings.values()].sort((a, b) => a.at[0] - b.at[0]);
}

/** Numbers, texts of digits, arithmetic, and names of such. */
function isAmount(x: Extraction, node: Node, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  switch (node.type) {
    case 'Literal': return typeof node.value === 'number' || (typeof node.value === 'string' && /^\d{1,15}$/.test(node.value));
    case 'UnaryExpression': return isAmount(x, unwrap(node.argument), depth + 1);
    case 'BinaryExpression': return ARITHMETIC.has(node.operator) && (isAmount(x, unwrap(node.right), depth + 1) || isAmount(x, unwrap(node.left), depth + 1));
    case 'LogicalExpression': return isAmount(x, unwrap(node.right), depth + 1) || isAmount(x, unwrap(node.left), depth + 1);
    case 'ConditionalExpression': return isAmount(x, unwrap(node.consequent), depth + 1) || isAmount(x, unwrap(node.alternate), depth + 1);
    case 'Identifier': return isConstant(x, node, node.name);
    case 'MemberExpression': {
      const key = staticKey(node.property, node.computed);
      return key !== undefined && CONSTANT.test(key);
    }
    default: return false;
  }
}

function isConstant(x: Extraction, node: Node, name: string): boolean {
  const value = x.table.get(evaluate(x, node));
  if (value.k === 'literal') return typeof value.value === 'number';
  return value.k === 'op' ? ARITHMETIC.has(value.op) : value.k === 'import' && CONSTANT.test(name);
}

function constantsOf(x: Extraction, node: Node): Pick<Spelling, 'names' | 'declared'> {
  const names: string[] = [];
  const declared: Range[] = [];
  for (let at: Node | undefined = node; at?.type === 'Identifier' && names.length < MAX_NAMES;) {
    const variable = x.names.of(at);
    if (!variable) break;
    names.push(at.name);
    const [id, ...others] = x.names.bindingsOf(variable);
    const init: Node | undefined = id && others.length === 0 ? x.initials.get(id) : undefined;
    if (id && init) declared.push([rangeOf(id)[0], rangeOf(init)[1]]);
    at = init && unwrap(init);
  }
  return { names, declared };
}

function isPlain(node: Node, depth: number): boolean {
  const inner = unwrap(node);
  if (inner.type !== 'BinaryExpression') return inner.type === 'Literal';
  return depth <= MAX_DEPTH && inner.operator === '*' && isPlain(inner.right, depth + 1) && isPlain(inner.left, depth + 1);
}
