import type { Ask, FieldIdentity } from '../../facts/index.js';
import type { Term } from '../../link/term.js';
import { matchCalls, rowsOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import { read } from '../readers/read.js';
import type { SessionMemory } from '../session-roots.js';
import type { AnswerTest } from './bot-answers.js';
import type { ComposedEffect } from './composed-effects.js';
import { guardOf, sessionPathsIn } from './session-tests.js';

/** Calls that put a question whose answer arrives in a later step, with the text they show. */
export class BotAsks {
  readonly #context: IdentifyContext;
  readonly #roots: SessionMemory;
  readonly #texts: ReadonlyMap<Term, Term | undefined>;

  constructor(context: IdentifyContext, roots: SessionMemory, texts?: ReadonlyMap<Term, Term | undefined>) {
    this.#context = context;
    this.#roots = roots;
    this.#texts = texts ?? textsOf(context);
  }

  /** The same asks, where more is session memory. */
  reading(memory: SessionMemory): BotAsks {
    return new BotAsks(this.#context, memory, this.#texts);
  }

  isAsk(one: ComposedEffect): boolean {
    return one.effect.e === 'call' && this.#texts.has(this.#context.linked.term(one.ref.file, one.effect.call));
  }

  /** An ask with the field that the next step captures. */
  toAsk(reply: ComposedEffect, field: FieldIdentity | undefined, isAnswer: AnswerTest): Ask {
    const { linked } = this.#context;
    const call = reply.effect.e === 'call' ? linked.term(reply.ref.file, reply.effect.call, reply.env) : undefined;
    const text = reply.effect.e === 'call' ? this.#texts.get(linked.term(reply.ref.file, reply.effect.call))?.value : undefined;
    // After `if (!valid) { …; return; }` the rest is not a choice between asking and not asking.
    const isValidation = (test: Term, arm: number): boolean => arm === 1 && isAnswer(test);
    return {
      at: reply.at,
      ...(field ? { field } : {}),
      ...(text?.k === 'literal' ? { text: String(text.value) } : {}),
      prefilled: call && field && this.#shows(call, field) ? 'yes' : 'no',
      ...guardOf(linked, this.#roots, reply, field, isValidation, this.#context.fieldAliases),
      where: reply.where,
    };
  }

  /** `Is ${ctx.session.email} still right?` shows what is known. */
  #shows(call: Term, field: FieldIdentity): boolean {
    const { linked, fieldAliases } = this.#context;
    const args = call.value.k === 'call' ? call.value.args : [];
    return args.some((id) => sessionPathsIn(linked, this.#roots, linked.beside(call, id)).some((path) => toFieldIdentity(path.slice(1), fieldAliases)?.meaning === field.meaning));
  }
}

function textsOf(context: IdentifyContext): ReadonlyMap<Term, Term | undefined> {
  const rows = rowsOf(context.models, (model) => model.asks).filter(({ row }) => row.answer === 'next-step');
  return new Map(matchCalls(context, rows).map(({ site, match }) => {
    const found = match.row.text === undefined ? undefined : read({ linked: context.linked, base: site.call }, match.row.text)[0];
    return [site.call, found?.status === 'known' ? found.term : undefined];
  }));
}
