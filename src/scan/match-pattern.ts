/**
 * Matches a specifier against keys with at most one `*` each, as tsconfig `paths` and package.json `imports` and
 * `exports` have them. An exact key wins over a pattern, a longer prefix over a shorter one.
 *
 * @returns the key and what its `*` stands for, `''` for an exact key
 */
export function matchPattern(specifier: string, keys: Iterable<string>): { readonly key: string; readonly star: string } | undefined {
  let best: { key: string; star: string } | undefined;
  let bestPrefix = -1;
  for (const key of keys) {
    if (key === specifier) return { key, star: '' };
    const star = key.indexOf('*');
    if (star <= bestPrefix) continue;
    const suffix = key.slice(star + 1);
    if (star < 0 || specifier.length < key.length - 1 || !specifier.startsWith(key.slice(0, star)) || !specifier.endsWith(suffix)) continue;
    best = { key, star: specifier.slice(star, specifier.length - suffix.length) };
    bestPrefix = star;
  }
  return best;
}
