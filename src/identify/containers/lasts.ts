import type { Linked } from '../../link/link.js';
import { whereOf } from '../context.js';
import { isUnderEnvironmentGuard } from '../environment.js';
import type { Candidate } from './candidates.js';
import { findWaysIn } from './ways-in.js';
import type { HowRun } from './how-run.js';

/**
 * How long a container lasts: as long as the process, as long as one request, or as long as an instance that nobody is
 * seen to make. `development`: its instance is what is left where nothing better is configured.
 */
export type Lasting = 'process' | 'request' | 'development' | 'unknown';

/** Modules last as long as the process, instances as long as who made them. */
export function lastingOf(linked: Linked, how: HowRun, candidate: Candidate): Lasting {
  if (candidate.class === undefined || candidate.static === true) return 'process';
  return lastingOfClass(linked, how, candidate.file.file, candidate.class, new Set());
}

function lastingOfClass(linked: Linked, how: HowRun, file: string, id: number, seen: Set<string>): Lasting {
  const key = `${file}\0${id}`;
  if (seen.has(key) || seen.size > 8) return 'unknown';
  seen.add(key);
  const found = linked.callSites.flatMap((site): readonly Lasting[] => {
    const { value } = site.call;
    if (value.k !== 'new') return [];
    const makes = linked.views(linked.beside(site.call, value.callee)).some((view) => view.value.k === 'class' && view.file.file === file && view.value.id === id);
    if (!makes) return [];
    if (isUnderEnvironmentGuard(linked, site.call.file, whereOf(site))) return ['development'];
    const { fn } = site.within;
    const owner = site.call.file.classes.find(({ at }) => at[0] <= (value.at[0]) && value.at[1] <= at[1]);
    // A field of another class lasts as long as that.
    if (owner && (fn.id === 0 || fn.name === 'constructor')) return [owner.id === id ? 'unknown' : lastingOfClass(linked, how, site.call.file.file, owner.id, seen)];
    if (fn.id === 0) return ['process'];
    const ways = findWaysIn(how, site.within, whereOf(site));
    if (ways.triggers.size > 0) return ['request'];
    return [ways.atStart ? 'process' : 'unknown'];
  });
  if (found.includes('process')) return 'process';
  if (found.includes('unknown') || found.length === 0) return 'unknown';
  return found.includes('request') ? 'request' : 'development';
}
