import { parseDuration } from '../facts/index.js';
import type { Unit, UnknownReason } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import { resolveTerm } from '../link/property.js';
import type { Term } from '../link/term.js';

/** One case of a number in the code. */
export type NumberCase = { readonly status: 'known'; readonly value: number; readonly term: Term } | { readonly status: 'absent' } | { readonly status: 'unknown'; readonly why: UnknownReason };

const MAX_CASES = 16;

/** Units in which a text is a duration too: `'30m'`. */
export type DurationUnit = Extract<Unit, `duration:${string}`>;

export function isDurationUnit(unit: Unit): unit is DurationUnit {
  return unit.startsWith('duration:');
}

/** What jose takes: a word for the unit is a must (`'3600'` throws), milliseconds are none, and `ago` and `-` go back. */
const JOSE = /^([+-])? ?(\d+(?:\.\d+)?) ?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|y|yrs?|years?)(?: (ago|from now))?$/i;

/** Milliseconds of a text as a library reads it, `undefined` where it is no duration: jsonwebtoken takes `'3600'` for 3.6 s. */
export function readDurationText(text: string, unit: DurationUnit): number | undefined {
  if (unit !== 'duration:jose') return parseDuration(text);
  const [, sign, amount = '', word = '', direction] = (text.length > 100 ? null : JOSE.exec(text)) ?? [];
  if (sign !== undefined && direction !== undefined) return undefined;
  const span = parseDuration(`${amount}${word}`);
  return span !== undefined && (sign === '-' || direction?.toLowerCase() === 'ago') ? -span : span;
}

/** The cases of a number: constant arithmetic is folded, `ms('30m')` and `Number('60')` are read, the rest is unknown. */
export function resolveNumber(linked: Linked, term: Term, depth = 0): readonly NumberCase[] {
  if (depth > 8) return [{ status: 'unknown', why: 'budget' }];
  return resolveTerm(linked, term)
    .flatMap((found): readonly NumberCase[] => (found.status === 'known' ? toNumber(linked, found.term, depth + 1) : [found.status === 'absent' ? { status: 'absent' } : found]))
    .slice(0, MAX_CASES);
}

function toNumber(linked: Linked, term: Term, depth: number): readonly NumberCase[] {
  const { value } = term;
  const unknown: readonly NumberCase[] = [{ status: 'unknown', why: 'dynamic' }];
  switch (value.k) {
    case 'literal':
      if (value.value === null) return [{ status: 'absent' }];
      return typeof value.value === 'number' ? [{ status: 'known', value: value.value, term }] : unknown;
    case 'global':
      return value.name === 'Infinity' ? [{ status: 'known', value: Infinity, term }] : unknown;
    case 'member':
      return isNamed(linked, term, 'Number', 'POSITIVE_INFINITY') ? [{ status: 'known', value: Infinity, term }] : unknown;
    case 'op':
      return fold(linked, term, value.op, depth);
    case 'call':
      return fromCall(linked, term, depth);
    default:
      return unknown;
  }
}

function fold(linked: Linked, term: Term, op: string, depth: number): readonly NumberCase[] {
  if (term.value.k !== 'op') return [];
  const [first] = term.value.of;
  // `+(process.env.YEARS || '10')`
  if (op === '+' && term.value.of.length === 1 && first !== undefined) return resolveNumeric(linked, linked.beside(term, first), depth);
  const sides = term.value.of.map((id) => resolveNumber(linked, linked.beside(term, id), depth));
  const [left = [], right] = sides;
  if (!right) return left.map((one) => (one.status === 'known' ? (op === '-' ? { ...one, value: -one.value } : { status: 'unknown', why: 'dynamic' }) : one));
  return left.flatMap((a) => right.map((b): NumberCase => {
    if (a.status !== 'known' || b.status !== 'known') return a.status === 'unknown' ? a : b.status === 'unknown' ? b : { status: 'unknown', why: 'dynamic' };
    const value = arithmetic(op, a.value, b.value);
    return value === undefined ? { status: 'unknown', why: 'dynamic' } : { status: 'known', value, term };
  }));
}

function arithmetic(op: string, a: number, b: number): number | undefined {
  switch (op) {
    case '*': return a * b;
    case '+': return a + b;
    case '-': return a - b;
    case '/': return a / b;
    case '**': return a ** b;
    default: return undefined;
  }
}

/** `ms('30m')`, `Number(60)`, `Math.floor(x / 1000)`. */
function fromCall(linked: Linked, term: Term, depth: number): readonly NumberCase[] {
  if (term.value.k !== 'call') return [];
  const [first] = term.value.args;
  const callee = linked.beside(term, term.value.callee);
  if (first === undefined) return [{ status: 'unknown', why: 'dynamic' }];
  const argument = linked.beside(term, first);
  if (callee.value.k === 'import' && callee.value.from === 'ms') return msText(linked, argument);
  const named = callee.value.k === 'global' && ['Number', 'parseInt', 'parseFloat'].includes(callee.value.name);
  const rounded = ['floor', 'round', 'ceil', 'trunc'].some((name) => isNamed(linked, callee, 'Math', name));
  if (!named && !rounded) return [{ status: 'unknown', why: 'dynamic' }];
  return (named ? resolveNumeric : resolveNumber)(linked, argument, depth).map((one) => (one.status === 'known' && rounded ? { ...one, value: Math.round(one.value) } : one));
}

/** As {@link resolveNumber}, with texts of digits as numbers: `Number('60')`. */
function resolveNumeric(linked: Linked, term: Term, depth: number): readonly NumberCase[] {
  return resolveTerm(linked, term).flatMap((found): readonly NumberCase[] => {
    if (found.status !== 'known') return [found.status === 'absent' ? { status: 'absent' } : found];
    const { value } = found.term;
    const text = value.k === 'literal' && typeof value.value === 'string' && /^\s*\d+(?:\.\d+)?\s*$/.test(value.value) ? Number(value.value) : undefined;
    return text === undefined ? resolveNumber(linked, found.term, depth) : [{ status: 'known', value: text, term: found.term }];
  }).slice(0, MAX_CASES);
}

function msText(linked: Linked, argument: Term): readonly NumberCase[] {
  return resolveTerm(linked, argument).map((found): NumberCase => {
    const text = found.status === 'known' && found.term.value.k === 'literal' ? found.term.value.value : undefined;
    const value = typeof text === 'string' ? parseDuration(text) : undefined;
    return value === undefined ? { status: 'unknown', why: 'dynamic' } : { status: 'known', value, term: argument };
  });
}

function isNamed(linked: Linked, term: Term, object: string, key: string): boolean {
  if (term.value.k !== 'member' || term.value.key !== key) return false;
  const of = linked.beside(term, term.value.of).value;
  return of.k === 'global' && of.name === object;
}
