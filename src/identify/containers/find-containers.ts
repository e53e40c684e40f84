import type { Container } from '../../facts/index.js';
import { isBrowserCode } from '../is-browser-code.js';
import { isDurableWorkflow } from '../is-durable-workflow.js';
import type { IdentifyContext } from '../context.js';
import { wordsOf } from '../words-of.js';
import { findCandidates, type Candidate } from './candidates.js';
import { isKeeper, ownerOfEntry, type Owned } from './entry-owner.js';
import { Holdings } from './holdings.js';
import { HowRun } from './how-run.js';
import { lastingOf } from './lasts.js';
import { reachOf } from './removal-reach.js';
import { testsSize } from './tests-size.js';
import { collectUses, type Use, type Uses } from './uses.js';
import { findWaysIn } from './ways-in.js';

/** Collections that live as long as the process and that functions fill, with where they shrink. */
export function findContainers(context: IdentifyContext): readonly Container[] {
  const { linked } = context;
  const candidates = [...linked.files.values()].flatMap((file) => findCandidates(linked, file));
  if (candidates.length === 0) return [];
  const holdings = new Holdings(linked, candidates);
  const uses = collectUses(linked, holdings, candidates);
  const how = new HowRun(linked);
  return candidates.flatMap((candidate) => {
    const own = uses.get(candidate);
    return own && isFilled(own) ? toContainer(context, holdings, how, candidate, own) : [];
  });
}

/** By functions: what a module puts there itself is there from the start. */
function isFilled({ additions }: Uses): boolean {
  return additions.some(({ where }) => where.fn !== 0);
}

function toContainer(context: IdentifyContext, holdings: Holdings, how: HowRun, candidate: Candidate, uses: Uses): readonly Container[] {
  const { linked } = context;
  const lasting = lastingOf(linked, how, candidate);
  const owner = candidate.class === undefined ? undefined : candidate.file.classes[candidate.class]?.name;
  const owned = ownerOf(context, candidate, uses, owner);
  // A field keyed by sessions spans them, whoever makes its instance; one keyed by users may be a request's own.
  if (lasting === 'request' || lasting === 'development' || (lasting === 'unknown' && owned?.by !== 'session')) return [];
  const additions = uses.additions.filter(({ where }) => where.fn !== 0);
  const waysIn = additions.map((use) => findWaysIn(how, use.within, use.where));
  const handled = waysIn.some((ways) => ways.triggers.has('event'));
  // Who calls is not seen: then it must be a class that is there to keep things.
  if (!handled && !(owner !== undefined && isKeeper(owner) && waysIn.some((ways) => ways.open))) return [];
  const [first] = candidate.file.functions;
  if (!first) return [];
  return [{
    fact: 'container', at: candidate.at, identity: 'import', library: 'javascript', where: { fn: first.id, order: 0, arms: [], statement: candidate.at.range },
    name: candidate.name, kind: candidate.kind,
    ...(owner === undefined ? {} : { owner }),
    ...(owned ? { keyedBy: owned.by, key: owned.key, named: owned.named } : {}),
    handled,
    additions: additions.map(({ at, where, entry }) => ({ at, where, ...(entry ? { intoEntry: entry } : {}) })),
    removals: [
      ...uses.removals.map((use) => ({ at: use.at, reached: reachOf(linked, holdings, candidate, uses, use, findWaysIn(how, use.within, use.where), waysIn) })),
      ...uses.cuts.map((use) => ({ at: use.at, reached: 'cap' as const })),
    ],
    reads: uses.reads.map(({ at }) => at),
    capped: additions.every((use) => testsSize(linked, holdings, candidate, use)),
    open: uses.escapes.length > 0 || (candidate.reachable && context.scope === 'file'),
    holds: namesOfHeld(context, uses.additions),
    ...(isBrowserCode(candidate.file) ? { excuse: 'browser' as const } : isDurableWorkflow(candidate.file) ? { excuse: 'durable-workflow' as const } : {}),
  }];
}

function ownerOf({ linked }: IdentifyContext, candidate: Candidate, { additions }: Uses, owner: string | undefined): Owned | undefined {
  if (candidate.kind === 'list') return undefined;
  const found = additions.filter(({ where }) => where.fn !== 0).flatMap(({ key }) => (key ? ownerOfEntry(linked, key, candidate.name, owner) ?? [] : []));
  return found.find(({ by }) => by === 'session') ?? found[0];
}

function namesOfHeld({ linked }: IdentifyContext, additions: readonly Use[]): readonly string[] {
  return [...new Set(additions.flatMap(({ value }) => (value ? linked.views(value).flatMap((view) => (view.value.k === 'new' ? wordsOf(linked, linked.beside(view, view.value.callee)).slice(-1) : [])) : [])))];
}
