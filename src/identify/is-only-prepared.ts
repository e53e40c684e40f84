import type { FileSummary, Value, ValueId } from '../facts/index.js';
import { operandsOf } from '../facts/operands.js';
import type { Term } from '../link/term.js';

const MAX_DEPTH = 4;

/**
 * Is `term` made for nothing but calls of `methods`? `const saver = PostgresSaver.fromConnString(url); await saver.setup();`
 * in a migration. What is exported, returned, kept or handed on may be used elsewhere.
 */
export function isOnlyPrepared({ file, id }: Term, methods: readonly string[]): boolean {
  const uses = usesOf(file, id, 0);
  return uses.length > 0 && uses.every((use) => typeof use !== 'string' && use.k === 'member' && typeof use.key === 'string' && methods.includes(use.key));
}

/** What is made of the value; `'elsewhere'` where it goes out of sight. */
function usesOf(file: FileSummary, id: ValueId, depth: number): readonly (Value | 'elsewhere')[] {
  if (depth > MAX_DEPTH || goesElsewhere(file, id)) return ['elsewhere'];
  return file.values.flatMap((value, index) => {
    if (!operandsOf(value).includes(id)) return [];
    return isTheSame(value) ? usesOf(file, index as ValueId, depth + 1) : [value];
  });
}

function isTheSame({ k }: Value): boolean {
  return k === 'await' || k === 'instance' || k === 'any';
}

function goesElsewhere(file: FileSummary, id: ValueId): boolean {
  if (file.exports.some(({ value }) => value === id)) return true;
  if (file.classes.some(({ members }) => members.some(({ value }) => value === id))) return true;
  return file.functions.some((fn) => fn.returns.includes(id) || fn.params.some((param) => param.default === id) || fn.effects.some((effect) => effect.e === 'write' && effect.value === id));
}
