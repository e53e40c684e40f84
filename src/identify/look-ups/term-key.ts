import type { FileSummary, FunctionId, Segment, ValueId } from '../../facts/index.js';
import { contextOf } from '../../link/context-of.js';
import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import { wordsOf } from '../words-of.js';

const MAX_DEPTH = 14;
/** Functions that give the same for the same: `getUser(String(id))`. */
const PURE_FUNCTION = /^(?:String|Number|BigInt|Boolean|parseInt|parseFloat|encodeURIComponent|JSON\.stringify)$/;
const PURE_METHOD = /^(?:toString|valueOf|trim|toLowerCase|toUpperCase|toHexString)$/;
/** Classes whose instances are their argument in another form. */
const PURE_CLASS = /^ObjectI[dD]$/;

/**
 * A text that is the same for two terms that hold the same whenever one function runs once. `undefined`: that cannot
 * be told, because the value is reassigned, changed, made anew each time, or not known.
 */
export function termKey(linked: Linked, term: Term, depth = 0): string | undefined {
  const { value, file } = term;
  if (depth > MAX_DEPTH) return undefined;
  const inner = (id: ValueId): string | undefined => termKey(linked, linked.beside(term, id), depth + 1);
  switch (value.k) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'global':
      return value.name;
    case 'this':
      return `this:${file.file}`;
    case 'import':
      return `${value.from.startsWith('.') ? file.file : ''}:${value.from}:${value.name}`;
    case 'function':
      return `function:${file.file}:${value.id}`;
    case 'param': {
      const given = contextOf(term.env, file, value.fn)?.args[value.index];
      return given ? termKey(linked, given, depth + 1) : `parameter:${file.file}:${value.fn}:${value.index}`;
    }
    case 'member':
      return joined([inner(value.of), segmentKey(linked, term, value.key, depth)], '.');
    case 'await':
      return inner(value.of);
    case 'instance':
      return value.of === undefined ? undefined : inner(value.of);
    case 'any':
      return value.op === 'writes' ? undefined : around(`${value.op ?? ''}?`, value.of.map(inner));
    case 'op':
      return around(value.op, value.of.map(inner));
    case 'template':
      return around(JSON.stringify(value.quasis), value.of.map(inner));
    case 'array':
      return value.open ? undefined : around('[]', value.of.map(inner));
    case 'object':
      return value.open || value.spreads.length > 0 ? undefined : around('{}', value.entries.map((entry) => joined([entry.key, inner(entry.value)], ':')));
    case 'call':
    case 'new':
      return isPure(linked, term) ? callKey(linked, term, depth) : siteKey(term);
    default:
      return undefined;
  }
}

/** The same for two calls of the same function with the same arguments, wherever they stand. */
export function callKey(linked: Linked, call: Term, depth = 0): string | undefined {
  const { value } = call;
  if ((value.k !== 'call' && value.k !== 'new') || value.spreadFrom !== undefined || depth > MAX_DEPTH) return undefined;
  const args = value.args.map((id) => termKey(linked, linked.beside(call, id), depth + 1));
  const callee = calleeKey(linked, linked.beside(call, value.callee), depth);
  return callee === undefined ? undefined : around(callee, args);
}

/** The query that a call goes on with is told by what it says too: `from('users').select('*').eq('id', id)`. */
function calleeKey(linked: Linked, callee: Term, depth: number): string | undefined {
  const { value } = callee;
  if (value.k === 'member' && typeof value.key === 'string') {
    const receiver = linked.beside(callee, value.of);
    const before = receiver.value.k === 'call' ? callKey(linked, receiver, depth + 1) : termKey(linked, receiver, depth + 1);
    return joined([before, value.key], '.');
  }
  const [only, ...others] = linked.functionsOf(callee);
  if (only && others.length === 0) return `function:${only.file.file}:${only.fn.id}`;
  return termKey(linked, callee, depth + 1);
}

function isPure(linked: Linked, call: Term): boolean {
  const { value } = call;
  if (value.k !== 'call' && value.k !== 'new') return false;
  const callee = linked.beside(call, value.callee);
  const words = wordsOf(linked, callee);
  const name = words.at(-1) ?? '';
  if (value.k === 'new') return PURE_CLASS.test(name);
  return callee.value.k === 'member' && PURE_METHOD.test(name) ? true : PURE_FUNCTION.test(words.join('.'));
}

/** A result that is kept in a variable is one value wherever it is used. Another call of the function around it has its own. */
function siteKey({ file, id, value, env }: Term): string | undefined {
  if (!('at' in value)) return undefined;
  return `at:${file.file}:${value.at.join('-')}:${contextOf(env, file, callersOf(file).get(id))?.id ?? 0}`;
}

const callers = new WeakMap<FileSummary, ReadonlyMap<ValueId, FunctionId>>();

/** The functions that calls of a file stand in. */
function callersOf(file: FileSummary): ReadonlyMap<ValueId, FunctionId> {
  let index = callers.get(file);
  if (!index) callers.set(file, (index = new Map(file.functions.flatMap((fn) => fn.effects.flatMap((effect) => (effect.e === 'call' ? [[effect.call, fn.id] as const] : []))))));
  return index;
}

function segmentKey(linked: Linked, term: Term, key: Segment, depth: number): string | undefined {
  if (typeof key === 'string') return key;
  if ('dynamic' in key) return termKey(linked, linked.beside(term, key.dynamic), depth + 1);
  return 'element' in key ? '*' : undefined;
}

function around(what: string, parts: readonly (string | undefined)[]): string | undefined {
  const inside = joined(parts, ',');
  return inside === undefined ? undefined : `${what}(${inside})`;
}

function joined(parts: readonly (string | undefined)[], by: string): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(by);
}
