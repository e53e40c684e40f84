import type { Arm } from '../../facts/index.js';
import { resolveTerm } from '../../link/property.js';
import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import type { SessionMemory, SessionPath } from '../session-roots.js';

/** A condition under which session memory says that one of some stages has been reached. */
export interface StageTest {
  /** Where the stage is kept: `session.step`. */
  readonly state: SessionPath;
  readonly stages: readonly string[];
}

const MAX_DEPTH = 6;

/** What an arm of a branch says of a stage: `case 'email':` of `switch (ctx.session.step)`, `if (session.step === Step.Email)`. */
export class StageTests {
  readonly #linked: Linked;
  readonly #memory: SessionMemory;
  readonly #known = new Map<Term, Map<boolean, StageTest | null>>();

  constructor(linked: Linked, memory: SessionMemory) {
    this.#linked = linked;
    this.#memory = memory;
  }

  of(test: Term, { kind, arm }: Pick<Arm, 'kind' | 'arm'>): StageTest | undefined {
    if (kind !== 'if' && kind !== 'switch' && kind !== 'short-circuit') return undefined;
    return this.#given(test, kind === 'switch' || arm === 0);
  }

  #given(test: Term, truth: boolean): StageTest | undefined {
    const known = this.#known.get(test) ?? new Map<boolean, StageTest | null>();
    this.#known.set(test, known);
    let found = known.get(truth);
    if (found === undefined) known.set(truth, (found = this.#find(test, truth, 0) ?? null));
    return found ?? undefined;
  }

  #find(test: Term, truth: boolean, depth: number): StageTest | undefined {
    const { value } = test;
    if (depth > MAX_DEPTH) return undefined;
    if (value.k === 'call') return truth ? this.#included(test) : undefined;
    if (value.k !== 'op' && value.k !== 'any') return undefined;
    const parts = value.of.map((id) => this.#linked.beside(test, id));
    const [left, right] = parts;
    if (value.k === 'op' && value.op === '!' && left) return this.#find(left, !truth, depth + 1);
    if (value.k === 'op' && /^[!=]==?$/.test(value.op) && left && right) return value.op.startsWith('!') === truth ? undefined : (this.#equal(left, right) ?? this.#equal(right, left));
    // `a && b` holds when both do; of `a || b` each may be the one.
    if (value.k === 'any' && value.op === (truth ? '&&' : '||')) return first(parts, (part) => this.#find(part, truth, depth + 1));
    if (value.k === 'any' && value.op === (truth ? '||' : '&&')) return union(parts.map((part) => this.#find(part, truth, depth + 1)));
    return undefined;
  }

  #equal(kept: Term, stage: Term): StageTest | undefined {
    const stages = scalars(this.#linked, stage);
    const state = stages.length > 0 ? this.#memory.pathOf(kept) : undefined;
    return state && { state, stages };
  }

  /** `['name', 'email'].includes(session.step)` */
  #included(call: Term): StageTest | undefined {
    if (call.value.k !== 'call') return undefined;
    const callee = this.#linked.beside(call, call.value.callee);
    const [kept] = call.value.args;
    if (callee.value.k !== 'member' || callee.value.key !== 'includes' || kept === undefined) return undefined;
    const lists = this.#linked.views(this.#linked.beside(callee, callee.value.of));
    const stages = lists.flatMap((list) => (list.value.k === 'array' ? list.value.of.flatMap((id) => scalars(this.#linked, this.#linked.beside(list, id))) : []));
    const state = stages.length > 0 ? this.#memory.pathOf(this.#linked.beside(call, kept)) : undefined;
    return state && { state, stages };
  }
}

function first<T, R>(list: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function union(tests: readonly (StageTest | undefined)[]): StageTest | undefined {
  const [one] = tests;
  if (!one || !tests.every((test) => test !== undefined && isSameState(test.state, one.state))) return undefined;
  return { state: one.state, stages: [...new Set(tests.flatMap((test) => test?.stages ?? []))] };
}

/** Are two paths the same place of the same memory? */
export function isSameState(a: SessionPath, b: SessionPath): boolean {
  return a.match.row === b.match.row && a.path.length === b.path.length && a.path.every((segment, index) => segment === b.path[index]);
}

/** The literal texts and numbers that a value can be, as text: `Step.Email`, `2`. */
export function scalars(linked: Linked, term: Term): readonly string[] {
  return resolveTerm(linked, term).flatMap((found) => {
    const value = found.status === 'known' && found.term.value.k === 'literal' ? found.term.value.value : undefined;
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
}
