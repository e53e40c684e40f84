import type { Ask, Capture, Flow, FlowStep } from '../../facts/index.js';
import { argumentOf } from '../../link/linker.js';
import { resolveProperty, resolveTerm } from '../../link/property.js';
import type { CallSite, Term } from '../../link/term.js';
import type { ChainRow } from '../../models/library-model.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import { read } from '../readers/read.js';
import { wordsOf } from '../words-of.js';
import { answerMatcher } from './answer-matcher.js';
import { onlyField } from './bot-answers.js';
import type { AnswerTest } from './bot-answers.js';
import type { BotFlow } from './bot-flow.js';
import { composedEffects } from './composed-effects.js';
import type { ComposedEffect } from './composed-effects.js';

/** One call of the chain, with what the functions that it is given run through. */
interface Link {
  readonly site: CallSite;
  readonly method: string;
  readonly effects: readonly ComposedEffect[];
}

/** Flows that are one chain of calls: `addKeyword('hi').addAnswer('Your name?', { capture: true }, take).addAnswer(…)`. */
export function findChainFlows(context: IdentifyContext): readonly BotFlow[] {
  const starts = matchCalls(context, rowsOf(context.models, (model) => model.chains));
  const isAnswer = starts.length === 0 ? undefined : answerMatcher(context);
  if (!isAnswer) return [];
  const sites = new Map(context.linked.callSites.map((site) => [site.call, site]));
  const after = new Map<Term, CallSite>();
  for (const [call, site] of sites) {
    const callee = call.value.k === 'call' ? context.linked.beside(call, call.value.callee) : undefined;
    if (callee?.value.k === 'member') after.set(context.linked.beside(callee, callee.value.of), site);
  }
  const keeps = keptBy(context);
  return starts.flatMap(({ site, match, identity }) => {
    const links = chainFrom(context, site, after);
    const runs = links.map(({ effects }) => effects);
    const names = namesOf(context, site, match.row);
    const steps = links.map((link, index) => toStep(context, link, match.row, { isAnswer, keeps, isLeft: links.slice(0, index).some((earlier) => leaves(context, earlier, match.row)) }));
    const flow: Flow = {
      fact: 'flow', at: placeOfSite(site), identity, library: match.model.id, where: whereOf(site),
      name: names[0] ?? 'flow', medium: 'conversation',
      steps: steps.map((step, index) => ({ ...step, next: index + 1 < steps.length ? [index + 1] : [] })),
    };
    return [{ flow, runs, names }];
  });
}

/** Where a library's calls keep what they are given: `state.update({ name })`. */
function keptBy(context: IdentifyContext): ReadonlyMap<Term, { readonly value: Term; readonly into: string }> {
  return new Map(matchCalls(context, rowsOf(context.models, (model) => model.keeps)).flatMap(({ site, match }) => {
    const [found] = read({ linked: context.linked, base: site.call }, match.row.value);
    return found?.status === 'known' ? [[site.call, { value: found.term, into: match.row.into }] as const] : [];
  }));
}

function chainFrom({ linked }: IdentifyContext, start: CallSite, after: ReadonlyMap<Term, CallSite>): readonly Link[] {
  const links: Link[] = [];
  for (let site = after.get(start.call); site && links.length < 64; site = after.get(site.call)) {
    const { call } = site;
    const callee = call.value.k === 'call' ? linked.beside(call, call.value.callee) : undefined;
    const args = call.value.k === 'call' ? call.value.args : [];
    const effects = args.flatMap((id) => linked.functionsOf(linked.beside(call, id))).flatMap((ref) => composedEffects(linked, ref));
    links.push({ site, method: callee?.value.k === 'member' && typeof callee.value.key === 'string' ? callee.value.key : '', effects });
  }
  return links;
}

/** `addKeyword(['hi', utils.setEvent('GREETING')])`: each literal is a name of the flow. */
function namesOf(context: IdentifyContext, { call }: CallSite, row: ChainRow): readonly string[] {
  const literals = (term: Term, depth: number): readonly string[] => resolveTerm(context.linked, term).flatMap((found): readonly string[] => {
    const inner = found.status === 'known' ? found.term : undefined;
    if (!inner || depth > 2) return [];
    if (inner.value.k === 'literal') return [String(inner.value.value)];
    const parts = inner.value.k === 'array' ? inner.value.of : inner.value.k === 'call' ? inner.value.args : [];
    return parts.flatMap((id) => literals(context.linked.beside(inner, id), depth + 1));
  });
  return read({ linked: context.linked, base: call }, row.flow).flatMap((found) => (found.status === 'known' ? literals(found.term, 0) : []));
}

/** May people be led elsewhere before what follows in the chain? */
function leaves({ linked }: IdentifyContext, { effects }: Link, row: ChainRow): boolean {
  return effects.some((one) => {
    const call = one.effect.e === 'call' ? linked.term(one.ref.file, one.effect.call) : undefined;
    return call?.value.k === 'call' && row.leaves.includes(wordsOf(linked, linked.beside(call, call.value.callee)).at(-1) ?? '');
  });
}

interface Reading {
  readonly isAnswer: AnswerTest;
  readonly keeps: ReadonlyMap<Term, { readonly value: Term; readonly into: string }>;
  readonly isLeft: boolean;
}

function toStep(context: IdentifyContext, link: Link, row: ChainRow, { isAnswer, keeps, isLeft }: Reading): FlowStep {
  const { linked } = context;
  const captures = link.effects.flatMap((one): readonly Capture[] => {
    const site = one.effect.e === 'call' ? keeps.get(linked.term(one.ref.file, one.effect.call)) : undefined;
    if (!site) return [];
    return resolveTerm(linked, site.value).flatMap((found) => (found.status !== 'known' || found.term.value.k !== 'object' ? [] : found.term.value.entries.flatMap((entry) => {
      const field = isAnswer(linked.beside(found.term, entry.value)) ? toFieldIdentity([entry.key], context.fieldAliases) : undefined;
      return field ? [{ at: { file: found.term.file.file, range: entry.at }, memory: 'flow-state' as const, field, path: [site.into, entry.key], where: one.where }] : [];
    })));
  });
  const at = placeOfSite(link.site);
  const { call } = link.site;
  const text = argumentOf(linked, call, 0);
  const options = call.value.k === 'call' && row.asks.includes(link.method) ? call.value.args.map((id) => linked.beside(call, id)).find((term) => isTrue(context, term, row.waits)) : undefined;
  const field = onlyField(captures);
  const ask: Ask = {
    // A call of the chain begins where the whole chain does.
    at: options?.value.k === 'object' ? { file: options.file.file, range: options.value.at } : at,
    ...(field ? { field } : {}),
    ...(text?.value.k === 'literal' ? { text: String(text.value.value) } : {}),
    prefilled: 'no',
    guard: isLeft ? 'other' : 'none',
    where: whereOf(link.site),
  };
  return { name: link.method, at, asks: options ? [ask] : [], captures, clears: [], next: [] };
}

function isTrue({ linked }: IdentifyContext, options: Term, property: string): boolean {
  return options.value.k === 'object' && resolveProperty(linked, options, [property]).some((found) => found.status === 'known' && found.term.value.k === 'literal' && found.term.value.value === true);
}
