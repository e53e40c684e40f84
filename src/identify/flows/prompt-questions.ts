import type { Place } from '../../facts/index.js';
import { resolveProperty, resolveTerm } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { PromptRow } from '../../models/library-model.js';
import type { IdentifyContext } from '../context.js';
import { read } from '../readers/read.js';
import { isEmpty } from './clears-of.js';

/** One question of a prompt. */
export interface Question {
  /** Absent: the answer is called like what it is given to. */
  readonly name?: string;
  readonly text?: string;
  /** Where it stands; absent: it is all that the call asks. */
  readonly at?: Place;
  /** Its options, where they stand in the code as an object. */
  readonly options?: Place;
  /** It may be left out, or answered before it is asked. */
  readonly mayBeSkipped: boolean;
  /** It shows an answer. */
  readonly shows: boolean;
}

/** What a prompt asks, as far as it stands in the code. */
export function questionsOf(context: IdentifyContext, call: Term, row: PromptRow): readonly Question[] {
  const { linked } = context;
  const isKnown = row.known !== undefined && read({ linked, base: call }, row.known).some((found) => found.status !== 'absent' && !(found.status === 'known' && isEmpty(found.term)));
  return read({ linked, base: call }, row.questions).flatMap((found): readonly Question[] => {
    if (found.status !== 'known') return [];
    const { term } = found;
    if (row.name === undefined && !row.returned) return [toQuestion(context, term, row, { isKnown })];
    if (term.value.k === 'array') return term.value.of.flatMap((id) => listed(context, linked.beside(term, id), row, isKnown));
    if (term.value.k !== 'object') return [];
    if (row.name !== undefined && term.value.entries.some(({ key }) => key === row.name)) return listed(context, term, row, isKnown);
    return term.value.entries.flatMap((entry) => entered(context, term, entry.key, row, { file: term.file.file, range: entry.at }, linked.beside(term, entry.value), isKnown));
  });
}

/** `{ name: 'email', message: 'E-mail' }` of a list. */
function listed(context: IdentifyContext, element: Term, row: PromptRow, isKnown: boolean): readonly Question[] {
  return resolveTerm(context.linked, element).flatMap((found) => {
    if (found.status !== 'known' || found.term.value.k !== 'object') return [];
    const name = literalAt(context, found.term, row.name ?? 'name');
    return typeof name === 'string' ? [toQuestion(context, found.term, row, { isKnown, name, at: { file: found.term.file.file, range: found.term.value.at } })] : [];
  });
}

/** `{ email: { message: 'E-mail' } }`, `{ email: () => text({ message: 'E-mail' }) }` */
function entered(context: IdentifyContext, _object: Term, name: string, row: PromptRow, at: Place, value: Term, isKnown: boolean): readonly Question[] {
  const { linked } = context;
  if (!row.returned) return resolveTerm(linked, value).flatMap((found) => (found.status === 'known' && found.term.value.k === 'object' ? [toQuestion(context, found.term, row, { isKnown, name, at })] : []));
  return linked.functionsOf(value).flatMap(({ file, fn }) => fn.returns.flatMap((id) => resolveTerm(linked, linked.term(file, id)).flatMap((found) => {
    const call = found.status === 'known' ? found.term : undefined;
    const [first] = call?.value.k === 'call' ? call.value.args : [];
    return call && first !== undefined ? [toQuestion(context, linked.beside(call, first), row, { isKnown: isKnown || fn.returns.length > 1 || fn.effects.some(({ where }) => where.arms.length > 0), name, at })] : [];
  })));
}

function toQuestion(context: IdentifyContext, options: Term, row: PromptRow, { isKnown, ...base }: { readonly isKnown: boolean; readonly name?: string; readonly at?: Place }): Question {
  const text = options.value.k === 'literal' ? options.value.value : literalAt(context, options, 'message');
  const isGiven = (key: string): boolean => options.value.k !== 'literal' && resolveProperty(context.linked, options, [key]).some((found) => found.status !== 'absent' && !(found.status === 'known' && isEmpty(found.term)));
  return {
    ...base,
    ...(typeof text === 'string' ? { text } : {}),
    ...(options.value.k === 'object' ? { options: { file: options.file.file, range: options.value.at } } : {}),
    mayBeSkipped: isKnown || (row.skips ?? []).some((key) => isGiven(key) && typeof literalAt(context, options, key) !== 'string'),
    shows: (row.shows ?? []).some(isGiven),
  };
}

function literalAt({ linked }: IdentifyContext, options: Term, key: string): unknown {
  const [found, ...others] = options.value.k === 'object' ? resolveProperty(linked, options, [key]) : [];
  return found?.status === 'known' && others.length === 0 && found.term.value.k === 'literal' ? found.term.value.value : undefined;
}
