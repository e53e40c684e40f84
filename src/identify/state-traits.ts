import type { Place, ValueTraits } from '../facts/index.js';
import type { Term } from '../link/term.js';
import type { IdentifyContext } from './context.js';
import type { StateForm, States } from './state-of.js';
import { toValueTraits } from './value-traits.js';

const MAX_DEPTH = 4;

/**
 * What is known of a field that a state begins with. An empty text, `null` and `undefined` only hold its place: what
 * comes there later is not known. Flags and numbers stay what they are.
 *
 * @param reading `as it is`: `null` is `null`, as in what a function picks for the store
 */
export function toStateTraits(context: IdentifyContext, states: States, term: Term, as: StateForm, at: Place, reading: 'later' | 'as it is' = 'later', depth = 0): ValueTraits {
  const [only, ...others] = depth < MAX_DEPTH ? states.of(term, as) : [];
  const begins = only && others.length === 0 ? only : term;
  const fields = begins.value.k === 'object' ? states.fields(begins, as) : [];
  if (fields.length > 0) {
    return { names: [], types: [], through: [], properties: fields.map((field) => ({ path: [field.key], at: field.at, value: toStateTraits(context, states, field.term, as, field.at, reading, depth + 1) })) };
  }
  const traits = toValueTraits(context, begins, at);
  if (reading === 'as it is') return traits;
  const { literal, ...unknown } = traits;
  if (literal === '' ) return unknown;
  const isEmpty = literal === null || begins.value.k === 'object';
  // The whole is kept as JSON.
  return isEmpty ? { ...unknown, through: [...traits.through, 'stringify'] } : traits;
}
