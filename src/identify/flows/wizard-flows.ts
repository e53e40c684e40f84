import type { Ask, Capture, Flow, FlowStep } from '../../facts/index.js';
import { relatePoints } from '../../facts/relate.js';
import type { CallSite, FunctionRef, Term } from '../../link/term.js';
import type { LibraryModel } from '../../models/library-model.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { placeOf } from '../place-of.js';
import type { SessionRoots } from '../session-roots.js';
import type { BotFlow } from './bot-flow.js';
import { answerTest, capturesOf, onlyField } from './bot-answers.js';
import type { AnswerTest } from './bot-answers.js';
import type { BotAsks } from './bot-asks.js';
import { clearsOf } from './clears-of.js';
import { composedEffects } from './composed-effects.js';
import type { ComposedEffect } from './composed-effects.js';
import { flowName } from './flow-name.js';
import { markSkippable } from './mark-skippable.js';
import { callsOn } from './receiver-calls.js';
import { StepMoves } from './step-moves.js';

type StepsRow = NonNullable<LibraryModel['steps']>[number];

/** Flows whose steps are arguments of one call: `new Scenes.WizardScene('contact', askEmail, saveEmail, …)`. */
export function findWizardFlows(context: IdentifyContext, roots: SessionRoots, asks: BotAsks): readonly BotFlow[] {
  const moves = new StepMoves(context);
  return matchCalls(context, rowsOf(context.models, (model) => model.steps)).map(({ site, match, identity }) => {
    const drafts = stepArguments(context, site, match.row.firstStep).map((argument, index) => draftStep(context, roots, moves, argument, index, match.row));
    const flow: Flow = {
      fact: 'flow',
      at: placeOfSite(site),
      identity,
      library: match.model.id,
      where: whereOf(site),
      name: flowName(context, site, match.row.flow),
      medium: 'conversation',
      steps: drafts.map((draft, index) => finishStep(asks, draft, drafts[index + 1], drafts.length)),
    };
    return { flow, runs: drafts.map(({ effects }) => effects) };
  });
}

/** A step before its asks are joined with the next step's captures. */
interface DraftStep {
  readonly index: number;
  readonly name: string;
  readonly at: FlowStep['at'];
  readonly effects: readonly ComposedEffect[];
  readonly captures: readonly Capture[];
  readonly clears: FlowStep['clears'];
  /** Calls that lead to the next step. */
  readonly goesOn: readonly ComposedEffect[];
  readonly goesTo: readonly number[];
  readonly isAnswer: AnswerTest;
}

/** Arguments from `first` on; a spread array is its elements. */
function stepArguments(context: IdentifyContext, site: CallSite, first: number): readonly Term[] {
  const { value } = site.call;
  if (value.k !== 'call' && value.k !== 'new') return [];
  return value.args.slice(first).flatMap((id, offset) => {
    const term = context.linked.beside(site.call, id);
    const spread = value.spreadFrom !== undefined && first + offset >= value.spreadFrom;
    const arrays = context.linked.views(term).filter((view) => view.value.k === 'array');
    if (!spread || arrays.length === 0) return [term];
    return arrays.flatMap((view) => (view.value.k === 'array' ? view.value.of.map((element) => context.linked.beside(view, element)) : []));
  });
}

/** The functions that are one step: the argument itself, or the handlers of a `Composer`. */
function stepFunctions(context: IdentifyContext, argument: Term): readonly FunctionRef[] {
  const direct = context.linked.functionsOf(argument);
  if (direct.length > 0) return direct;
  const composers = new Set(context.linked.views(argument).filter((view) => view.value.k === 'new' || view.value.k === 'call'));
  if (composers.size === 0) return [];
  return callsOn(context, composers).flatMap(({ site }) => {
    const args = site.call.value.k === 'call' ? site.call.value.args : [];
    return args.flatMap((id) => context.linked.functionsOf(context.linked.beside(site.call, id)));
  });
}

function draftStep(context: IdentifyContext, roots: SessionRoots, moves: StepMoves, argument: Term, index: number, row: StepsRow): DraftStep {
  const functions = stepFunctions(context, argument);
  const effects = functions.flatMap((ref) => composedEffects(context.linked, ref));
  const [first] = functions;
  const isAnswer = answerTest(context, row.answers);
  const exits = effects.filter((one) => moves.goesOn(one) || moves.leaves(one));
  return {
    index,
    name: first?.fn.name ?? `step ${index + 1}`,
    at: first ? { file: first.file.file, range: first.fn.at } : placeOf(argument),
    effects,
    captures: markSkippable(effects.flatMap((one) => capturesOf(context, roots, one, isAnswer)), exits, 'alternatives'),
    clears: effects.flatMap((one) => clearsOf(context, roots, one)),
    goesOn: effects.filter((one) => moves.goesOn(one)),
    goesTo: effects.flatMap((one) => moves.jumpsOf(one, index)),
    isAnswer,
  };
}

function finishStep(asks: BotAsks, draft: DraftStep, next: DraftStep | undefined, count: number): FlowStep {
  const forward = next ? [draft.index + 1] : [];
  return {
    name: draft.name,
    at: draft.at,
    asks: asksOf(asks, draft, next),
    captures: draft.captures,
    clears: draft.clears,
    next: [...new Set([...forward, ...draft.goesTo])].filter((step) => step >= 0 && step < count),
  };
}

/** The last question before each move to the next step, joined with the one field that that step captures. */
function asksOf(asks: BotAsks, draft: DraftStep, next: DraftStep | undefined): readonly Ask[] {
  const field = next ? onlyField(next.captures) : undefined;
  const replies = draft.effects.filter((one) => asks.isAsk(one));
  const chosen = new Set<ComposedEffect>();
  for (const move of draft.goesOn) {
    const together = replies.filter((reply) => isTogether(reply, move));
    const last = together.filter((reply) => relatePoints(reply.where, move.where) === 'before').at(-1) ?? together[0];
    if (last) chosen.add(last);
  }
  return [...chosen].map((reply) => asks.toAsk(reply, field, draft.isAnswer));
}

function isTogether(a: ComposedEffect, b: ComposedEffect): boolean {
  return a.where.fn === b.where.fn && relatePoints(a.where, b.where) !== 'exclusive';
}
