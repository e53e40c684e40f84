import type { Fact, Facts } from './facts.js';
import type { Identity } from './resolved.js';
import { isAtLeast } from './tiers.js';

/** The facts whose library is known at least as well as `weakest`: what a rule that accepts no less sees. */
export function atLeast(facts: Facts, weakest: Identity): Facts {
  const isKnown = (fact: Fact): boolean => isAtLeast(fact.identity, weakest);
  return {
    scope: facts.scope,
    isTest: (file) => facts.isTest(file),
    dependenciesOf: (file) => facts.dependenciesOf(file),
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
    // Not looked for before somebody asks.
    get ends() {
      return facts.ends.filter(isKnown);
    },
    get repeatedLookUps() {
      return facts.repeatedLookUps.filter(isKnown);
    },
  };
}
