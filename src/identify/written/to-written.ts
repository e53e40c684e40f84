import type { Case, GivenDuration, Place, Range } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import { resolveTerm } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { Unit } from '../../models/library-model.js';
import { resolveNumber } from '../durations.js';
import { commentsAt } from './comments-at.js';
import { factorsOf } from './factors-of.js';
import { momentOf } from './moment-of.js';
import { namesOf } from './names-of.js';
import type { GivenPlace } from './where-given.js';

/** What is known of an expression that is given as a duration or moment. */
export type Written = Pick<GivenDuration, 'at' | 'unit' | 'amount' | 'factors' | 'openProduct' | 'names' | 'expression' | 'plain' | 'moment' | 'comments'>;

/** Reads the expression that stands at a place; nothing where nothing of it is known, not even its name. */
export function toWritten(linked: Linked, place: GivenPlace, unit: Unit): readonly Written[] {
  const span = unit === 'date' ? spanOfDate(linked, place.term) : undefined;
  if (unit === 'date' && !span) return [];
  const term = span ?? place.term;
  const { names, comments } = namesOf(linked, place);
  const { factors, open } = factorsOf(linked, term);
  const moment = momentIn(linked, term);
  const whole = span === undefined ? place.spelling : undefined;
  return [{
    at: place.at,
    // What is added to the present moment of a date is in milliseconds.
    unit: span ? 'ms' : unit,
    amount: { cases: amountsOf(linked, term, place.at) },
    factors,
    openProduct: open,
    names,
    ...(whole ? { expression: { file: place.at.file, range: whole.at } } : {}),
    ...(whole?.plain ? { plain: true as const } : {}),
    ...(moment ? { moment } : {}),
    comments: [...new Set([...commentsBeside(place), ...comments])],
  }];
}

/** `x` of `new Date(Date.now() + x)`. */
function spanOfDate(linked: Linked, term: Term): Term | undefined {
  const [only, ...others] = resolveTerm(linked, term);
  if (only?.status !== 'known' || others.length > 0 || only.term.value.k !== 'new') return undefined;
  const [first] = only.term.value.args;
  const callee = linked.beside(only.term, only.term.value.callee).value;
  const moment = first !== undefined && callee.k === 'global' && callee.name === 'Date' ? momentOf(linked, linked.beside(only.term, first)) : undefined;
  return moment?.in === 'ms' ? moment.added : undefined;
}

function momentIn(linked: Linked, term: Term): 'ms' | 's' | undefined {
  for (const found of resolveTerm(linked, term)) {
    const moment = found.status === 'known' ? momentOf(linked, found.term) : undefined;
    if (moment) return moment.in;
  }
  return undefined;
}

function amountsOf(linked: Linked, term: Term, at: Place): readonly Case<number | string>[] {
  return resolveTerm(linked, term).flatMap((found): readonly Case<number | string>[] => {
    if (found.status !== 'known') return [found];
    const { value } = found.term;
    if (value.k === 'literal' && typeof value.value === 'string') return [{ status: 'known', value: value.value, at }];
    return resolveNumber(linked, found.term).map((one): Case<number> => (one.status === 'known' ? { status: 'known', value: one.value, at } : one));
  });
}

/** On the lines of a property; of an argument's own lines, and where the call ends: `set(k, v, 'EX', 60); // a minute`. */
function commentsBeside({ term, at, spelling }: GivenPlace): readonly string[] {
  const { file } = term;
  if (file.file !== at.file) return [];
  const end = spelling?.of[1] ?? at.range[1];
  const ranges: readonly Range[] = spelling?.argument === undefined && spelling?.constant === undefined ? [[spelling?.of[0] ?? at.range[0], end]] : [at.range, [end, end]];
  return ranges.flatMap((range) => commentsAt(file, range));
}
