import { argumentOf } from '../../link/linker.js';
import { resolveTerm } from '../../link/property.js';
import type { TermCase } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { ReadFrom } from './read.js';

/**
 * `await redis.set(key, value); await redis.expire(key, 60)`: an argument of another call in the same function, on a
 * key that is the same value or has the same words (`` `session:${id}` `` twice).
 */
export function laterCall({ linked, base, site, trace }: ReadFrom, methods: readonly string[], argument: number): readonly TermCase[] {
  const key = argumentOf(linked, base, 0);
  if (!site || !key) return [{ status: 'absent' }];
  for (const effect of site.within.fn.effects) {
    if (effect.e !== 'call') continue;
    const call = linked.beside(base, effect.call);
    if (call.value.k !== 'call' || call === base) continue;
    const callee = linked.beside(call, call.value.callee).value;
    if (callee.k !== 'member' || typeof callee.key !== 'string' || !methods.includes(callee.key)) continue;
    const otherKey = argumentOf(linked, call, 0);
    if (!otherKey || !sameWords(linked, key, otherKey)) continue;
    const found = argumentOf(linked, call, argument);
    if (!found) continue;
    trace?.({ call, argument });
    return resolveTerm(linked, found);
  }
  return [{ status: 'absent' }];
}

function sameWords(linked: ReadFrom['linked'], a: Term, b: Term): boolean {
  if (a === b) return true;
  const first = resolveTerm(linked, a)[0];
  const second = resolveTerm(linked, b)[0];
  if (first?.status !== 'known' || second?.status !== 'known') return false;
  if (first.term === second.term) return true;
  const x = first.term.value;
  const y = second.term.value;
  if (x.k === 'literal' && y.k === 'literal') return x.value === y.value;
  return x.k === 'template' && y.k === 'template' && x.quasis.join('\0') === y.quasis.join('\0');
}
