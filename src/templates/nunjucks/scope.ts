import type { ValueId } from '../../facts/index.js';

/** Variables of a template, loop, macro or branch. A branch is a scope of its own until its arms are joined. */
export class Scope {
  readonly variables = new Map<string, ValueId>();

  constructor(readonly parent?: Scope) {}

  lookup(name: string): ValueId | undefined {
    for (const { variables } of this.#outwards()) {
      const value = variables.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** All that is visible, inner before outer, at most `limit` names. */
  visible(limit: number): ReadonlyMap<string, ValueId> {
    const found = new Map<string, ValueId>();
    for (const { variables } of this.#outwards()) {
      for (const [name, value] of variables) {
        if (found.size >= limit) return found;
        if (!found.has(name)) found.set(name, value);
      }
    }
    return found;
  }

  /** This scope, the one around it, and so on. */
  *#outwards(): Generator<Scope> {
    yield this;
    for (let scope = this.parent; scope; scope = scope.parent) yield scope;
  }
}
