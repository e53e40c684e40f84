import type { FunctionRef, Term } from '../../link/term.js';

/** What the awaited result of a call is given to: `['email']` of `const email = await …`, `['email']` of `answers.email = await …`. */
export function resultPath({ id, value }: Term, { file, fn }: FunctionRef): readonly string[] {
  if (value.k !== 'call') return [];
  const name = file.awaits?.find(({ call }) => call === id)?.name;
  if (name !== undefined) return [name];
  const isResult = (given: number): boolean => given === id || (file.values[given]?.k === 'await' && (file.values[given] as { readonly of: number }).of === id);
  for (const effect of fn.effects) {
    const target = effect.e === 'write' && isResult(effect.value) ? file.values[effect.target] : undefined;
    if (target?.k === 'member' && typeof target.key === 'string') return ['answers', target.key];
  }
  for (const object of file.values) {
    const entry = object.k === 'object' ? object.entries.find((one) => isResult(one.value)) : undefined;
    if (entry) return ['answers', entry.key];
  }
  return [];
}
