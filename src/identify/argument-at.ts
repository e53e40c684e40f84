import type { Linked } from '../link/link.js';
import { argumentOf } from '../link/linker.js';
import type { Term } from '../link/term.js';
import type { Read } from '../models/library-model.js';
import { parseAccessPath } from './access-path.js';

/** Index of the argument that a read such as `Argument[1]` or `Argument[0].Member[cookie]` starts from, if it starts from one. */
export function argumentIndex(what: Read | undefined): number | undefined {
  const [first] = typeof what === 'string' ? parseAccessPath(what) : [];
  return first?.step === 'argument' && typeof first.index === 'number' ? first.index : undefined;
}

/** That argument of a call as it is written, not resolved: a key that is not known still has its words. */
export function argumentAt(linked: Linked, call: Term, what: Read | undefined): Term | undefined {
  const index = argumentIndex(what);
  return index === undefined ? undefined : argumentOf(linked, call, index);
}
