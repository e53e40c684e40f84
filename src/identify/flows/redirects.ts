import type { Term } from '../../link/term.js';
import { matchCalls, rowsOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import type { ComposedEffect } from './composed-effects.js';
import { literals } from './page-routes.js';

/** Calls that send the browser to another page: `res.redirect('/step-2')`. */
export class Redirects {
  readonly #context: IdentifyContext;
  readonly #calls: ReadonlySet<Term>;

  constructor(context: IdentifyContext) {
    this.#context = context;
    this.#calls = new Set(matchCalls(context, rowsOf(context.models, (model) => model.redirects)).map(({ site }) => site.call));
  }

  has(one: ComposedEffect): boolean {
    return one.effect.e === 'call' && this.#calls.has(this.#context.linked.term(one.ref.file, one.effect.call));
  }

  /** The addresses that the effect leads to, as far as they stand in the code. */
  targetsOf(one: ComposedEffect): readonly string[] {
    if (one.effect.e !== 'call' || !this.has(one)) return [];
    const { linked } = this.#context;
    const call = linked.term(one.ref.file, one.effect.call, one.env);
    return call.value.k === 'call' ? call.value.args.slice(-1).flatMap((id) => literals(this.#context, linked.beside(call, id))) : [];
  }
}
