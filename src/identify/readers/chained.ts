import { argumentOf } from '../../link/linker.js';
import { resolveTerm } from '../../link/property.js';
import type { TermCase } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { ReadFrom } from './read.js';

/** `multi().set(key, value).expire(key, 60)`: an argument of a later call on the same chain. */
export function chained({ linked, base, site, trace }: ReadFrom, methods: readonly string[], argument: number): readonly TermCase[] {
  for (const effect of site?.within.fn.effects ?? []) {
    if (effect.e !== 'call') continue;
    const call = linked.beside(base, effect.call);
    if (call.value.k !== 'call' || !isOnChain(linked, call, base)) continue;
    const callee = linked.beside(call, call.value.callee).value;
    if (callee.k !== 'member' || typeof callee.key !== 'string' || !methods.includes(callee.key)) continue;
    const found = argumentOf(linked, call, argument);
    if (!found) continue;
    trace?.({ call, argument });
    return resolveTerm(linked, found);
  }
  return [{ status: 'absent' }];
}

/** Does the receiver of `call`, or the receiver of that, come to `base`? */
function isOnChain(linked: ReadFrom['linked'], call: Term, base: Term): boolean {
  let at = call;
  for (let i = 0; i < 64; i++) {
    if (at.value.k === 'await') at = linked.beside(at, at.value.of);
    else if (at.value.k === 'call') at = linked.beside(at, at.value.callee);
    else if (at.value.k === 'member') at = linked.beside(at, at.value.of);
    else return false;
    if (at === base) return true;
  }
  return false;
}
