import type { Term } from '../../link/term.js';
import type { SourceRow } from '../../models/library-model.js';
import { CallRows } from '../call-rows.js';
import { rowsOf } from '../context.js';
import type { IdentifyContext, ModelRow } from '../context.js';
import { read } from '../readers/read.js';
import type { Content } from './content.js';

/** Finds the calls and places that models call sources: `User.findById(id)`, `axios.get(url)`, `req.body`. */
export class SourceMatcher {
  readonly #context: IdentifyContext;
  readonly #calls: CallRows<SourceRow>;
  readonly #places: readonly ModelRow<SourceRow>[];

  constructor(context: IdentifyContext) {
    this.#context = context;
    const rows = rowsOf(context.models, (model) => model.sources);
    this.#calls = new CallRows(rows.filter(({ row }) => !isPlace(row)));
    const posted = rowsOf(context.models, (model) => model.posted).map(({ model, row }): ModelRow<SourceRow> => ({ model, row: { ...row, gives: 'request-body' } }));
    this.#places = [...rows.filter(({ row }) => isPlace(row)), ...posted];
  }

  /** What `term` gives, if it is itself a source. */
  at(term: Term): Content | undefined {
    const { linked, matcher, versions } = this.#context;
    const isCall = term.value.k === 'call' || term.value.k === 'new';
    const candidates = isCall ? this.#calls.candidates(linked, term) : term.value.k === 'member' ? this.#places : [];
    const match = candidates.find((candidate) => versions.fit(candidate.model, candidate.row, term.file) !== 'no' && matcher.isItself(term, candidate.row) !== undefined);
    return match && this.#toContent(match, term);
  }

  #toContent(match: ModelRow<SourceRow>, term: Term): Content | undefined {
    const { row } = match;
    const stands = (reads: SourceRow['picks']): boolean => (reads ?? []).some((what) => read({ linked: this.#context.linked, base: term }, what).some(({ status }) => status !== 'absent'));
    if (stands(row.picks)) return undefined;
    const of = { match, term };
    const bounded = stands(row.bounds) ? { bounded: true as const } : {};
    if (row.data !== undefined || row.chain !== undefined) return { is: 'carrier', of, ...bounded };
    return { is: 'copy', of, kind: row.gives, ...bounded };
  }
}

function isPlace(row: SourceRow): boolean {
  return /^$|\]$/.test(row.path) && !/Return$|New$/.test(row.path);
}
