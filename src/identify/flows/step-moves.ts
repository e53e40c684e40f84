import type { Term } from '../../link/term.js';
import type { LibraryModel } from '../../models/library-model.js';
import { matchCalls, rowsOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { read } from '../readers/read.js';
import type { ComposedEffect } from './composed-effects.js';

type MoveRow = NonNullable<LibraryModel['moves']>[number];

/** Calls that lead from one step of a flow to another. */
export class StepMoves {
  readonly #context: IdentifyContext;
  readonly #rows: ReadonlyMap<Term, MoveRow>;

  constructor(context: IdentifyContext) {
    this.#context = context;
    this.#rows = new Map(matchCalls(context, rowsOf(context.models, (model) => model.moves)).map(({ site, match }) => [site.call, match.row]));
  }

  /** `ctx.wizard.next()` */
  goesOn(one: ComposedEffect): boolean {
    return this.#rowOf(one)?.to === 'next';
  }

  /** `ctx.scene.enter('feedback')` */
  leaves(one: ComposedEffect): boolean {
    const to = this.#rowOf(one)?.to;
    return typeof to === 'object' && 'flow' in to;
  }

  /** The steps other than the next one that the effect, in step `index`, leads to. */
  jumpsOf(one: ComposedEffect, index: number): readonly number[] {
    const to = this.#rowOf(one)?.to;
    if (to === 'back') return [Math.max(0, index - 1)];
    if (to === undefined || to === 'next' || !('step' in to) || one.effect.e !== 'call') return [];
    const base = this.#context.linked.term(one.ref.file, one.effect.call, one.env);
    return read({ linked: this.#context.linked, base }, to.step).flatMap((found) => {
      const value = found.status === 'known' && found.term.value.k === 'literal' ? found.term.value.value : undefined;
      return typeof value === 'number' ? [value] : [];
    });
  }

  #rowOf(one: ComposedEffect): MoveRow | undefined {
    return one.effect.e === 'call' ? this.#rows.get(this.#context.linked.term(one.ref.file, one.effect.call)) : undefined;
  }
}
