import type { Node } from './node.js';
import type { Scope, ScopeManager, ScopeVariable } from './program.js';

/**
 * Which variable an identifier means, the same with every scope manager.
 *
 * ESLint gives configured globals a variable without definitions, the scanner leaves them unresolved; and at the top
 * of a script neither resolves `var` and `function`. A *variable* here is always one that this file defines.
 */
export class Names {
  readonly #variables = new Map<object, ScopeVariable>();
  readonly #writes = new Map<ScopeVariable, object[]>();
  readonly #reads = new Map<ScopeVariable, object[]>();
  readonly #global: Scope | null;

  constructor(manager: ScopeManager) {
    this.#global = manager.globalScope;
    for (const scope of manager.scopes) {
      for (const reference of scope.references) {
        const variable = reference.resolved ?? this.#global?.set.get((reference.identifier as { name: string }).name);
        if (!variable || variable.defs.length === 0) continue;
        this.#variables.set(reference.identifier, variable);
        add(reference.isWrite() ? this.#writes : this.#reads, variable, reference.identifier);
      }
    }
  }

  /** The variable behind an identifier that is used; `undefined` for globals. */
  of(identifier: Node): ScopeVariable | undefined {
    return this.#variables.get(identifier);
  }

  /** Lookup by name, for JSX tags, of which not every scope manager makes references. */
  lookUp(name: string, from: Scope | null): ScopeVariable | undefined {
    for (let scope = from; scope; scope = scope.upper) {
      const variable = scope.set.get(name);
      if (variable) return variable.defs.length > 0 ? variable : undefined;
    }
    return undefined;
  }

  /** Every identifier that declares or assigns the variable, in source order. */
  bindingsOf(variable: ScopeVariable): readonly Node[] {
    const all = new Set<object>();
    for (const definition of variable.defs) all.add(definition.name);
    for (const write of this.#writes.get(variable) ?? []) all.add(write);
    return ([...all] as Node[]).sort((a, b) => (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0));
  }

  /** Every identifier that assigns the variable; declarations with an initialiser are among them. */
  writesOf(variable: ScopeVariable): readonly Node[] {
    return (this.#writes.get(variable) ?? []) as Node[];
  }

  /** Every identifier that reads the variable. */
  readsOf(variable: ScopeVariable): readonly Node[] {
    return (this.#reads.get(variable) ?? []) as Node[];
  }
}

function add(map: Map<ScopeVariable, object[]>, variable: ScopeVariable, identifier: object): void {
  const list = map.get(variable);
  if (list) list.push(identifier);
  else map.set(variable, [identifier]);
}
