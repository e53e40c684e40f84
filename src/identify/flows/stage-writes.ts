import { resolveProperty } from '../../link/property.js';
import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import type { SessionMemory, SessionPath } from '../session-roots.js';
import { isEmpty } from './clears-of.js';
import type { ComposedEffect } from './composed-effects.js';
import { keptBy } from './kept-by.js';
import { isSameState, scalars } from './stage-tests.js';

/** The stages that an effect may lead to; `any`: that is decided elsewhere; none: it ends the conversation. */
export type NextStages = readonly string[] | 'any';

/** What changes the stage that is kept in one place of session memory. */
export class StageWrites {
  readonly #linked: Linked;
  readonly #memory: SessionMemory;
  readonly #state: SessionPath;

  constructor(linked: Linked, memory: SessionMemory, state: SessionPath) {
    this.#linked = linked;
    this.#memory = memory;
    this.#state = state;
  }

  /** `undefined`: the effect leaves the stage as it is. `current` is the stage in which it runs. */
  of(one: ComposedEffect, current?: string): NextStages | undefined {
    const { effect, ref, env } = one;
    if (effect.e === 'delete') return this.#isAbove(this.#memory.pathOf(this.#linked.term(ref.file, effect.target, env))) ? [] : undefined;
    if (effect.e === 'call' && this.#ends(this.#linked.term(ref.file, effect.call, env))) return [];
    const kept = keptBy(this.#linked, this.#memory, one);
    if (!kept || !this.#isAbove(kept.target)) return undefined;
    const below = this.#state.path.slice(kept.target.path.length);
    return below.length === 0 ? this.#stagesIn(kept.value, current) : this.#stagesBelow(kept.value, below, current);
  }

  /** Is it the place of the stage, or one that the stage lies in? */
  #isAbove(path: SessionPath | undefined): boolean {
    return path !== undefined && path.path.length <= this.#state.path.length && isSameState(path, { ...this.#state, path: this.#state.path.slice(0, path.path.length) });
  }

  /** `req.session.destroy()`, `chats.delete(chatId)` */
  #ends(call: Term): boolean {
    const callee = call.value.k === 'call' ? this.#linked.beside(call, call.value.callee) : undefined;
    if (callee?.value.k === 'member' && callee.value.key === 'delete' && this.#memory.collectionAt?.(this.#linked.beside(callee, callee.value.of))?.row === this.#state.match.row) return true;
    return this.#state.match.row.memory !== 'flow-state' && this.#memory.isEndedBy(call);
  }

  #stagesIn(value: Term, current: string | undefined): NextStages {
    if (isEmpty(value)) return [];
    const counted = this.#counted(value, current);
    if (counted !== undefined) return [counted];
    const stages = scalars(this.#linked, value);
    return stages.length > 0 ? stages : 'any';
  }

  /** `session.step += 1` */
  #counted({ file, value, env }: Term, current: string | undefined): string | undefined {
    if (value.k !== 'op' || value.op !== '+' || current === undefined || !/^\d+$/.test(current)) return undefined;
    const [left, right] = value.of.map((id) => this.#linked.term(file, id, env));
    const by = right?.value.k === 'literal' ? right.value.value : undefined;
    const from = left && this.#memory.pathOf(left);
    return from && isSameState(from, this.#state) && typeof by === 'number' ? String(Number(current) + by) : undefined;
  }

  /** `ctx.session = { step: 'name' }` */
  #stagesBelow(value: Term, below: readonly string[], current: string | undefined): NextStages | undefined {
    const found = resolveProperty(this.#linked, value, below);
    if (found.every(({ status }) => status === 'unknown')) return undefined;
    const stages = found.map((one) => (one.status === 'absent' ? [] : one.status === 'unknown' || this.#isItself(one.term) ? undefined : this.#stagesIn(one.term, current)));
    if (stages.every((stage) => stage === undefined)) return undefined;
    return stages.includes('any') ? 'any' : stages.flatMap((stage) => (stage === undefined || stage === 'any' ? [] : stage));
  }

  #isItself(term: Term): boolean {
    const path = this.#memory.pathOf(term);
    return path !== undefined && isSameState(path, this.#state);
  }
}
