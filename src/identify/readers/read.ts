import type { Linked } from '../../link/link.js';
import { argumentOf } from '../../link/linker.js';
import { resolveProperty, resolveTerm } from '../../link/property.js';
import type { TermCase } from '../../link/property.js';
import type { CallSite, Term } from '../../link/term.js';
import type { Read } from '../../models/library-model.js';
import { parseAccessPath } from '../access-path.js';
import type { Step } from '../access-path.js';
import { afterToken } from './after-token.js';
import { builder } from './builder.js';
import { chained } from './chained.js';
import { laterCall } from './later-call.js';
import { madeBy } from './made-by.js';
import { setUp } from './set-up.js';

/** Where a read starts: a call (paths begin with `Argument[n]`), or an options value (paths begin with `Member`). */
export interface ReadFrom {
  readonly linked: Linked;
  readonly base: Term;
  /** The call effect, for readers that look at what runs later. */
  readonly site?: CallSite;
  /** Options with which the library is set up, wherever that is; none where no such call is linked. */
  readonly setUps?: () => readonly TermCase[];
  /** Told where what is read is given: an argument of a call, or a property of an options value. */
  readonly trace?: (given: Given) => void;
}

/** Where a value is given. */
export type Given = { readonly call: Term; readonly argument: number } | { readonly owner: Term; readonly key: string };

const UNKNOWN: TermCase = { status: 'unknown', why: 'dynamic' };
const MAX_CASES = 16;
/** The fields of a schema are more than the cases of one value. */
const MAX_FIELDS = 64;

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
    case 'made-by':
      return madeBy(from, what);
    case 'builder':
      return builder(from, what);
    case 'set-up':
      return setUp(from, what.read);
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

function readPath({ linked, base, trace }: ReadFrom, path: string): readonly TermCase[] {
  let cases: readonly TermCase[] = [{ status: 'known', term: base }];
  const steps = parseAccessPath(path);
  for (const [index, step] of steps.entries()) {
    if (trace && index === steps.length - 1) for (const found of cases) if (found.status === 'known') traceStep(found.term, step, trace);
    cases = cases.flatMap((found) => (found.status === 'known' ? readStep(linked, found.term, step) : [found])).slice(0, path.includes('Member[any]') ? MAX_FIELDS : MAX_CASES);
  }
  return path === '' ? resolveTerm(linked, base) : cases;
}

function traceStep(term: Term, step: Step, trace: (given: Given) => void): void {
  if (step.step === 'argument' && typeof step.index === 'number') trace({ call: term, argument: step.index });
  if (step.step === 'member' && step.names !== 'any' && step.names[0] !== undefined) trace({ owner: term, key: step.names[0] });
}

/** One step from a value to those below it. */
function readStep(linked: Linked, term: Term, step: Step): readonly TermCase[] {
  switch (step.step) {
    case 'member':
      return step.names === 'any' ? anyProperty(linked, term) : resolveProperty(linked, term, [step.names[0] ?? '']);
    case 'argument':
      return typeof step.index === 'number' ? argumentCases(linked, term, step.index) : [UNKNOWN];
    case 'return':
      return returnCases(linked, term);
    case 'element':
      return term.value.k === 'array' && !term.value.open ? term.value.of.flatMap((id) => resolveTerm(linked, linked.beside(term, id))) : [UNKNOWN];
    default:
      return [UNKNOWN];
  }
}

/** All that an object literal holds, where it holds nothing that is not seen. */
function anyProperty(linked: Linked, term: Term): readonly TermCase[] {
  const { value } = term;
  if (value.k !== 'object' || value.open || value.spreads.length > 0) return [value.k === 'literal' ? { status: 'absent' } : UNKNOWN];
  return value.entries.flatMap((entry) => resolveTerm(linked, linked.beside(term, entry.value)));
}

/** Something that is no call, such as an object literal, has no arguments. */
function argumentCases(linked: Linked, term: Term, index: number): readonly TermCase[] {
  const { value } = term;
  if (value.k !== 'call' && value.k !== 'new') return [value.k === 'object' || value.k === 'literal' ? { status: 'absent' } : UNKNOWN];
  const argument = argumentOf(linked, term, index);
  if (argument) return resolveTerm(linked, argument);
  return [value.spreadFrom === undefined ? { status: 'absent' } : UNKNOWN];
}

/** What a function that stands there gives back: `persist((set) => ({ token: '' }))`. */
function returnCases(linked: Linked, term: Term): readonly TermCase[] {
  if (term.value.k !== 'function') return [term.value.k === 'literal' || term.value.k === 'object' ? { status: 'absent' } : UNKNOWN];
  const fn = linked.functionOf(term.file, term.value.id);
  return fn && fn.returns.length > 0 ? fn.returns.flatMap((id) => resolveTerm(linked, linked.beside(term, id))) : [UNKNOWN];
}
