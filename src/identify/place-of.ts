import type { Place } from '../facts/index.js';
import type { Term } from '../link/term.js';

/** Where a term's value stands: exact for calls, objects and arrays, else that of the context given. */
export function placeOf(term: Term, fallback?: Place): Place {
  const { value, file } = term;
  const range = 'at' in value ? value.at : value.k === 'function' ? file.functions[value.id]?.at : value.k === 'class' ? file.classes[value.id]?.at : undefined;
  return range ? { file: file.file, range } : (fallback ?? { file: file.file, range: [0, 0] });
}
