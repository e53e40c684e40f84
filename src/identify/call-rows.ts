import type { Linked } from '../link/link.js';
import type { Term } from '../link/term.js';
import type { Row } from '../models/library-model.js';
import { parseAccessPath } from './access-path.js';
import type { ModelRow } from './context.js';

const ROOT = '()';

/**
 * Rows by the name that a call of them must show: `redis.set(…)` shows `set`, `session(…)` shows its import. Most
 * calls of a file show a name that no row has, and cost one look-up.
 */
export class CallRows<R extends Row> {
  readonly #byName = new Map<string, ModelRow<R>[]>();

  constructor(rows: readonly ModelRow<R>[]) {
    for (const match of rows) for (const name of namesShown(match.row)) push(this.#byName, name, match);
  }

  candidates(linked: Linked, call: Term): readonly ModelRow<R>[] {
    const { value } = call;
    if (value.k !== 'call' && value.k !== 'new') return [];
    const callee = linked.beside(call, value.callee);
    if (callee.value.k === 'member' && typeof callee.value.key === 'string') {
      return [...this.#rows(callee.value.key), ...(callee.value.key === 'default' || isNamespace(linked, callee) ? this.#rows(ROOT) : [])];
    }
    const found = new Set<ModelRow<R>>();
    for (const view of linked.views(callee)) {
      const name = view.value.k === 'import' ? view.value.name : view.value.k === 'global' ? view.value.name : view.value.k === 'member' && typeof view.value.key === 'string' ? view.value.key : undefined;
      if (name !== undefined) for (const row of this.#rows(name)) found.add(row);
      for (const row of this.#rows(ROOT)) found.add(row);
    }
    return [...found];
  }

  #rows(name: string): readonly ModelRow<R>[] {
    return this.#byName.get(name) ?? [];
  }
}

function isNamespace(linked: Linked, callee: Term): boolean {
  return callee.value.k === 'member' && linked.beside(callee, callee.value.of).value.k === 'import';
}

function namesShown(row: Row): readonly string[] {
  if (row.handedTo) return row.handedTo.method;
  const steps = parseAccessPath(row.path);
  const before = steps.at(-2);
  if (before?.step === 'member' && before.names !== 'any') return before.names;
  return [ROOT];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
