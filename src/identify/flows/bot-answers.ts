import type { Capture, FieldIdentity, Place } from '../../facts/index.js';
import { resolveTerm } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { IdentifyContext } from '../context.js';
import { sameField } from '../fields/same-field.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import type { SessionRoots } from '../session-roots.js';
import { wordsOf } from '../words-of.js';
import type { ComposedEffect } from './composed-effects.js';
import { partsOf } from './session-tests.js';

/** Property paths below a bot's context where a person's answer arrives: `[['message'], ['callbackQuery']]`. */
export type AnswerPaths = readonly (readonly string[])[];

/** What an effect keeps of the person's answer: `ctx.session.email = ctx.message.text`. */
export function capturesOf(context: IdentifyContext, roots: SessionRoots, one: ComposedEffect, answers: AnswerPaths): readonly Capture[] {
  if (one.effect.e !== 'write') return [];
  const target = roots.pathOf(context.linked.term(one.ref.file, one.effect.target, one.env));
  if (!target) return [];
  const value = context.linked.term(one.ref.file, one.effect.value, one.env);
  return piecesOf(context, value).flatMap(({ keys, term, at }) => {
    const path = [...target.path, ...keys];
    const field = path.length > 0 && isAnswer(context, term, answers) ? toFieldIdentity(path, context.fieldAliases) : undefined;
    return field ? [{ at: at ?? one.at, memory: target.match.row.memory, field, path: [target.match.row.name, ...path], where: one.where }] : [];
  });
}

/** `{ name: a, email: b }` is kept piece by piece. */
function piecesOf({ linked }: IdentifyContext, value: Term): readonly { readonly keys: readonly string[]; readonly term: Term; readonly at?: Place }[] {
  const objects = resolveTerm(linked, value).flatMap((found) => (found.status === 'known' && found.term.value.k === 'object' ? [found.term] : []));
  if (objects.length === 0) return [{ keys: [], term: value }];
  return objects.flatMap((object) => (object.value.k === 'object' ? object.value.entries.map((entry) => ({ keys: [entry.key], term: linked.beside(object, entry.value), at: { file: object.file.file, range: entry.at } })) : []));
}

/** Does a value come from what the person sent? */
export function isAnswer(context: IdentifyContext, term: Term, answers: AnswerPaths, depth = 0): boolean {
  if (depth > 6) return false;
  if (term.value.k === 'member') {
    const words = wordsOf(context.linked, term);
    if (answers.some((answer) => answer.every((word) => words.includes(word)))) return true;
  }
  return partsOf(context.linked, term).some((part) => isAnswer(context, part, answers, depth + 1));
}

/** The field that captures agree on. */
export function onlyField(captures: readonly Capture[]): FieldIdentity | undefined {
  const [first] = captures;
  return first && captures.every((capture) => sameField(capture.field, first.field)) ? first.field : undefined;
}
