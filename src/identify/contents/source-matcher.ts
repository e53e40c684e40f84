import { argumentOf } from '../../link/linker.js';
import type { Term } from '../../link/term.js';
import type { Read, SourceRow } from '../../models/library-model.js';
import { parseAccessPath } from '../access-path.js';
import { CallRows } from '../call-rows.js';
import { rowsOf } from '../context.js';
import type { IdentifyContext, ModelRow } from '../context.js';
import { read } from '../readers/read.js';
import type { Content, Way } from './content.js';
import { namesAll } from './names-all.js';
import { readQueryText } from './read-query-text.js';

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
    const match = this.rowOf(term);
    return match && this.#toContent(match, term);
  }

  /** The row that says what `term` gives. Unlike {@link at} it does not care how much of the data is picked. */
  rowOf(term: Term): ModelRow<SourceRow> | undefined {
    const { linked, versions } = this.#context;
    const isCall = term.value.k === 'call' || term.value.k === 'new';
    const candidates = isCall ? this.#calls.candidates(linked, term) : term.value.k === 'member' ? this.#places : [];
    return candidates.find((candidate) => versions.fit(candidate.model, candidate.row, term.file) !== 'no' && this.#isMeant(term, candidate.row));
  }

  /** A row may be about what a call is handed: `client.send(new GetCommand({ … }))`. */
  #isMeant(term: Term, row: SourceRow): boolean {
    const { linked, matcher } = this.#context;
    if (!row.handedTo) return matcher.isItself(term, row) !== undefined;
    const argument = argumentOf(linked, term, row.handedTo.argument);
    return argument !== undefined && matcher.matches(argument, row) !== undefined;
  }

  #toContent(match: ModelRow<SourceRow>, term: Term): Content | undefined {
    const { row } = match;
    if (this.#stands(term, row.picks)) return undefined;
    if (row.columns !== undefined && this.#namesColumns(term, row.columns)) return undefined;
    const query = this.#query(term, row.sql);
    if (query?.gives === 'columns') return undefined;
    const bounded = query?.bounded === true || this.#stands(term, row.bounds) ? { bounded: true as const } : {};
    const of = { match, term };
    if (row.data === undefined && row.chain === undefined && row.callback === undefined) return { is: 'copy', of, kind: row.gives, ...bounded };
    const picked = row.chain?.starts ? { picked: true as const } : {};
    return { is: 'carrier', of, ...bounded, ...picked, ...waysOf(row) };
  }

  /** Is anything given in one of these places? */
  #stands(base: Term, reads: readonly Read[] = []): boolean {
    return reads.some((what) => read({ linked: this.#context.linked, base }, what).some(({ status }) => status !== 'absent'));
  }

  #namesColumns(base: Term, what: Read): boolean {
    return read({ linked: this.#context.linked, base }, what).some((found) => found.status !== 'absent' && !(found.status === 'known' && namesAll(found.term.value)));
  }

  #query(base: Term, reads: readonly Read[] | undefined): ReturnType<typeof readQueryText> | undefined {
    if (reads === undefined) return undefined;
    const { linked } = this.#context;
    const texts = reads.flatMap((what) => read({ linked, base }, what)).flatMap((found) => (found.status === 'known' ? [readQueryText(linked, found.term)] : []));
    return texts.find(({ gives }) => gives === 'rows') ?? { gives: 'columns', bounded: false };
  }
}

function waysOf({ data, bytes = [], gives }: SourceRow): { readonly ways?: readonly Way[] } {
  if (data === undefined) return {};
  return { ways: [...data.map((path) => ({ steps: parseAccessPath(path), kind: gives })), ...bytes.map((path) => ({ steps: parseAccessPath(path), kind: 'binary' as const }))] };
}

function isPlace(row: SourceRow): boolean {
  return /^$|\]$/.test(row.path) && !/Return$|New$/.test(row.path);
}
