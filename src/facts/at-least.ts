import type { Fact, Facts } from './facts.js';
import type { Identity } from './resolved.js';

/** Strongest first. */
const TIERS: readonly Identity[] = ['import', 'type', 'linked', 'shape'];

/** The facts whose library is known at least as well as `weakest`: what a rule that accepts no less sees. */
export function atLeast(facts: Facts, weakest: Identity): Facts {
  const isKnown = (fact: Fact): boolean => TIERS.indexOf(fact.identity) <= TIERS.indexOf(weakest);
  return {
    ...facts,
    sessionConfigs: facts.sessionConfigs.filter(isKnown),
    writes: facts.writes.filter(isKnown),
    reads: facts.reads.filter(isKnown),
    clears: facts.clears.filter(isKnown),
    durations: facts.durations.filter(isKnown),
    flows: facts.flows.filter(isKnown),
  };
}
