import type { Linked } from '../link/link.js';
import { resolveTerm } from '../link/property.js';
import type { CallSite, Env, Term } from '../link/term.js';
import { whereOf } from './context.js';

/**
 * Can the call run in this context? In `if (ttl) set(k, v, 'EX', ttl); else set(k, v)` the second one cannot, when the
 * caller passes a `ttl`. Unknown tests can.
 */
export function isFeasible(linked: Linked, site: CallSite, env: Env): boolean {
  return whereOf(site).arms.every((arm) => {
    if (arm.kind !== 'if' || arm.test === undefined) return true;
    const truth = truthOf(linked, linked.term(site.call.file, arm.test, env), 0);
    return truth === undefined || truth === (arm.arm === 0);
  });
}

function truthOf(linked: Linked, term: Term, depth: number): boolean | undefined {
  const { value } = term;
  if (depth > 6) return undefined;
  if (value.k === 'op') {
    const [left, right] = value.of.map((id) => linked.beside(term, id));
    if (value.op === '!' && left) return negate(truthOf(linked, left, depth + 1));
    if (!left || !right) return undefined;
    if (['!==', '!='].includes(value.op) && isNothing(right)) return isPresent(linked, left);
    if (['===', '=='].includes(value.op) && isNothing(right)) return negate(isPresent(linked, left));
    return undefined;
  }
  const answers = new Set(resolveTerm(linked, term).map((found) => {
    if (found.status === 'absent') return false;
    if (found.status === 'unknown') return undefined;
    const inner = found.term.value;
    if (inner.k === 'literal') return Boolean(inner.value);
    if (inner.k === 'op' && inner.op === '*') return true;
    return inner.k === 'object' || inner.k === 'array' || inner.k === 'function' || inner.k === 'new' ? true : undefined;
  }));
  return answers.size === 1 ? [...answers][0] : undefined;
}

function isPresent(linked: Linked, term: Term): boolean | undefined {
  const statuses = new Set(resolveTerm(linked, term).map((found) => found.status));
  if (statuses.size !== 1) return undefined;
  return statuses.has('absent') ? false : statuses.has('known') ? true : undefined;
}

function isNothing(term: Term): boolean {
  return (term.value.k === 'literal' && term.value.value === null) || (term.value.k === 'global' && term.value.name === 'undefined');
}

function negate(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}
