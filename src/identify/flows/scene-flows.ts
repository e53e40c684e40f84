import type { Ask, Flow } from '../../facts/index.js';
import { relatePoints } from '../../facts/relate.js';
import type { CallSite } from '../../link/term.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
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

/** Flows of two steps: `scene.enter(…)` asks, `scene.on('text', …)` takes the answer. */
export function findSceneFlows(context: IdentifyContext, roots: SessionRoots, asks: BotAsks): readonly BotFlow[] {
  const moves = new StepMoves(context);
  return matchCalls(context, rowsOf(context.models, (model) => model.scenes)).flatMap(({ site, match, identity }) => {
    const { row, model } = match;
    const isAnswer = answerTest(context, row.answers);
    const calls = callsOn(context, new Set([site.call]));
    const entering = effectsOf(context, calls.filter(({ method }) => row.enters.includes(method)));
    const taking = effectsOf(context, calls.filter(({ method }) => row.takes.includes(method)));
    const captures = markSkippable(taking.flatMap((one) => capturesOf(context, roots, one, isAnswer)), taking.filter((one) => moves.leaves(one)), 'alternatives');
    if (entering.length === 0 || taking.length === 0) return [];
    const name = flowName(context, site, row.flow);
    const base = { fact: 'flow' as const, at: placeOfSite(site), identity, library: model.id, where: whereOf(site), name, medium: 'conversation' as const };
    const flow: Flow = {
      ...base,
      steps: [
        { name, at: base.at, asks: asksOf(entering, asks, onlyField(captures), isAnswer), captures: [], clears: entering.flatMap((one) => clearsOf(context, roots, one)), next: [1] },
        { name: `${name}, answer`, at: base.at, asks: [], captures, clears: taking.flatMap((one) => clearsOf(context, roots, one)), next: [] },
      ],
    };
    return [{ flow, runs: [entering, taking] }];
  });
}

function effectsOf(context: IdentifyContext, calls: readonly { readonly site: CallSite }[]): readonly ComposedEffect[] {
  return calls.flatMap(({ site }) => {
    const { value } = site.call;
    const args = value.k === 'call' ? value.args : [];
    return args.flatMap((id) => context.linked.functionsOf(context.linked.beside(site.call, id))).flatMap((ref) => composedEffects(context.linked, ref));
  });
}

/** The last reply on each way through the handler is what waits for an answer. */
function asksOf(entering: readonly ComposedEffect[], asks: BotAsks, field: ReturnType<typeof onlyField>, isAnswer: AnswerTest): readonly Ask[] {
  const replies = entering.filter((one) => asks.isAsk(one));
  const last = replies.filter((reply) => !replies.some((other) => relatePoints(reply.where, other.where) === 'before'));
  return last.map((reply) => asks.toAsk(reply, field, isAnswer));
}
