import type { Fact, Facts } from './facts.js';
import type { Identity } from './resolved.js';
import { isAtLeast } from './tiers.js';

/** The lists of facts: all of them, so that none can be added and forgotten here. */
type FactLists = { readonly [Key in keyof Facts as Facts[Key] extends readonly Fact[] ? Key : never]: Facts[Key] };

/** The facts whose library is known at least as well as `weakest`: what a rule that accepts no less sees. */
export function atLeast(facts: Facts, weakest: Identity): Facts {
  const isKnown = (fact: Fact): boolean => isAtLeast(fact.identity, weakest);
  const known: FactLists = {
    sessionConfigs: facts.sessionConfigs.filter(isKnown),
    writes: facts.writes.filter(isKnown),
    reads: facts.reads.filter(isKnown),
    clears: facts.clears.filter(isKnown),
    saves: facts.saves.filter(isKnown),
    redirects: facts.redirects.filter(isKnown),
    escapes: facts.escapes.filter(isKnown),
    durations: facts.durations.filter(isKnown),
    flows: facts.flows.filter(isKnown),
    containers: facts.containers.filter(isKnown),
    appends: facts.appends.filter(isKnown),
  };
  return { ...facts, ...known };
}
