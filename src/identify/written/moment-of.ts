import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';

/** A sum in which the present moment stands, and what is added to it. */
export interface Moment {
  /** What the present moment is counted in. */
  readonly in: 'ms' | 's';
  readonly added: Term;
}

/** `Date.now() + x`, `new Date().getTime() + x`, `Math.floor(Date.now() / 1000) + x`. */
export function momentOf(linked: Linked, term: Term): Moment | undefined {
  const { value } = term;
  if (value.k !== 'op' || value.op !== '+' || value.of.length !== 2) return undefined;
  const [left, right] = value.of.map((id) => linked.beside(term, id));
  if (!left || !right) return undefined;
  const [before, behind] = [nowIn(linked, left), nowIn(linked, right)];
  if (before) return { in: before, added: right };
  return behind && { in: behind, added: left };
}

function nowIn(linked: Linked, term: Term): Moment['in'] | undefined {
  const { value } = term;
  if (isNow(linked, term)) return 'ms';
  if (value.k === 'op' && value.op === '/') {
    const [left, right] = value.of.map((id) => linked.beside(term, id));
    return left && isNow(linked, left) && right?.value.k === 'literal' && right.value.value === 1000 ? 's' : undefined;
  }
  const [first] = value.k === 'call' ? value.args : [];
  if (value.k !== 'call' || first === undefined || !/^(?:floor|round|ceil|trunc)$/.test(method(linked, term, 'Math') ?? '')) return undefined;
  return nowIn(linked, linked.beside(term, first)) === 's' ? 's' : undefined;
}

function isNow(linked: Linked, term: Term): boolean {
  if (method(linked, term, 'Date') === 'now') return true;
  if (term.value.k === 'op' && term.value.op === '+' && term.value.of.length === 1) return term.value.of.some((id) => isNewDate(linked, linked.beside(term, id)));
  const callee = term.value.k === 'call' ? linked.beside(term, term.value.callee) : undefined;
  return callee?.value.k === 'member' && (callee.value.key === 'getTime' || callee.value.key === 'valueOf') && isNewDate(linked, linked.beside(callee, callee.value.of));
}

function isNewDate(linked: Linked, term: Term): boolean {
  const callee = term.value.k === 'new' && term.value.args.length === 0 ? linked.beside(term, term.value.callee).value : undefined;
  return callee?.k === 'global' && callee.name === 'Date';
}

/** The method of a global object that is called: `now` for `Date.now()`. */
function method(linked: Linked, term: Term, object: string): string | undefined {
  const callee = term.value.k === 'call' ? linked.beside(term, term.value.callee) : undefined;
  if (callee?.value.k !== 'member' || typeof callee.value.key !== 'string') return undefined;
  const of = linked.beside(callee, callee.value.of).value;
  return of.k === 'global' && of.name === object ? callee.value.key : undefined;
}
