import type { Ask, Facts } from '../facts/index.js';

function overlap(a: readonly string[], b: readonly string[]): boolean {
  const common = Math.min(a.length, b.length);
  return a.slice(0, common).every((segment, index) => segment === b[index] || segment === '*' || b[index] === '*');
}

/**
 * A condition that always holds: it looks whether `session.mail` is missing, where the answers are kept in
 * `session.email` and no code of the whole project ever writes `session.mail`.
 */
export function isIdleGuard({ guard, guardedBy = [] }: Ask, { scope, writes, escapes }: Facts): boolean {
  if (scope !== 'project' || guard !== 'missing' || guardedBy.length === 0) return false;
  return guardedBy.every((tested) => {
    const path = tested.slice(1);
    return !writes.some((write) => overlap(write.path, path)) && !escapes.some((escape) => escape.to === 'call' && overlap(escape.path, path));
  });
}
