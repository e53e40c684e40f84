/** A moment after which no more files are begun. */
export class Deadline {
  private readonly end: number;

  /** @param ms from now; `Infinity` for none */
  constructor(ms: number) {
    this.end = performance.now() + ms;
  }

  get isOver(): boolean {
    return performance.now() >= this.end;
  }

  /** Milliseconds left, at least 1 and at most `most`. */
  left(most: number): number {
    return Math.max(1, Math.min(most, this.end - performance.now()));
  }
}
