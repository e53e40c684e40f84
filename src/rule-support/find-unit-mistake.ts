import type { GivenDuration } from '../facts/index.js';
import { toClockProduct } from './clock-product.js';
import { daysMeantAs, looksMistaken } from './literal-in-wrong-unit.js';
import { readAmount } from './read-amount.js';
import { statedInComment, statedInName, type Stated } from './stated-duration.js';

/** A duration or moment in a unit that the library does not read it in. */
export type UnitMistake =
  /** `is` and `meant` in milliseconds; each is absent where a factor is not known. `by`: what the given number has to be multiplied by. */
  | { readonly kind: 'other-unit'; readonly is?: number; readonly meant?: number; readonly by: number; readonly because: 'clock' | 'literal' | 'said'; readonly said?: string }
  /** Code or comment is wrong, and nobody can tell which. */
  | { readonly kind: 'contradiction'; readonly is: number; readonly said: string }
  /** 100 in the place of 1000. */
  | { readonly kind: 'hundred'; readonly is?: number }
  /** `'3600'`: a text without a unit counts as milliseconds where a number would be seconds. */
  | { readonly kind: 'bare-text'; readonly is: number; readonly text: string }
  /** `Date.now() + …` for a span. */
  | { readonly kind: 'moment-for-span' }
  /** `Date.now() + …` for a moment in seconds. */
  | { readonly kind: 'moment-in-ms' }
  /** 3600 for a moment. */
  | { readonly kind: 'span-for-moment'; readonly amount: number };

/** What a number is counted in, as milliseconds: only units of spans have one. */
const SCALES: ReadonlyMap<GivenDuration['unit'], number> = new Map([['ms', 1], ['duration:ms', 1], ['s', 1000], ['duration:jsonwebtoken', 1000], ['min', 60_000], ['h', 3_600_000], ['days', 86_400_000]]);
/** Moments before the year 2001 are spans. */
const FIRST_MOMENT = 1_000_000_000_000;
const LONGEST = 400 * 86_400_000;

/** Is the duration proven to be in another unit than the library reads? By its form, its constants' names and its comments. */
export function findUnitMistake(given: GivenDuration): UnitMistake | undefined {
  const scale = SCALES.get(given.unit);
  if (scale === undefined) return inMoment(given);
  if (given.moment !== undefined) return { kind: 'moment-for-span' };
  return inText(given) ?? inProduct(given, scale) ?? inStatement(given, scale) ?? inLiteral(given, scale);
}

function knownAmounts({ amount }: GivenDuration): readonly (number | string)[] {
  return amount.cases.flatMap((found) => (found.status === 'known' ? [found.value] : []));
}

function numbersOf(given: GivenDuration): readonly number[] {
  return knownAmounts(given).filter((value) => typeof value === 'number');
}

/** The span that is given, where it is one number in every case. */
function onlySpan(given: GivenDuration): number | undefined {
  const [only, ...others] = knownAmounts(given);
  if (only === undefined || others.length > 0) return undefined;
  const read = readAmount(only, given.unit);
  return read && 'span' in read ? read.span : undefined;
}

function inMoment(given: GivenDuration): UnitMistake | undefined {
  const seconds = given.unit === 'epoch-s' || given.unit === 'duration:jose';
  if (given.moment === 'ms' && seconds) return { kind: 'moment-in-ms' };
  if (given.moment !== undefined) return undefined;
  const amount = numbersOf(given).find((value) => {
    const read = readAmount(value, given.unit);
    return read !== undefined && 'moment' in read && value > 0 && read.moment < FIRST_MOMENT;
  });
  return amount === undefined ? undefined : { kind: 'span-for-moment', amount };
}

function inText(given: GivenDuration): UnitMistake | undefined {
  if (given.unit !== 'duration:ms' && given.unit !== 'duration:jsonwebtoken') return undefined;
  for (const value of knownAmounts(given)) {
    if (typeof value !== 'string' || !/^\d+$/.test(value)) continue;
    const is = Number(value);
    const short = given.unit === 'duration:jsonwebtoken' && is < 60_000;
    if (is > 0 && (short || looksMistaken(is, 1, given.memory))) return { kind: 'bare-text', is, text: value };
  }
  return undefined;
}

/** `60 * 60 * 24` where milliseconds are read, a factor 1000 where seconds are. An unknown factor may be the missing one. */
function inProduct(given: GivenDuration, scale: number): UnitMistake | undefined {
  const product = toClockProduct(given.factors, given.openProduct);
  if (!product) return undefined;
  const is = onlySpan(given);
  if (given.unit === 'days' && isPlausible(given.factors, is)) return undefined;
  const many = given.openProduct || given.factors.filter((factor) => factor !== 100).length > 3;
  if (product.hundred && (scale === 1 || many)) return { kind: 'hundred', ...(is === undefined ? {} : { is }) };
  const tooLarge = product.unit < scale && (scale <= 1000 ? product.unit === 1 : isFiner(given.factors, product.unit, scale));
  const tooSmall = product.unit > scale && scale === 1 && !given.openProduct;
  if (!tooLarge && !tooSmall) return undefined;
  return { kind: 'other-unit', ...(is === undefined ? {} : { is, meant: (is / scale) * product.unit }), by: product.unit / scale, because: 'clock' };
}

/** `60 * (1 / 1440)` are sixty minutes in days. */
function isPlausible(factors: readonly number[], is: number | undefined): boolean {
  return (is !== undefined && is <= LONGEST) || factors.some((factor) => !Number.isInteger(factor));
}

/** `60 * 24 * 7` is a week of minutes; `60 * 60` minutes are no one's. */
function isFiner(factors: readonly number[], unit: number, scale: number): boolean {
  return unit === 1 || scale > 60_000 || factors.filter((factor) => factor === 60).length > 1 || factors.some((factor) => factor === 3600 || factor === 86_400);
}

/** What names and comments say against what the library reads. */
function inStatement(given: GivenDuration, scale: number): UnitMistake | undefined {
  for (const name of given.names) {
    const mistake = againstName(given, scale, statedInName(name), name);
    if (mistake) return mistake;
  }
  for (const text of given.comments) {
    const mistake = againstComment(given, scale, statedInComment(text), text);
    if (mistake) return mistake;
  }
  return undefined;
}

function againstName(given: GivenDuration, scale: number, stated: Stated | undefined, name: string): UnitMistake | undefined {
  if (stated === undefined) return undefined;
  const is = onlySpan(given);
  if (stated.span === undefined) return inOtherUnit(given, scale, stated.unit, is, `\`${name}\``);
  const by = is === undefined ? undefined : unitFactor(stated.span / is);
  return is === undefined || by === undefined ? undefined : { kind: 'other-unit', is, meant: stated.span, by, because: 'said', said: `\`${name}\`` };
}

function againstComment(given: GivenDuration, scale: number, stated: Stated | undefined, text: string): UnitMistake | undefined {
  const is = onlySpan(given);
  if (stated === undefined || is === undefined || is <= 0) return undefined;
  const said = `the comment "${text}"`;
  if (stated.span === undefined) return given.factors.length === 1 ? inOtherUnit(given, scale, stated.unit, is, said) : undefined;
  const ratio = stated.span / is;
  if (Math.abs(ratio - 1) <= 0.1) return undefined;
  const by = [1000, 1 / 1000].find((factor) => Math.abs(ratio / factor - 1) <= 0.1);
  return by === undefined ? { kind: 'contradiction', is, said } : { kind: 'other-unit', is, meant: stated.span, by, because: 'said', said };
}

/** The name counts in one unit, the library in another. A number that is absurd in the name's unit says that the name is wrong. */
function inOtherUnit(given: GivenDuration, scale: number, unit: number | undefined, is: number | undefined, said: string): UnitMistake | undefined {
  if (unit === undefined || unit === scale || toClockProduct(given.factors, given.openProduct)) return undefined;
  const meant = is === undefined ? undefined : (is / scale) * unit;
  if (meant !== undefined && (meant > LONGEST || meant < 1000)) return undefined;
  return { kind: 'other-unit', ...(is === undefined || meant === undefined ? {} : { is, meant }), by: unit / scale, because: 'said', said };
}

/** 1000, 60, 1/1000 …: what lies between two units, nothing else. */
function unitFactor(ratio: number): number | undefined {
  return [1000, 60, 60_000, 1 / 1000, 1 / 60, 1 / 60_000].find((factor) => Math.abs(ratio / factor - 1) < 0.02);
}

function inLiteral(given: GivenDuration, scale: number): UnitMistake | undefined {
  if (given.factors.length > 1) return undefined;
  if (given.unit === 'days') return inDays(given, scale);
  const wrong = numbersOf(given).find((value) => looksMistaken(value, scale, given.memory));
  if (wrong === undefined) return undefined;
  const by = scale === 1 ? 1000 : 1 / scale;
  return { kind: 'other-unit', is: wrong * scale, meant: wrong * scale * by, by, because: 'literal' };
}

/** `expires: 3600` for ten years. */
function inDays(given: GivenDuration, scale: number): UnitMistake | undefined {
  for (const amount of numbersOf(given)) {
    const unit = daysMeantAs(amount);
    const by = unit && (unit === 's' ? 1000 : 1) / scale;
    if (by !== undefined) return { kind: 'other-unit', is: amount * scale, meant: amount * scale * by, by, because: 'literal' };
  }
  return undefined;
}
