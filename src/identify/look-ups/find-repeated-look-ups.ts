import type { Arm, RepeatedLookUp } from '../../facts/index.js';
import { operandsOf } from '../../facts/operands.js';
import { relatePoints } from '../../facts/relate.js';
import type { Linked } from '../../link/link.js';
import type { FunctionRef, Term } from '../../link/term.js';
import { placeIn } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { LookUps } from './look-ups.js';
import { runOf } from './run-of.js';
import type { RunStep } from './run-of.js';
import { stays } from './stays.js';

const MAX_TEST_DEPTH = 6;

/** Look-ups that ask for what the function around them, or the one that calls it, has just been given. */
export function findRepeatedLookUps(context: IdentifyContext): readonly RepeatedLookUp[] {
  const lookUps = new LookUps(context);
  const found = new Map<string, RepeatedLookUp>();
  for (const file of context.linked.files.values()) {
    if (file.awaits === undefined || file.awaits.length === 0) continue;
    const asking = new Set(file.awaits.filter(({ call }) => lookUps.of(context.linked.term(file, call))).map(({ call }) => call));
    if (asking.size === 0) continue;
    for (const fn of file.functions) {
      if (fn.generator || !fn.effects.some((effect) => effect.e === 'call' && asking.has(effect.call))) continue;
      for (const repeat of repeatsIn(context, lookUps, { file, fn })) {
        const key = `${repeat.at.file} ${repeat.at.range[0]}`;
        if (!found.has(key)) found.set(key, repeat);
      }
    }
  }
  return [...found.values()];
}

function repeatsIn(context: IdentifyContext, lookUps: LookUps, ref: FunctionRef): readonly RepeatedLookUp[] {
  const steps = runOf(context, lookUps, ref);
  const first = new Map<string, RunStep[]>();
  const repeats: RepeatedLookUp[] = [];
  for (const step of steps) {
    if (step.asks === undefined) continue;
    const earlier = first.get(step.asks.key) ?? [];
    const before = earlier.findLast((one) => isRepeat(context, one, step, steps));
    if (before) repeats.push(toFact(step, before, ref));
    // What a function that is called has looked up, it may keep for itself.
    if (step.ref.fn === ref.fn) first.set(step.asks.key, [...earlier, step]);
  }
  return repeats;
}

function isRepeat(context: IdentifyContext, before: RunStep, again: RunStep, steps: readonly RunStep[]): boolean {
  if (relatePoints(before.where, again.where) !== 'before' || !runsWith(before.where.arms, again.where.arms)) return false;
  const between = steps.slice(steps.indexOf(before) + 1, steps.indexOf(again)).filter((one) => mayRunBetween(one, before, again));
  return between.every((one) => stays(context, one, before));

  /** The second runs only when the first has run, and not because it gave nothing, or failed. */
  function runsWith(outer: readonly Arm[], inner: readonly Arm[]): boolean {
    if (!outer.every(({ branch, arm }) => inner.some((one) => one.branch === branch && one.arm === arm))) return false;
    return inner.every((arm) => outer.some(({ branch }) => branch === arm.branch) || (arm.kind !== 'loop' && arm.kind !== 'catch' && !isRetry(context, arm, before.call)));
  }
}

function mayRunBetween(one: RunStep, before: RunStep, again: RunStep): boolean {
  return relatePoints(one.where, again.where) !== 'exclusive' && relatePoints(before.where, one.where) !== 'exclusive';
}

/** `if (!user) user = await findUser(id)`: asked anew because there was nothing, or something old. */
function isRetry({ linked }: IdentifyContext, { test, arm }: Arm, call: Term): boolean {
  return test !== undefined && isRetryAfter(linked, linked.beside(call, test), call, arm === 1);
}

/** @param otherwise the arm is the one where the test does not hold: what comes after `if (test) return;` is one, too */
function isRetryAfter(linked: Linked, test: Term, call: Term, otherwise: boolean): boolean {
  const { value } = test;
  const [left, right] = value.k === 'op' ? value.of.map((id) => linked.beside(test, id)) : [];
  if (left && value.k === 'op' && value.op === '!') return isRetryAfter(linked, left, call, !otherwise);
  const isNothing = right !== undefined && ((right.value.k === 'literal' && right.value.value === null) || (right.value.k === 'global' && right.value.name === 'undefined'));
  if (left && isNothing && value.k === 'op' && /^[=!]==?$/.test(value.op)) return isMadeOf(linked, left, call, 0) && otherwise === value.op.startsWith('!');
  if (!isMadeOf(linked, test, call, 0)) return false;
  const isItself = value.k === 'await' || value.k === 'any';
  return isItself ? otherwise : !otherwise;
}

function isMadeOf(linked: Linked, term: Term, call: Term, depth: number): boolean {
  return term.id === call.id || (depth < MAX_TEST_DEPTH && operandsOf(term.value).some((id) => isMadeOf(linked, linked.beside(term, id), call, depth + 1)));
}

function toFact(again: RunStep, before: RunStep, ref: FunctionRef): RepeatedLookUp {
  const { asks } = again;
  const file = again.ref.file;
  const awaited = file.awaits?.find(({ call }) => again.effect.e === 'call' && call === again.effect.call);
  const name = ref.file.awaits?.find(({ call }) => before.effect.e === 'call' && call === before.effect.call)?.name;
  const isHere = again.ref.fn === ref.fn;
  return {
    fact: 'repeated-look-up',
    at: placeIn(file, awaited?.at ?? again.effect.at),
    identity: asks?.lookUp.known === 'name' ? 'shape' : isHere ? 'import' : 'linked',
    library: asks?.lookUp.library ?? '',
    where: again.effect.where,
    words: asks?.lookUp.words ?? [],
    known: asks?.lookUp.known ?? 'name',
    first: placeIn(ref.file, before.effect.at),
    ...(isHere ? {} : { through: again.through ?? placeIn(file, again.effect.at) }),
    ...(isHere && name !== undefined ? { held: name } : {}),
  };
}
