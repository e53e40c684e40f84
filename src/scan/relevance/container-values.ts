import type { FileSummary, ValueId } from '../../facts/index.js';
import { findCandidates, type Candidate } from '../../identify/containers/candidates.js';
import { ownerOfEntry } from '../../identify/containers/entry-owner.js';
import { Holdings } from '../../identify/containers/holdings.js';
import { collectUses, type Uses } from '../../identify/containers/uses.js';
import { link, type Linked } from '../../link/link.js';

/**
 * The values of a file that are collections of its module or of its classes, and that keep something for each session
 * or user as far as this file shows: whoever imports them, or a function that uses them, may take something out of
 * them again.
 */
export function containerValues(summary: FileSummary): ReadonlySet<ValueId> {
  const linked = link([summary], () => undefined);
  const all = findCandidates(linked, summary);
  if (all.length === 0) return new Set();
  const uses = collectUses(linked, new Holdings(linked, all), all);
  const candidates = all.filter((candidate) => mayKeep(linked, candidate, uses.get(candidate)));
  const found = new Set(candidates.flatMap(({ made }) => made));
  const fields = new Set(candidates.flatMap((candidate) => (candidate.class === undefined ? [] : [`${candidate.class} ${candidate.name}`])));
  summary.values.forEach((value, id) => {
    if (value.k !== 'member' || typeof value.key !== 'string') return;
    const owner = summary.values[value.of];
    if (owner?.k === 'this' && fields.has(`${owner.class} ${value.key}`)) found.add(id as ValueId);
  });
  return found;
}

/** Is it filled by functions, under keys of sessions or users? What is exported may be filled by those who import it. */
function mayKeep(linked: Linked, candidate: Candidate, uses: Uses | undefined): boolean {
  const additions = (uses?.additions ?? []).filter(({ where }) => where.fn !== 0);
  if (additions.length === 0) return candidate.reachable && candidate.made.every((id) => isMadeEmpty(candidate.file, id));
  if (candidate.kind === 'list') return true;
  const owner = candidate.class === undefined ? undefined : candidate.file.classes[candidate.class]?.name;
  return additions.some(({ key }) => key !== undefined && ownerOfEntry(linked, key, candidate.name, owner) !== undefined);
}

/** `new Set(RESERVED)` is a table of the program. */
function isMadeEmpty({ values }: FileSummary, id: ValueId): boolean {
  const value = values[id];
  return value?.k !== 'new' || value.args.length === 0;
}
