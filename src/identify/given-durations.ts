import type { GivenDuration, Memory } from '../facts/index.js';
import type { LifetimeRule, Read, Row } from '../models/library-model.js';
import type { Unit } from '../models/library-model.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext, MatchedCall } from './context.js';
import { linesThatCanHold } from './lifetimes.js';
import { optionsOf } from './options-of.js';
import { read } from './readers/read.js';
import type { Given, ReadFrom } from './readers/read.js';
import { toWritten } from './written/to-written.js';
import { whereGiven } from './written/where-given.js';

/** What configurations, stores and writes have in common here. */
interface ExpiringRow extends Row {
  readonly memory?: Memory;
  /** Paths of the options values; absent where lifetimes are read from the call. */
  readonly optionPaths?: readonly string[];
  readonly lifetime: readonly LifetimeRule[];
}

type Reading = Extract<LifetimeRule['then'], { readonly read: Read }>;

const CLOCKS = ['record', 'cookie', 'absolute'] as const;

/**
 * The durations and moments that the code gives to libraries, wherever a line of a model reads one. One place in the
 * source gives one fact, however many calls read it; none where they do not read it in the same unit, or where it
 * depends on a version that is not known.
 */
export function findGivenDurations(context: IdentifyContext): readonly GivenDuration[] {
  const found = new Map<string, GivenDuration | undefined>();
  for (const matched of matchCalls(context, expiringRows(context))) {
    for (const duration of givenTo(context, matched)) {
      const place = `${duration.at.file} ${duration.at.range.join()}`;
      const known = found.get(place);
      if (!found.has(place)) found.set(place, duration);
      else if (known && known.unit !== duration.unit) found.set(place, undefined);
    }
  }
  return [...found.values()].filter((duration) => duration !== undefined);
}

function expiringRows({ models }: IdentifyContext): ReturnType<typeof rowsOf<ExpiringRow>> {
  const rows = rowsOf<ExpiringRow>(models, ({ configs = [], durations = [], stores = [], writes = [] }) => [
    ...configs.map(({ options, otherOptions, ...row }) => ({ ...row, optionPaths: otherOptions === undefined ? [options] : [options, otherOptions] })),
    ...stores.map(({ options, ...row }) => ({ ...row, optionPaths: [options] })),
    ...durations,
    ...writes.map((row) => ({ ...row, lifetime: row.lifetime ?? [] })),
  ]);
  return rows.filter(({ row }) => row.lifetime.some(({ then }) => isReading(then)));
}

function isReading(then: LifetimeRule['then']): then is Reading {
  return typeof then === 'object' && 'read' in then;
}

/** Rows of several versions must read the same place in the same unit, and between them cover the version in use. */
function givenTo(context: IdentifyContext, matched: MatchedCall<ExpiringRow>): readonly GivenDuration[] {
  if (!matched.complete) return [];
  const [first = [], ...others] = [matched.match, ...matched.others].map(({ row, model }) => givenByRow(context, matched, row, model.id));
  const key = ({ at, unit }: GivenDuration): string => `${unit} ${at.file} ${at.range.join()}`;
  return others.length === 0 ? first : first.filter((one) => others.every((other) => other.some((same) => key(same) === key(one))));
}

function givenByRow(context: IdentifyContext, { site, identity }: MatchedCall<ExpiringRow>, row: ExpiringRow, library: string): readonly GivenDuration[] {
  const { linked } = context;
  const bases = row.optionPaths?.map((path) => optionsOf(context, site.call, path)) ?? [site.call];
  return bases.flatMap((base) => readings({ linked, base, site }, row.lifetime).flatMap(({ then, given }) =>
    whereGiven(linked, given).flatMap((place) => toWritten(linked, place, then.unit)).map((written): GivenDuration => ({
      fact: 'duration', identity, library, where: whereOf(site), memory: row.memory ?? 'server-session', option: then.option,
      ...written,
      at: written.at ?? placeOfSite(site),
    }))));
}

/** Each line that reads a value, with the places where that is given. */
function readings(from: ReadFrom, lifetime: readonly LifetimeRule[]): readonly { readonly then: Reading; readonly given: readonly Given[] }[] {
  const seen = new Set<string>();
  return CLOCKS.flatMap((clock) => [...linesThatCanHold(from, lifetime, clock)].flatMap(({ rule: { then } }) => {
    if (!isReading(then) || seen.has(lineOf(then))) return [];
    seen.add(lineOf(then));
    const given: Given[] = [];
    read({ ...from, trace: (one) => void given.push(one) }, then.read);
    return [{ then, given }];
  }));
}

/** Record and cookie often end with the same option. */
function lineOf({ read: where, unit }: Reading): string {
  return `${unit satisfies Unit} ${JSON.stringify(where)}`;
}
