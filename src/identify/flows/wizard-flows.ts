import type { Ask, Capture, FieldIdentity, Flow, FlowStep } from '../../facts/index.js';
import { relatePoints } from '../../facts/relate.js';
import { resolveTerm } from '../../link/property.js';
import type { CallSite, FunctionRef, Term } from '../../link/term.js';
import type { LibraryModel } from '../../models/library-model.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { sameField } from '../fields/same-field.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import { placeOf } from '../place-of.js';
import { read } from '../readers/read.js';
import type { SessionRoots } from '../session-roots.js';
import { wordsOf } from '../words-of.js';
import { composedEffects } from './composed-effects.js';
import type { ComposedEffect } from './composed-effects.js';
import { guardOf, partsOf, sessionPathsIn } from './session-tests.js';

type StepsRow = NonNullable<LibraryModel['steps']>[number];

/** Flows whose steps are arguments of one call: `new Scenes.WizardScene('contact', askEmail, saveEmail, …)`. */
export function findWizardFlows(context: IdentifyContext, roots: SessionRoots): readonly Flow[] {
  const asks = matchCalls(context, rowsOf(context.models, (model) => model.asks).filter(({ row }) => row.answer === 'next-step'));
  const asking = new Map<Term, Term | undefined>(asks.map(({ site, match }) => [site.call, textOf(context, site, match.row.text)]));
  return matchCalls(context, rowsOf(context.models, (model) => model.steps)).map(({ site, match, identity }) => {
    const bodies = stepArguments(context, site, match.row.firstStep).map((argument) => ({ argument, functions: stepFunctions(context, argument) }));
    const drafts = bodies.map(({ argument, functions }, index) => draftStep(context, roots, { argument, functions, index, row: match.row, asking }));
    return {
      fact: 'flow' as const,
      at: placeOfSite(site),
      identity,
      library: match.model.id,
      where: whereOf(site),
      name: flowName(context, site, match.row),
      steps: drafts.map((draft, index) => finishStep(context, roots, draft, drafts[index + 1], drafts.length)),
    };
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
  readonly goesTo: readonly number[];
  readonly moves: readonly ComposedEffect[];
  readonly asking: ReadonlyMap<Term, Term | undefined>;
  readonly row: StepsRow;
}

function flowName(context: IdentifyContext, site: CallSite, row: StepsRow): string {
  for (const found of read({ linked: context.linked, base: site.call }, row.flow)) {
    if (found.status === 'known' && found.term.value.k === 'literal') return String(found.term.value.value);
  }
  return 'wizard';
}

function textOf(context: IdentifyContext, site: CallSite, text: import('../../models/library-model.js').Read | undefined): Term | undefined {
  const found = text === undefined ? undefined : read({ linked: context.linked, base: site.call }, text)[0];
  return found?.status === 'known' ? found.term : undefined;
}

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
  return context.linked.callSites.flatMap((site) => {
    const { value } = site.call;
    const callee = value.k === 'call' ? context.linked.beside(site.call, value.callee) : undefined;
    if (value.k !== 'call' || callee?.value.k !== 'member') return [];
    const receiver = context.linked.beside(callee, callee.value.of);
    if (!context.linked.views(receiver).some((view) => composers.has(view))) return [];
    return value.args.flatMap((id) => context.linked.functionsOf(context.linked.beside(site.call, id)));
  });
}

function draftStep(context: IdentifyContext, roots: SessionRoots, step: { readonly argument: Term; readonly functions: readonly FunctionRef[]; readonly index: number; readonly row: StepsRow; readonly asking: ReadonlyMap<Term, Term | undefined> }): DraftStep {
  const effects = step.functions.flatMap((ref) => composedEffects(context.linked, ref));
  const { row, index, asking } = step;
  const [first] = step.functions;
  const captures = effects.flatMap((one) => captureOf(context, roots, one, row));
  return {
    index,
    name: first?.fn.name ?? `step ${index + 1}`,
    at: first ? { file: first.file.file, range: first.fn.at } : placeOf(step.argument),
    effects,
    captures,
    clears: effects.flatMap((one) => clearOf(context, roots, one)),
    goesTo: effects.flatMap((one) => jumpsOf(context, one, index, row)),
    moves: effects.filter((one) => isMove(context, one, row)),
    asking,
    row,
  };
}

/** `ctx.wizard.next()`, `ctx.wizard.selectStep(3)`: the question asked before it is answered in another step. */
function isMove(context: IdentifyContext, one: ComposedEffect, row: StepsRow): boolean {
  const name = wizardMethod(context, one);
  return name === 'next' || (name !== undefined && row.back.includes(name));
}

function wizardMethod(context: IdentifyContext, one: ComposedEffect): string | undefined {
  if (one.effect.e !== 'call') return undefined;
  const words = wordsOf(context.linked, context.linked.term(one.ref.file, one.effect.call, one.env));
  return words.at(-2) === 'wizard' ? words.at(-1) : undefined;
}

function jumpsOf(context: IdentifyContext, one: ComposedEffect, index: number, row: StepsRow): readonly number[] {
  const name = wizardMethod(context, one);
  if (name === 'back') return [Math.max(0, index - 1)];
  if (name !== 'selectStep' || !row.back.includes(name) || one.effect.e !== 'call') return [];
  const [target] = read({ linked: context.linked, base: context.linked.term(one.ref.file, one.effect.call, one.env) }, 'Argument[0]');
  return target?.status === 'known' && target.term.value.k === 'literal' && typeof target.term.value.value === 'number' ? [target.term.value.value] : [];
}

function captureOf(context: IdentifyContext, roots: SessionRoots, one: ComposedEffect, row: StepsRow): readonly Capture[] {
  if (one.effect.e !== 'write') return [];
  const target = roots.pathOf(context.linked.term(one.ref.file, one.effect.target, one.env));
  if (!target) return [];
  const value = context.linked.term(one.ref.file, one.effect.value, one.env);
  const objects = resolveTerm(context.linked, value).flatMap((found) => (found.status === 'known' && found.term.value.k === 'object' ? [found.term] : []));
  const pieces = objects.length === 0
    ? [{ keys: [] as readonly string[], term: value }]
    : objects.flatMap((object) => (object.value.k === 'object' ? object.value.entries.map((entry) => ({ keys: [entry.key], term: context.linked.beside(object, entry.value) })) : []));
  return pieces.flatMap(({ keys, term }) => {
    const path = [...target.path, ...keys];
    const field = path.length > 0 && isAnswer(context, term, row, 0) ? toFieldIdentity(path) : undefined;
    return field ? [{ at: one.at, field, path: [target.match.row.name, ...path], where: one.where }] : [];
  });
}

/** Does a value come from what the person sent? */
function isAnswer(context: IdentifyContext, term: Term, row: StepsRow, depth: number): boolean {
  if (depth > 6) return false;
  const { value } = term;
  if (value.k === 'member') {
    const words = wordsOf(context.linked, term);
    if (row.answers.some((answer) => answer.every((word) => words.includes(word)))) return true;
  }
  return partsOf(context.linked, term).some((part) => isAnswer(context, part, row, depth + 1));
}

function clearOf(context: IdentifyContext, roots: SessionRoots, one: ComposedEffect): FlowStep['clears'] {
  if (one.effect.e !== 'write' && one.effect.e !== 'delete') return [];
  const target = roots.pathOf(context.linked.term(one.ref.file, one.effect.target, one.env));
  if (!target) return [];
  const path = [target.match.row.name, ...target.path];
  if (one.effect.e === 'delete') return [path];
  const { value } = context.linked.term(one.ref.file, one.effect.value, one.env);
  const empties = (value.k === 'literal' && value.value === null) || (value.k === 'global' && value.name === 'undefined') || (value.k === 'object' && value.entries.length === 0 && value.spreads.length === 0);
  return empties && one.effect.op === '=' ? [path] : [];
}

function finishStep(context: IdentifyContext, roots: SessionRoots, draft: DraftStep, next: DraftStep | undefined, count: number): FlowStep {
  const forward = next ? [draft.index + 1] : [];
  return {
    name: draft.name,
    at: draft.at,
    asks: asksOf(context, roots, draft, next),
    captures: draft.captures,
    clears: draft.clears,
    next: [...new Set([...forward, ...draft.goesTo])].filter((step) => step >= 0 && step < count),
  };
}

/** The last question before each move to another step, joined with the one field that the next step captures. */
function asksOf(context: IdentifyContext, roots: SessionRoots, draft: DraftStep, next: DraftStep | undefined): readonly Ask[] {
  const field = next ? onlyField(next.captures) : undefined;
  const replies = draft.effects.filter((one) => one.effect.e === 'call' && draft.asking.has(context.linked.term(one.ref.file, one.effect.call)));
  const chosen = new Set<ComposedEffect>();
  for (const move of draft.moves) {
    if (wizardMethod(context, move) !== 'next') continue;
    const together = replies.filter((reply) => isTogether(reply, move));
    const last = together.filter((reply) => relatePoints(reply.where, move.where) === 'before').at(-1) ?? together[0];
    if (last) chosen.add(last);
  }
  return [...chosen].map((reply): Ask => {
    const call = reply.effect.e === 'call' ? context.linked.term(reply.ref.file, reply.effect.call, reply.env) : undefined;
    const text = draft.asking.get(context.linked.term(reply.ref.file, reply.effect.e === 'call' ? reply.effect.call : (0 as never)))?.value;
    return {
      at: reply.at,
      ...(field ? { field } : {}),
      ...(text?.k === 'literal' ? { text: String(text.value) } : {}),
      prefilled: call && field && showsField(context, roots, call, field) ? 'yes' : 'no',
      guard: guardOf(context.linked, roots, reply, field, (test, arm) => arm === 1 && isAnswer(context, test, draft.row, 0)),
      where: reply.where,
      identity: 'import',
    };
  });
}

function isTogether(a: ComposedEffect, b: ComposedEffect): boolean {
  return a.where.fn === b.where.fn && relatePoints(a.where, b.where) !== 'exclusive';
}

/** The field that a step's captures agree on. */
function onlyField(captures: readonly Capture[]): FieldIdentity | undefined {
  const [first] = captures;
  return first && captures.every((capture) => sameField(capture.field, first.field)) ? first.field : undefined;
}

/** `Is ${ctx.session.email} still right?` shows what is known. */
function showsField(context: IdentifyContext, roots: SessionRoots, call: Term, field: FieldIdentity): boolean {
  const args = call.value.k === 'call' ? call.value.args : [];
  return args.some((id) => sessionPathsIn(context.linked, roots, context.linked.beside(call, id)).some((path) => toFieldIdentity(path.slice(1))?.meaning === field.meaning));
}
