import type { Identity, Memory } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import type { Term } from '../link/term.js';
import type { LibraryModel, Row } from '../models/library-model.js';
import { rowsOf } from './context.js';
import type { ModelRow } from './context.js';
import { weaker } from './matcher.js';
import type { Matcher } from './matcher.js';

type RootRow = Row & { readonly memory: Memory; readonly name: string };

/** A place below the root of a session memory: `req.session.journey.email`. */
export interface SessionPath {
  readonly match: ModelRow<RootRow>;
  /** Below the root; `'*'` for a key that is not literal. */
  readonly path: readonly string[];
  readonly identity: Identity;
}

const MAX_DEPTH = 8;

/** Finds which session memory a value lies in, through aliases, parameters and other files. */
export class SessionRoots {
  readonly #linked: Linked;
  readonly #matcher: Matcher;
  readonly #rows: readonly ModelRow<RootRow>[];
  readonly #known = new Map<Term, SessionPath | null>();
  #depth = 0;

  constructor(linked: Linked, matcher: Matcher, models: readonly LibraryModel[]) {
    this.#linked = linked;
    this.#matcher = matcher;
    this.#rows = rowsOf(models, (model) => model.roots);
  }

  /** The session memory that `term` is a part of; `undefined` when it is not known to be in any. */
  pathOf(term: Term): SessionPath | undefined {
    const known = this.#known.get(term);
    if (known !== undefined) return known ?? undefined;
    if (this.#depth >= MAX_DEPTH) return undefined;
    this.#known.set(term, null);
    this.#depth++;
    const found = this.#find(term);
    this.#depth--;
    if (found) this.#known.set(term, found);
    else if (this.#depth > 0) this.#known.delete(term);
    return found;
  }

  #find(term: Term): SessionPath | undefined {
    for (const view of this.#linked.views(term)) {
      const root = this.#rootAt(view);
      if (root) return view.file === term.file ? root : { ...root, identity: weaker(root.identity, 'linked') };
      if (view.value.k !== 'member') continue;
      const outer = this.pathOf(this.#linked.beside(view, view.value.of));
      if (!outer) continue;
      const key = typeof view.value.key === 'string' ? view.value.key : '*';
      const identity = view.file === term.file ? outer.identity : weaker(outer.identity, 'linked');
      return { match: outer.match, path: [...outer.path, key], identity };
    }
    return undefined;
  }

  #rootAt(view: Term): SessionPath | undefined {
    const { value } = view;
    if (value.k !== 'member' && value.k !== 'global') return undefined;
    for (const match of this.#rows) {
      const last = /Member\[([^\]]+)\]$/.exec(match.row.path)?.[1];
      if (value.k === 'member' ? value.key !== last : last !== undefined) continue;
      const identity = this.#matcher.matches(view, match.row);
      if (identity) return { match, path: [], identity };
    }
    return undefined;
  }
}
