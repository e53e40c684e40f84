import type { Ask, Capture, Flow, FlowStep } from '../../facts/index.js';
import { relatePoints } from '../../facts/relate.js';
import type { FunctionRef } from '../../link/term.js';
import type { IdentifyContext } from '../context.js';
import type { SessionMemory, SessionRoots } from '../session-roots.js';
import { answerMatcher } from './answer-matcher.js';
import { capturesOf, onlyField } from './bot-answers.js';
import type { AnswerTest } from './bot-answers.js';
import type { BotAsks } from './bot-asks.js';
import type { BotFlow } from './bot-flow.js';
import { clearsOf } from './clears-of.js';
import type { ComposedEffect } from './composed-effects.js';
import { keptBy } from './kept-by.js';
import { KeptStates } from './kept-states.js';
import { markSkippable } from './mark-skippable.js';
import { findStageEntries } from './stage-entries.js';
import { findStageMachines } from './stage-machines.js';
import type { StageMachine } from './stage-machines.js';
import { StageWrites } from './stage-writes.js';
import type { NextStages } from './stage-writes.js';

/** Flows whose steps are the stages that session memory names: each message is an answer to the stage that the last one left. */
export function findStageFlows(context: IdentifyContext, roots: SessionRoots, asks: BotAsks): readonly BotFlow[] {
  const isAnswer = answerMatcher(context);
  if (!isAnswer) return [];
  const memory = new KeptStates(context.linked, roots);
  return findStageMachines(context, memory).flatMap((machine) => toFlow(context, memory, asks.reading(memory), isAnswer, machine) ?? []);
}

/** A call or assignment that leads to other stages. */
interface Move {
  readonly effect: ComposedEffect;
  readonly to: NextStages;
}

/** A stage before its asks are joined with what others capture; or, without captures, where the conversation begins. */
interface Draft {
  readonly name: string;
  readonly effects: readonly ComposedEffect[];
  readonly captures: readonly Capture[];
  readonly clears: FlowStep['clears'];
  readonly moves: readonly Move[];
}

function toFlow(context: IdentifyContext, memory: SessionMemory, asks: BotAsks, isAnswer: AnswerTest, machine: StageMachine): BotFlow | undefined {
  const writes = new StageWrites(context.linked, memory, machine.state);
  const draft = (name: string, effects: readonly ComposedEffect[], stage?: string): Draft => {
    const moves = effects.flatMap((effect) => { const to = writes.of(effect, stage); return to === undefined ? [] : [{ effect, to }]; });
    const captures = effects.flatMap((one) => capturesOf(context, memory, one, isAnswer)).filter(({ path }) => path.join() !== pathOf(machine).join());
    return { name, effects, moves, captures: markSkippable(captures, moves.map(({ effect }) => effect), 'alternatives'), clears: effects.flatMap((one) => [...clearsOf(context, memory, one), ...renewalsOf(context, memory, one)]) };
  };
  const stages = [...machine.stages].map(([stage, effects]) => draft(stage, effects, stage));
  if (!stages.some(({ captures }) => captures.length > 0) || !stages.some(({ moves }) => moves.length > 0)) return undefined;
  const entries = findStageEntries(context, machine, writes).map(({ ref, effects }) => draft(nameOf(ref), effects));
  const drafts = [...entries, ...stages];
  const indexOf = new Map(stages.map(({ name }, index) => [name, entries.length + index]));
  const { ref, at, where } = machine.at;
  const flow: Flow = {
    fact: 'flow',
    at,
    identity: machine.state.identity,
    library: machine.state.match.model.id,
    where: { ...where, fn: ref.fn.id },
    name: pathOf(machine).join('.'),
    medium: 'conversation',
    steps: drafts.map((one) => toStep(asks, one, drafts, indexOf, isAnswer)),
  };
  return { flow, runs: drafts.map(({ effects }) => effects) };
}

function pathOf({ state }: StageMachine): readonly string[] {
  return [state.match.row.name, ...state.path];
}

function nameOf({ fn }: FunctionRef): string {
  return fn.name ?? 'start';
}

/** `ctx.session = { step: 'name' }` forgets all else. */
function renewalsOf({ linked }: IdentifyContext, memory: SessionMemory, one: ComposedEffect): FlowStep['clears'] {
  const kept = keptBy(linked, memory, one);
  if (one.effect.e === 'call' && kept?.target.path.length !== 0) return [];
  return kept?.value.value.k === 'object' && kept.value.value.spreads.length === 0 ? [[kept.target.match.row.name, ...kept.target.path]] : [];
}

function toStep(asks: BotAsks, draft: Draft, drafts: readonly Draft[], indexOf: ReadonlyMap<string, number>, isAnswer: AnswerTest): FlowStep {
  const next = draft.moves.flatMap(({ to }) => (to === 'any' ? [...indexOf.values()] : to.flatMap((stage) => indexOf.get(stage) ?? [])));
  const [first] = draft.effects;
  return {
    name: draft.name,
    at: first?.at ?? { file: '', range: [0, 0] },
    asks: draft.moves.flatMap((move) => askOf(asks, draft, move, drafts, indexOf, isAnswer) ?? []),
    captures: draft.captures,
    clears: draft.clears,
    next: [...new Set(next)].filter((step) => drafts[step] !== draft),
  };
}

/** The last reply beside a move to another stage asks for what that stage captures; where none is seen, the move itself stands for it. */
function askOf(asks: BotAsks, draft: Draft, { effect, to }: Move, drafts: readonly Draft[], indexOf: ReadonlyMap<string, number>, isAnswer: AnswerTest): Ask | undefined {
  const [stage, ...others] = to === 'any' ? [] : to;
  const takenBy = stage === undefined || others.length > 0 ? undefined : indexOf.get(stage);
  const target = takenBy === undefined ? undefined : drafts[takenBy];
  if (takenBy === undefined || !target || target === draft) return undefined;
  const replies = draft.effects.filter((one) => asks.isAsk(one) && one.where.fn === effect.where.fn && one.ref.file === effect.ref.file && relatePoints(one.where, effect.where) !== 'exclusive' && isBeside(one, effect, draft));
  const reply = replies.filter((one) => isUnder(one, effect)).at(-1) ?? replies.at(-1) ?? effect;
  return { ...asks.toAsk(withoutOnlyWay(reply, draft, isAnswer), onlyField(target.captures), isAnswer), takenBy };
}

/** `step = 'receipt'; ask(); step = 'agree'; ask();`: each reply goes with its own move, with no other move between the two. */
function isBeside(reply: ComposedEffect, move: ComposedEffect, { moves }: Draft): boolean {
  const [from, to] = [reply.where.order, move.where.order].toSorted((a, b) => a - b) as [number, number];
  return !moves.some(({ effect }) => effect !== move && effect.ref.fn === move.ref.fn && effect.where.order > from && effect.where.order < to && relatePoints(effect.where, reply.where) !== 'exclusive');
}

/** Does the reply stand in the same arms as the move? */
function isUnder(reply: ComposedEffect, move: ComposedEffect): boolean {
  return reply.where.arms.length === move.where.arms.length;
}

/** `if (isEmail(text)) { session.email = text; session.step = 'name'; … }`: there is no other way on. */
function withoutOnlyWay(reply: ComposedEffect, { moves }: Draft, isAnswer: AnswerTest): ComposedEffect {
  const kept = reply.where.arms.flatMap((arm, index) => {
    const test = reply.tests[index];
    const isOnly = test !== undefined && isAnswer(test) && moves.every(({ effect }) => effect.where.arms.some((other) => other.branch === arm.branch && other.arm === arm.arm));
    return isOnly ? [] : [index];
  });
  return { ...reply, where: { ...reply.where, arms: kept.flatMap((index) => reply.where.arms[index] ?? []) }, tests: kept.map((index) => reply.tests[index]) };
}
