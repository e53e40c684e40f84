import type { FileSummary, ValueId } from '../facts/index.js';
import { findCandidates } from '../identify/containers/candidates.js';
import { link } from '../link/link.js';

/**
 * The values of a file that are collections of its module or of its classes: whoever imports them, or a function that
 * uses them, may take something out of them again.
 */
export function containerValues(summary: FileSummary): ReadonlySet<ValueId> {
  const candidates = findCandidates(link([summary], () => undefined), summary);
  const found = new Set(candidates.flatMap(({ made }) => made));
  const fields = new Set(candidates.flatMap((candidate) => (candidate.class === undefined ? [] : [`${candidate.class} ${candidate.name}`])));
  summary.values.forEach((value, id) => {
    if (value.k !== 'member' || typeof value.key !== 'string') return;
    const owner = summary.values[value.of];
    if (owner?.k === 'this' && fields.has(`${owner.class} ${value.key}`)) found.add(id as ValueId);
  });
  return found;
}
