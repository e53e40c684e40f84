import type { Ask, Capture, Flow, FlowStep, Identity, Prefill } from '../../facts/index.js';
import { relatePoints } from '../../facts/relate.js';
import { weaker } from '../../facts/tiers.js';
import type { FunctionRef, Term } from '../../link/term.js';
import type { PromptRow } from '../../models/library-model.js';
import { matchCalls, placeIn, rowsOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import { composedEffects } from './composed-effects.js';
import type { ComposedEffect } from './composed-effects.js';
import { questionsOf } from './prompt-questions.js';
import type { Question } from './prompt-questions.js';
import { resultPath } from './result-path.js';

/** A call that asks at a terminal, as models tell. */
interface Prompt {
  readonly row: PromptRow;
  readonly library: string;
  readonly identity: Identity;
}

/** One such call in a run of the program, with what the answers are called. */
interface Turn extends Prompt {
  readonly one: ComposedEffect;
  readonly call: Term;
  readonly path: readonly string[];
}

/** Flows whose steps are the questions of one run of a program: `inquirer.prompt([…])`, then `input({ message })`. */
export function findPromptFlows(context: IdentifyContext): readonly Flow[] {
  const matched = matchCalls(context, rowsOf(context.models, (model) => model.prompts));
  if (matched.length === 0) return [];
  const prompts = new Map<Term, Prompt>(matched.map(({ site, match, identity }) => [site.call, { row: match.row, library: match.model.id, identity }]));
  return runsThrough(context, matched.map(({ site }) => site.within)).flatMap((ref) => toFlow(context, ref, prompts) ?? []);
}

/** The functions that nothing calls, as far as is seen, from which others are called until a prompt is reached. */
function runsThrough({ linked }: IdentifyContext, asking: readonly FunctionRef[]): readonly FunctionRef[] {
  const seen = new Map(asking.map((ref) => [ref.fn, ref]));
  for (const [fn] of seen) for (const { within } of linked.callsOf(fn)) if (!seen.has(within.fn)) seen.set(within.fn, within);
  return [...seen.values()].filter(({ fn }) => !linked.callsOf(fn).some(({ within }) => within.fn !== fn));
}

function toFlow(context: IdentifyContext, ref: FunctionRef, prompts: ReadonlyMap<Term, Prompt>): Flow | undefined {
  // A function that asks for one person after another.
  const seen = new Set<string>();
  const turns = composedEffects(context.linked, ref).flatMap((one): readonly Turn[] => {
    const prompt = one.effect.e === 'call' ? prompts.get(context.linked.term(one.ref.file, one.effect.call)) : undefined;
    const place = `${one.at.file} ${one.at.range[0]}`;
    if (!prompt || one.effect.e !== 'call' || seen.has(place)) return [];
    seen.add(place);
    const call = context.linked.term(one.ref.file, one.effect.call, one.env);
    return [{ ...prompt, one, call, path: resultPath(call, one.ref) }];
  });
  const [first] = turns;
  if (!first || turns.length < 2) return undefined;
  const next = turns.map((_, index) => followers(turns, index));
  return {
    fact: 'flow',
    at: placeIn(ref.file, ref.fn.at),
    identity: turns.reduce((tier, turn) => weaker(tier, turn.identity), first.identity),
    library: first.library,
    where: { ...first.one.where, order: 0, arms: [] },
    name: ref.fn.name ?? 'run',
    medium: 'prompts',
    steps: turns.map((turn, index) => toStep(context, turn, turns, next[index] ?? [])),
    starts: followers(turns, -1),
  };
}

/** The prompts that can be the next one: those of a branch, and the first that comes in any case. */
function followers(turns: readonly Turn[], from: number): readonly number[] {
  const found: number[] = [];
  const own = turns[from]?.one.where;
  for (let index = from + 1; index < turns.length; index += 1) {
    const where = turns[index]?.one.where;
    if (!where || (own && relatePoints(own, where) === 'exclusive')) continue;
    found.push(index);
    if (where.arms.every((arm) => arm.kind === 'try' || own?.arms.some((other) => other.branch === arm.branch && other.arm === arm.arm))) break;
  }
  return found;
}

function toStep(context: IdentifyContext, turn: Turn, turns: readonly Turn[], next: readonly number[]): FlowStep {
  const { one, path } = turn;
  const questions = questionsOf(context, turn.call, turn.row);
  const named = questions.flatMap((question) => {
    const field = toFieldIdentity(question.name ? [question.name] : path.slice(-1), context.fieldAliases);
    // `name` may be that of anything in a program.
    return field?.strong ? [{ question, field, at: question.at ?? one.at }] : [];
  });
  return {
    name: one.ref.fn.name ?? 'run',
    at: one.at,
    asks: named.map(({ question, field, at }): Ask => ({
      at,
      field,
      ...(question.text === undefined ? {} : { text: question.text }),
      prefilled: question.shows ? 'yes' : 'no',
      guard: question.mayBeSkipped || isConditional(one) ? 'other' : 'none',
      where: one.where,
      ...prefillOf(question, turn, turns),
    })),
    captures: named.map(({ question, field, at }): Capture => ({
      at,
      memory: 'flow-state',
      field,
      path: question.name && path.at(-1) !== question.name ? [...(path.length > 0 ? path : ['answers']), question.name] : path.length > 0 ? path : ['answers', field.name],
      where: one.where,
      ...(question.mayBeSkipped ? { skippable: true as const } : {}),
    })),
    clears: [],
    next,
  };
}

/** A question in a loop is one for each item, or a second try. */
function isConditional({ where }: ComposedEffect): boolean {
  return where.arms.some(({ kind, arm }) => kind !== 'try' || arm !== 0);
}

/** `default: answers.email`, with what the same function has been told before. */
function prefillOf({ options }: Question, { one, row }: Turn, turns: readonly Turn[]): { readonly prefill?: Prefill } {
  const [property] = row.shows ?? [];
  const known = turns.filter((other) => other.one.ref.fn === one.ref.fn && other.one.where.order < one.where.order && other.path.length === 1).map(({ path }) => ({ path, expression: path[0] ?? '' }));
  return property === undefined || options === undefined || known.length === 0 ? {} : { prefill: { as: 'property', property, at: options, known } };
}
