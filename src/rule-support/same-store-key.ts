import type { KeyShape, Write } from '../facts/index.js';

function shapesOf(write: Write): KeyShape[] {
  return (write.key?.cases ?? []).flatMap((found) => (found.status === 'known' ? [found.value] : []));
}

/** Without literal text (`set(id, …)`) only the same parts are the same key. */
function sameShape(a: KeyShape, b: KeyShape): boolean {
  if (a.quasis.length !== b.quasis.length || !a.quasis.every((quasi, index) => quasi === b.quasis[index])) return false;
  return a.quasis.some((quasi) => quasi !== '') || a.parts.join() === b.parts.join();
}

/** Do two writes go to the same entry of the same kind of store, as far as the literal text of their keys tells? */
export function sameStoreKey(a: Write, b: Write): boolean {
  return a.library === b.library && shapesOf(a).some((shape) => shapesOf(b).some((other) => sameShape(shape, other)));
}
