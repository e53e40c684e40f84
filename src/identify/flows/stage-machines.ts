import type { FileSummary, FunctionSummary } from '../../facts/index.js';
import { startsTogether } from '../../facts/starts-together.js';
import type { FunctionRef, Term } from '../../link/term.js';
import type { IdentifyContext } from '../context.js';
import type { SessionMemory, SessionPath } from '../session-roots.js';
import { composedEffects } from './composed-effects.js';
import type { ComposedEffect } from './composed-effects.js';
import { mayKeepStages, stageKeys } from './may-keep-stages.js';
import { isSameState, scalars, StageTests } from './stage-tests.js';
import type { StageTest } from './stage-tests.js';

/** A place of session memory that says which answer is awaited, and what runs in each of its stages. */
export interface StageMachine {
  readonly state: SessionPath;
  /** Where it is asked first which stage has been reached. */
  readonly at: ComposedEffect;
  /** In source order. Arms that only tell the stage are left out of each place. */
  readonly stages: ReadonlyMap<string, readonly ComposedEffect[]>;
}

interface Draft {
  readonly state: SessionPath;
  readonly file: FileSummary;
  readonly at: ComposedEffect;
  readonly stages: Map<string, ComposedEffect[]>;
}

type Note = (state: SessionPath, stages: readonly string[], file: FileSummary, effect: ComposedEffect) => void;

/** Bots whose handlers ask session memory which answer they are given: `switch (ctx.session.step)`, `handlers[session.step](ctx)`. */
export function findStageMachines(context: IdentifyContext, memory: SessionMemory): readonly StageMachine[] {
  const tests = new StageTests(context.linked, memory);
  const drafts: Draft[] = [];
  const note: Note = (state, stages, file, effect) => {
    const draft: Draft = drafts.find((one) => one.file === file && isSameState(one.state, state)) ?? { state, file, at: effect, stages: new Map<string, ComposedEffect[]>() };
    if (!drafts.includes(draft)) drafts.push(draft);
    for (const stage of stages) {
      const run = draft.stages.get(stage) ?? [];
      draft.stages.set(stage, run);
      if (!run.some((one) => startsTogether(one.at, effect.at) && one.env === effect.env)) run.push(effect);
    }
  };
  const written = stageKeys(context.linked);
  for (const file of context.linked.files.values()) {
    if (!mayKeepStages(file, written)) continue;
    for (const fn of file.functions) {
      if (!decides(context, tests, file, fn, memory)) continue;
      for (const effect of composedEffects(context.linked, { file, fn })) noteTested(tests, file, effect, note);
      for (const { state, stage, effects } of tableRuns(context, memory, { file, fn })) for (const effect of effects) note(state, [stage], file, effect);
    }
  }
  return drafts.filter(({ stages }) => stages.size > 1);
}

/** Does the function itself look which stage has been reached? */
function decides({ linked }: IdentifyContext, tests: StageTests, file: FileSummary, fn: FunctionSummary, memory: SessionMemory): boolean {
  return fn.effects.some((effect) => effect.where.arms.some((arm) => arm.test !== undefined && tests.of(linked.term(file, arm.test), arm) !== undefined)
    || (effect.e === 'call' && tableOf(linked.term(file, effect.call), { linked }, memory) !== undefined));
}

function noteTested(tests: StageTests, file: FileSummary, effect: ComposedEffect, note: Note): void {
  const found = effect.tests.map((test, index) => {
    const arm = effect.where.arms[index];
    return test && arm ? tests.of(test, arm) : undefined;
  });
  for (const [index, told] of found.entries()) {
    // The innermost of several tests of one state tells most.
    if (told && !found.some((other, at) => at > index && other && isSameState(other.state, told.state))) noteTold(tests, file, effect, told, note);
  }
}

function noteTold(tests: StageTests, file: FileSummary, effect: ComposedEffect, told: StageTest, note: Note): void {
  // `else if (step === 'email')` stands in the other arm of `if (step === 'name')`.
  const isAbout = (index: number): boolean => {
    const [test, arm] = [effect.tests[index], effect.where.arms[index]];
    return test !== undefined && arm !== undefined && [arm.arm, arm.arm === 0 ? 1 : 0].some((side) => { const other = tests.of(test, { kind: arm.kind, arm: side }); return other !== undefined && isSameState(other.state, told.state); });
  };
  const kept = effect.where.arms.flatMap((_, index) => (isAbout(index) ? [] : [index]));
  const stripped: ComposedEffect = { ...effect, where: { ...effect.where, arms: kept.flatMap((index) => effect.where.arms[index] ?? []) }, tests: kept.map((index) => effect.tests[index]) };
  note(told.state, told.stages, file, stripped);
}

interface Table {
  readonly state: SessionPath;
  readonly rows: readonly { readonly stage: string; readonly handler: Term }[];
}

/** `handlers[ctx.session.step]` */
function tableOf(call: Term, { linked }: Pick<IdentifyContext, 'linked'>, memory: SessionMemory): Table | undefined {
  if (call.value.k !== 'call') return undefined;
  for (const view of linked.views(linked.beside(call, call.value.callee))) {
    const { value } = view;
    if (value.k !== 'member' || typeof value.key === 'string' || !('dynamic' in value.key)) continue;
    const state = memory.pathOf(linked.beside(view, value.key.dynamic));
    if (!state) continue;
    const rows = linked.views(linked.beside(view, value.of)).flatMap((object) => {
      if (object.value.k !== 'object') return [];
      const computed = (object.value.computed ?? []).flatMap((entry) => scalars(linked, linked.beside(object, entry.key)).map((stage) => ({ stage, handler: linked.beside(object, entry.value) })));
      return [...object.value.entries.map((entry) => ({ stage: entry.key, handler: linked.beside(object, entry.value) })), ...computed];
    });
    if (rows.length > 1) return { state, rows };
  }
  return undefined;
}

function tableRuns(context: IdentifyContext, memory: SessionMemory, within: FunctionRef): readonly { readonly state: SessionPath; readonly stage: string; readonly effects: readonly ComposedEffect[] }[] {
  const { linked } = context;
  return within.fn.effects.flatMap((effect, index) => {
    if (effect.e !== 'call') return [];
    const call = linked.term(within.file, effect.call);
    const table = tableOf(call, context, memory);
    return (table?.rows ?? []).map(({ stage, handler }) => {
      const effects = linked.functionsOf(handler).flatMap((ref) => composedEffects(linked, ref, linked.enter({ call, within, effect: index }, ref)));
      return { state: (table as Table).state, stage, effects };
    });
  });
}
