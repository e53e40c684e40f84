import type { RemovalReach } from '../../facts/index.js';
import { relatePoints } from '../../facts/relate.js';
import type { Linked } from '../../link/link.js';
import type { Candidate } from './candidates.js';
import type { Holdings } from './holdings.js';
import { testsSize } from './tests-size.js';
import type { Use, Uses } from './uses.js';
import type { WaysIn } from './ways-in.js';

/** How a removal is reached, the surest way first. */
export function reachOf(linked: Linked, holdings: Holdings, candidate: Candidate, uses: Uses, removal: Use, ways: WaysIn, additions: readonly WaysIn[]): RemovalReach {
  if (ways.triggers.has('timer')) return 'timer';
  if (ways.triggers.has('close')) return 'close';
  if (testsSize(linked, holdings, candidate, removal)) return 'cap';
  if (additions.some((addition) => follows(addition, ways))) return 'after';
  if (uses.reads.some((read) => read.within.fn === removal.within.fn) && !uses.additions.some((addition) => addition.within.fn === removal.within.fn)) return 'read';
  return ways.triggers.has('event') ? 'command' : 'unreached';
}

/** Does one run of some function put the entry there first, and take it away then? */
function follows(addition: WaysIn, removal: WaysIn): boolean {
  for (const [fn, points] of addition.points) {
    const removed = removal.points.get(fn) ?? [];
    // A module's own code runs once, and what it calls says nothing of what comes later.
    if (fn.id !== 0 && points.some((point) => removed.some((other) => relatePoints(point, other) === 'before'))) return true;
  }
  return false;
}
