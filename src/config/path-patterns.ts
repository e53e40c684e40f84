import ignore from 'ignore';

/** What patterns say of a path: one that begins with `!` takes it out again. `undefined`: nothing. */
export type Verdict = 'matches' | 'excepted' | undefined;

/** Patterns in the grammar of `.gitignore`, relative to a folder. */
export class PathPatterns {
  private readonly matcher: ignore.Ignore;

  constructor(patterns: readonly string[]) {
    this.matcher = ignore().add(patterns);
  }

  /** @param path POSIX, relative to the patterns' folder; folders end in `/` */
  of(path: string): Verdict {
    const { ignored, unignored } = this.matcher.test(path);
    return ignored ? 'matches' : unignored ? 'excepted' : undefined;
  }
}

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
