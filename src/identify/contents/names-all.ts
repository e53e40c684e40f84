import type { Value } from '../../facts/index.js';

/** Is it `'*'` or `'users.*'`, which picks no columns? */
export function namesAll(value: Value): boolean {
  return value.k === 'literal' && typeof value.value === 'string' && /^\s*(?:\w+\.)?\*/.test(value.value);
}
