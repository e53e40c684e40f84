import type { Identity, Segment, Value } from '../facts/index.js';
import { weaker } from '../facts/tiers.js';
import type { Linked } from '../link/link.js';
import { resolveTerm } from '../link/property.js';
import type { Term } from '../link/term.js';
import type { LibraryModel, RootRow, Row } from '../models/library-model.js';
import { parseAccessPath } from './access-path.js';
import { CallRows } from './call-rows.js';
import { rowsOf } from './context.js';
import type { ModelRow } from './context.js';
import { holds } from './lifetimes.js';
import type { Matcher } from './matcher.js';

/** A place below the root of a session memory: `req.session.journey.email`. */
export interface SessionPath {
  readonly match: ModelRow<RootRow>;
  /** Below the root; `'*'` for a key that is not literal. */
  readonly path: readonly string[];
  readonly identity: Identity;
}

/** Tells what is session memory. */
export interface SessionMemory extends Pick<SessionRoots, 'pathOf' | 'isEndedBy'> {
  /** Collections whose entries are session memory, where there are such. */
  collectionAt?(owner: Term): ModelRow<RootRow> | undefined;
}

const MAX_DEPTH = 8;

/** Finds which session memory a value lies in, through aliases, parameters and other files. */
export class SessionRoots {
  readonly #linked: Linked;
  readonly #matcher: Matcher;
  readonly #rows: readonly ModelRow<RootRow>[];
  readonly #ends: CallRows<Row>;
  readonly #known = new Map<Term, SessionPath | null>();
  #depth = 0;

  constructor(linked: Linked, matcher: Matcher, models: readonly LibraryModel[]) {
    this.#linked = linked;
    this.#matcher = matcher;
    this.#rows = rowsOf(models, (model) => model.roots);
    this.#ends = new CallRows(rowsOf(models, (model) => model.clears?.filter(({ memory, clears }) => memory === 'server-session' && clears !== 'key')));
  }

  /** Does the call end a whole session, as models tell: `req.session.destroy()`? */
  isEndedBy(call: Term): boolean {
    return this.#ends.candidates(this.#linked, call).some(({ row }) => this.#matcher.isItself(call, row) !== undefined);
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
      const key = this.#keyOf(view, view.value.key);
      const identity = view.file === term.file ? outer.identity : weaker(outer.identity, 'linked');
      return { match: outer.match, path: [...outer.path, key], identity };
    }
    return undefined;
  }

  /** `state[name]` with the one name that a caller gives it. */
  #keyOf(view: Term, key: Segment): string {
    if (typeof key === 'string') return key;
    const cases = 'dynamic' in key ? resolveTerm(this.#linked, this.#linked.beside(view, key.dynamic)) : [];
    const names = new Set(cases.map((found) => (found.status === 'known' && found.term.value.k === 'literal' && typeof found.term.value.value === 'string' ? found.term.value.value : '*')));
    const [only = '*', ...others] = names;
    return others.length === 0 ? only : '*';
  }

  /**
   * Is it a root itself: `req.session`, `localStorage`, the result of `getIronSession(…)`, or (a row without a path
   * that starts from a type) anything of that type?
   */
  #rootAt(view: Term): SessionPath | undefined {
    const { value } = view;
    if (!ROOT_KINDS.has(value.k)) return undefined;
    for (const match of this.#rows) {
      if (!canBeRoot(value, match.row)) continue;
      const identity = 'type' in match.row.from && match.row.path === '' ? this.#matcher.hasType(view, match.row.from.type) : this.#matcher.isItself(view, match.row);
      if (identity && this.#isMeant(view, match.row)) return { match, path: [], identity };
    }
    return undefined;
  }

  /** `getCookie(c)` gives all of them, `getCookie(c, 'sid')` one. */
  #isMeant(base: Term, { when = [] }: RootRow): boolean {
    return when.every((one) => holds({ linked: this.#linked, base }, one) === 'yes');
  }
}

const ROOT_KINDS: ReadonlySet<Value['k']> = new Set(['member', 'global', 'call', 'new', 'param', 'instance']);

/** Does the value look like the last step of the row's path? Most do not, and cost no more than this. */
function canBeRoot(value: Value, row: RootRow): boolean {
  const last = parseAccessPath(row.path).at(-1);
  switch (last?.step) {
    case 'member':
      return value.k === 'member' && typeof value.key === 'string' && (last.names === 'any' || last.names.includes(value.key));
    case 'return':
      return value.k === 'call';
    case 'new':
      return value.k === 'new';
    case 'parameter':
      return value.k === 'param';
    case undefined:
      return 'global' in row.from ? value.k === 'global' : 'type' in row.from && value.k !== 'global';
    default:
      return false;
  }
}
