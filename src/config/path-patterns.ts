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
