import type { Linker } from './linker.js';
import type { Term } from './term.js';

/** Argument `index` of a call, when it is positional; `undefined` when it is missing or behind a spread. */
export function argumentOf(linker: Linker, call: Term, index: number): Term | undefined {
  const { value } = call;
  if (value.k !== 'call' && value.k !== 'new') return undefined;
  if (value.spreadFrom !== undefined && index >= value.spreadFrom) return undefined;
  const id = value.args[index];
  return id === undefined ? undefined : linker.beside(call, id);
}
