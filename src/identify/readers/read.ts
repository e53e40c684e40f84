import type { Linked } from '../../link/link.js';
import { argumentOf } from '../../link/linker.js';
import { resolveProperty, resolveTerm } from '../../link/property.js';
import type { TermCase } from '../../link/property.js';
import type { CallSite, Term } from '../../link/term.js';
import type { Read } from '../../models/library-model.js';
import { parseAccessPath } from '../access-path.js';
import { afterToken } from './after-token.js';
import { chained } from './chained.js';
import { laterCall } from './later-call.js';

/** Where a read starts: a call (paths begin with `Argument[n]`), or an options value (paths begin with `Member`). */
export interface ReadFrom {
  readonly linked: Linked;
  readonly base: Term;
  /** The call effect, for readers that look at what runs later. */
  readonly site?: CallSite;
}

/** All the cases of what a model's {@link Read} names. The closed list of readers. */
export function read(from: ReadFrom, what: Read): readonly TermCase[] {
  if (typeof what === 'string') return readPath(from, what);
  switch (what.reader) {
    case 'after-token':
      return afterToken(from, what.token, what.from);
    case 'chained':
      return chained(from, what.method, what.argument);
    case 'later-call':
      return laterCall(from, what.method, what.argument);
    case 'first-of': {
      let cases: readonly TermCase[] = [{ status: 'absent' }];
      for (const one of what.reads) {
        cases = read(from, one);
        if (cases.some((found) => found.status !== 'absent')) return cases;
      }
      return cases;
    }
  }
}

function readPath({ linked, base }: ReadFrom, path: string): readonly TermCase[] {
  const steps = parseAccessPath(path);
  const [first, ...rest] = steps;
  const keys = (first?.step === 'argument' ? rest : steps).map((step) => (step.step === 'member' && step.names !== 'any' ? (step.names[0] ?? '') : ''));
  if (first?.step !== 'argument') return resolveProperty(linked, base, keys);
  const argument = typeof first.index === 'number' ? argumentOf(linked, base, first.index) : undefined;
  if (argument) return keys.length > 0 ? resolveProperty(linked, argument, keys) : resolveTerm(linked, argument);
  const spread = (base.value.k === 'call' || base.value.k === 'new') && base.value.spreadFrom !== undefined;
  return [spread ? { status: 'unknown', why: 'dynamic' } : { status: 'absent' }];
}
