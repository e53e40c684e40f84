import { toMilliseconds } from '../facts/index.js';
import type { Case, Lifetime, Place, Resolved, Unit } from '../facts/index.js';
import type { TermCase } from '../link/property.js';
import type { LifetimeRule, Read, When } from '../models/library-model.js';
import { placeOf } from './place-of.js';
import { isDurationUnit, readDurationText, resolveNumber } from './durations.js';
import type { NumberCase } from './durations.js';
import { read } from './readers/read.js';
import type { ReadFrom } from './readers/read.js';
import { momentOf } from './written/moment-of.js';
import { isWrittenUndefined } from './written-undefined.js';

type Truth = 'yes' | 'no' | 'some' | 'unknown';

/**
 * Runs a model's ordered decision list for one clock. The first line whose conditions hold decides; where a condition
 * holds in some cases only, the list goes on for the others.
 */
export function resolveLifetime(from: ReadFrom, rules: readonly LifetimeRule[], clock: LifetimeRule['clock']): Resolved<Lifetime> {
  const cases: Case<Lifetime>[] = [];
  for (const { rule, truth } of linesThatCanHold(from, rules, clock)) {
    if (truth === 'unknown') cases.push({ status: 'unknown', why: 'dynamic' });
    else cases.push(...outcome(from, rule));
  }
  return { cases };
}

/** The lines for one clock that may decide; the last of them is the first whose conditions surely hold. */
export function* linesThatCanHold(from: ReadFrom, rules: readonly LifetimeRule[], clock: LifetimeRule['clock']): Generator<{ readonly rule: LifetimeRule; readonly truth: Exclude<Truth, 'no'> }> {
  for (const rule of rules) {
    if (rule.clock !== clock) continue;
    const truth = allHold(from, rule.when ?? []);
    if (truth === 'no') continue;
    yield { rule, truth };
    if (truth === 'yes') return;
  }
}

function allHold(from: ReadFrom, whens: readonly When[]): Truth {
  let truth: Truth = 'yes';
  for (const when of whens) {
    const one = holds(from, when);
    if (one === 'no') return 'no';
    if (one === 'unknown' || truth === 'unknown') truth = 'unknown';
    else if (one === 'some') truth = 'some';
  }
  return truth;
}

/** Does a model's condition hold: in all cases, none, some, or is that not known? */
export function holds(from: ReadFrom, when: When): Truth {
  if (when.is === 'undefined') {
    const written = isWrittenUndefined(from, when.read);
    return written === undefined ? 'unknown' : written ? 'yes' : 'no';
  }
  const answers = read(from, when.read).map((found) => fits(from, found, when));
  if (answers.every((answer) => answer === true)) return 'yes';
  if (answers.every((answer) => answer === false)) return 'no';
  return answers.some((answer) => answer === true) ? 'some' : 'unknown';
}

/** Does one case fit a condition? `undefined`: it cannot be known. */
function fits({ linked }: ReadFrom, found: TermCase, { is }: When): boolean | undefined {
  if (found.status === 'absent') return is === 'absent';
  if (found.status === 'unknown') return undefined;
  const { value } = found.term;
  const settled = value.k !== 'member' && value.k !== 'call' && value.k !== 'param' && value.k !== 'import';
  if (is === 'present') return settled ? true : undefined;
  if (is === 'absent') return settled ? false : undefined;
  if (is === 'number') return (value.k === 'literal' && typeof value.value === 'number') || (value.k === 'op' && ['*', '+', '-', '/'].includes(value.op)) ? true : settled ? false : undefined;
  if (is === 'function') return value.k === 'function' ? true : settled ? false : undefined;
  if (value.k === 'literal') return value.value === is;
  if (value.k === 'op' && typeof is === 'number') {
    const [only, ...others] = resolveNumber(linked, found.term);
    return only?.status === 'known' && others.length === 0 ? only.value === is : undefined;
  }
  if (value.k === 'global') return typeof is === 'number' && value.name === 'Infinity' && is === Infinity;
  // `{ ttl: 60 * 60 }` is not `true`.
  if (value.k === 'object' || value.k === 'function' || value.k === 'array' || value.k === 'new') return false;
  return typeof is === 'boolean' && value.k === 'op' && ['*', '+', '-', '/'].includes(value.op) ? false : undefined;
}

function outcome(from: ReadFrom, { then, when }: LifetimeRule): readonly Case<Lifetime>[] {
  const at = placeOf(from.base);
  if (then === 'unknown') return [{ status: 'unknown', why: 'version' }];
  if (then === 'browser-close') return [{ status: 'known', value: { ends: 'browser-close' }, at }];
  if ('ms' in then) return [{ status: 'known', value: { ends: 'after', ms: then.ms }, at }];
  if ('never' in then) {
    return [{ status: 'known', value: { ends: 'never', because: then.never, ...(then.option === undefined ? {} : { option: then.option }) }, at: optionPlace(from, when?.[0]?.read) ?? at }];
  }
  return read(from, then.read).flatMap((found): readonly Case<Lifetime>[] => {
    if (found.status === 'unknown') return [found];
    if (found.status === 'absent') return [];
    return durationCases(from, found, then);
  });
}

/** The property that a path names, `disableTTL: true`: narrower than the options around it. */
export function optionPlace(from: ReadFrom, path: Read | undefined): Place | undefined {
  const { linked, base } = from;
  if (path === undefined) return undefined;
  if (typeof path !== 'string') return path.reader === 'builder' && path.method !== undefined ? placeGiven(from, path) : undefined;
  const [owner, key] = [path.replace(/\.?Member\[[^\]]*\]$/, ''), /Member\[([^\]]*)\]$/.exec(path)?.[1]];
  const cases = owner === '' ? [{ status: 'known' as const, term: base }] : read({ linked, base }, owner);
  for (const found of cases) {
    if (found.status !== 'known') continue;
    const object = found.term.value.k === 'patched' ? linked.beside(found.term, found.term.value.of) : found.term;
    const entry = object.value.k === 'object' ? object.value.entries.find((candidate) => candidate.key === key) : undefined;
    if (entry) return { file: object.file.file, range: entry.at };
  }
  return undefined;
}

/** Where the property stands that a reader finds: `{ expires: 0 }` of `schema.index({ at: 1 }, { expires: 0 })`. */
function placeGiven(from: ReadFrom, what: Read): Place | undefined {
  const places: Place[] = [];
  read({ ...from, trace: (given) => {
    if (!('owner' in given) || given.owner.value.k !== 'object') return;
    const entry = given.owner.value.entries.find(({ key }) => key === given.key);
    if (entry) places.push({ file: given.owner.file.file, range: entry.at });
  } }, what);
  return places[0];
}

function durationCases(from: ReadFrom, found: TermCase & { status: 'known' }, then: Extract<LifetimeRule['then'], { readonly option: string; readonly read: Read }>): readonly Case<Lifetime>[] {
  const at = optionPlace(from, then.read) ?? placeOf(found.term, placeOf(from.base));
  const { value } = found.term;
  const text = value.k === 'literal' && typeof value.value === 'string' ? value.value : undefined;
  if (text !== undefined && isDurationUnit(then.unit)) {
    const ms = readDurationText(text, then.unit);
    return [ms === undefined ? { status: 'unknown', why: 'dynamic' } : { status: 'known', value: { ends: 'after', ms }, at }];
  }
  if (then.unit === 'date' || (then.unit === 'duration:jose' && value.k === 'new')) return [dateCase(from, found)];
  const moment = momentOf(from.linked, found.term);
  if (moment && MOMENTS.get(then.unit) === moment.in) return resolveNumber(from.linked, moment.added).map((one) => afterMoment(one, moment.in, at));
  return resolveNumber(from.linked, found.term).flatMap((one): readonly Case<Lifetime>[] => {
    if (one.status === 'absent') return [];
    if (one.status === 'unknown') return [one];
    if (one.value === Infinity) return [{ status: 'known', value: { ends: 'never', because: 'option', option: then.option }, at }];
    const ms = toMilliseconds(one.value, then.unit);
    return [ms === undefined ? { status: 'unknown', why: 'dynamic' } : { status: 'known', value: { ends: 'after', ms }, at }];
  });
}

/** What the number of a moment is counted in. */
const MOMENTS: ReadonlyMap<Unit, 'ms' | 's'> = new Map([['epoch-ms', 'ms'], ['epoch-s', 's'], ['duration:jose', 's']]);

/** `Math.floor(Date.now() / 1000) + 3600` ends after an hour. */
function afterMoment(added: NumberCase, unit: 'ms' | 's', at: Place): Case<Lifetime> {
  return added.status === 'known' ? { status: 'known', value: { ends: 'after', ms: added.value * (unit === 's' ? 1000 : 1) }, at } : { status: 'unknown', why: 'dynamic' };
}

/** `new Date(Date.now() + 3600 * 1000)` ends after an hour; other dates are not known. */
function dateCase({ linked }: ReadFrom, found: TermCase & { status: 'known' }): Case<Lifetime> {
  const { term } = found;
  const at = placeOf(term);
  if (term.value.k !== 'new') return { status: 'unknown', why: 'dynamic' };
  const [first] = term.value.args;
  const sum = first === undefined ? undefined : linked.beside(term, first);
  if (sum?.value.k !== 'op' || sum.value.op !== '+') return { status: 'unknown', why: 'dynamic' };
  for (const id of sum.value.of) {
    const [one] = resolveNumber(linked, linked.beside(sum, id));
    if (one?.status === 'known') return { status: 'known', value: { ends: 'after', ms: one.value }, at };
  }
  return { status: 'unknown', why: 'dynamic' };
}
