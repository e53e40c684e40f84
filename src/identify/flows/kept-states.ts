import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import type { LibraryModel, RootRow } from '../../models/library-model.js';
import type { ModelRow } from '../context.js';
import type { SessionMemory, SessionPath } from '../session-roots.js';

/** Collections of the language: no library keeps them. */
const LANGUAGE: LibraryModel = { id: 'javascript', docs: '', packages: [], checkedAgainst: '' };

/**
 * Session memory as models tell, and beside it the entries of collections of the program, by which bots without a
 * session keep what they know of a chat: `const chats = new Map()`, `chats.get(chatId).name`; `chats[chatId].name`.
 */
export class KeptStates implements SessionMemory {
  readonly #linked: Linked;
  readonly #roots: SessionMemory;
  readonly #known = new Map<Term, SessionPath | null>();
  readonly #rows = new Map<Term, ModelRow<RootRow>>();

  constructor(linked: Linked, roots: SessionMemory) {
    this.#linked = linked;
    this.#roots = roots;
  }

  isEndedBy(call: Term): boolean {
    return this.#roots.isEndedBy(call);
  }

  pathOf(term: Term): SessionPath | undefined {
    const known = this.#known.get(term);
    if (known !== undefined) return known ?? undefined;
    this.#known.set(term, null);
    const found = this.#roots.pathOf(term) ?? this.#entryOf(term);
    if (found) this.#known.set(term, found);
    return found;
  }

  #entryOf(term: Term): SessionPath | undefined {
    for (const view of this.#linked.views(term)) {
      const { value } = view;
      if (value.k === 'call') {
        const callee = this.#linked.beside(view, value.callee);
        const match = callee.value.k === 'member' && callee.value.key === 'get' ? this.collectionAt(this.#linked.beside(callee, callee.value.of)) : undefined;
        if (match) return { match, path: [], identity: 'import' };
      } else if (value.k === 'member') {
        const found = this.#memberOf(this.#linked.beside(view, value.of), value.key);
        if (found) return found;
      }
    }
    return undefined;
  }

  #memberOf(owner: Term, key: string | object): SessionPath | undefined {
    if (typeof key !== 'string') {
      const match = 'dynamic' in key ? this.collectionAt(owner) : undefined;
      return match && { match, path: [], identity: 'import' };
    }
    const outer = this.#roots.pathOf(owner) ? undefined : this.pathOf(owner);
    return outer && { ...outer, path: [...outer.path, key] };
  }

  /** The collection of a module, or of an object that lives as long as the program, that a value is. */
  collectionAt(owner: Term): ModelRow<RootRow> | undefined {
    for (const view of this.#linked.views(owner)) {
      if (!isCollection(view)) continue;
      const known = this.#rows.get(view);
      const name = known ? known.row.name : this.#nameOf(owner, view);
      if (name === undefined) continue;
      const match = known ?? { model: LANGUAGE, row: { from: { global: name }, path: '', memory: 'flow-state', name } };
      this.#rows.set(view, match);
      return match;
    }
    return undefined;
  }

  /** What is made in a function dies with it. */
  #nameOf(owner: Term, view: Term): string | undefined {
    const variable = view.file.variables?.find(({ value }) => this.#linked.views(this.#linked.term(view.file, value)).includes(view));
    if (variable) return variable.name;
    const { value } = owner;
    return value.k === 'member' && typeof value.key === 'string' && this.#linked.beside(owner, value.of).value.k === 'this' ? value.key : undefined;
  }
}

function isCollection({ file, value }: Term): boolean {
  if (value.k === 'object') return value.entries.length === 0;
  const callee = value.k === 'new' ? file.values[value.callee] : undefined;
  return callee?.k === 'global' && callee.name === 'Map';
}
