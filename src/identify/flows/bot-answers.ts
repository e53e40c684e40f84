import type { Capture, FieldIdentity, Place } from '../../facts/index.js';
import { resolveTerm } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { IdentifyContext } from '../context.js';
import { sameField } from '../fields/same-field.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import type { SessionMemory } from '../session-roots.js';
import { wordsOf } from '../words-of.js';
import type { ComposedEffect } from './composed-effects.js';
import { keptBy } from './kept-by.js';
import { partsOf } from './session-tests.js';

/** Property paths below a bot's context where a person's answer arrives: `[['message'], ['callbackQuery']]`. */
export type AnswerPaths = readonly (readonly string[])[];

/** Does a value come from what the person sent? */
export type AnswerTest = (term: Term) => boolean;

/** What an effect keeps of the person's answer: `ctx.session.email = ctx.message.text`. */
export function capturesOf(context: IdentifyContext, roots: SessionMemory, one: ComposedEffect, isAnswer: AnswerTest): readonly Capture[] {
  const kept = keptBy(context.linked, roots, one);
  if (!kept) return [];
  const { target } = kept;
  return piecesOf(context, kept.value).flatMap(({ keys, term, at }) => {
    const path = [...target.path, ...keys];
    const field = path.length > 0 && isAnswer(term) ? toFieldIdentity(path, context.fieldAliases) : undefined;
    return field ? [{ at: at ?? one.at, memory: target.match.row.memory, field, path: [target.match.row.name, ...path], where: one.where }] : [];
  });
}

/** `{ name: a, email: b }` is kept piece by piece. */
function piecesOf({ linked }: IdentifyContext, value: Term): readonly { readonly keys: readonly string[]; readonly term: Term; readonly at?: Place }[] {
  const objects = resolveTerm(linked, value).flatMap((found) => (found.status === 'known' && found.term.value.k === 'object' ? [found.term] : []));
  if (objects.length === 0) return [{ keys: [], term: value }];
  return objects.flatMap((object) => (object.value.k === 'object' ? object.value.entries.map((entry) => ({ keys: [entry.key], term: linked.beside(object, entry.value), at: { file: object.file.file, range: entry.at } })) : []));
}

/** Answers by the words that lead to them. */
export function answerTest({ linked }: IdentifyContext, answers: AnswerPaths): AnswerTest {
  const isAnswer = (term: Term, depth: number): boolean => {
    if (depth > 6) return false;
    if (term.value.k === 'member') {
      const words = wordsOf(linked, term);
      if (answers.some((answer) => answer.every((word) => words.includes(word)))) return true;
    }
    return partsOf(linked, term).some((part) => isAnswer(part, depth + 1));
  };
  return (term) => isAnswer(term, 0);
}

/** The field that captures agree on. */
export function onlyField(captures: readonly Capture[]): FieldIdentity | undefined {
  const [first] = captures;
  return first && captures.every((capture) => sameField(capture.field, first.field)) ? first.field : undefined;
}
