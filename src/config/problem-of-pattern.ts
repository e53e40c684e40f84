/**
 * What is wrong with a pattern: empty, a comment, outside of the folder, or of a kind that takes long to match. Each
 * `*` multiplies the ways to match a name, so a segment has three at most.
 */
export function problemOfPattern(pattern: string): string | undefined {
  const body = pattern.replace(/^!/, '');
  if (body.trim() === '') return 'is empty';
  if (body.startsWith('#')) return 'is a comment: write \\# for a name that begins with #';
  if (/^(?:\.\.?\/|[A-Za-z]:[\\/]|~\/)/.test(body)) return 'must be relative to the folder of the configuration, without ./ or ../ before it';
  if (body.includes('\\\\') || /\\[A-Za-z]/.test(body)) return 'must use / between folders';
  if (/\{[^}]*,[^}]*\}/.test(body)) return 'has braces, which .gitignore does not know: write one pattern for each';
  const segments = body.split('/');
  const isWide = segments.filter((segment) => segment === '**').length > 4 || segments.some((segment) => segment !== '**' && segment.replace(/[^*]/g, '').length > 3);
  return isWide || segments.length > 50 ? 'has too many wildcards: at most three * between two slashes, and four **' : undefined;
}
