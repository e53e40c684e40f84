import { SourceLines } from './source-lines.js';

/** The texts of reported files, each split into lines once. */
export class Sources {
  readonly #textOf: (path: string) => string | undefined;
  readonly #lines = new Map<string, SourceLines | undefined>();

  constructor(textOf: (path: string) => string | undefined) {
    this.#textOf = textOf;
  }

  /** `undefined` when the text is not known. */
  of(path: string): SourceLines | undefined {
    if (!this.#lines.has(path)) {
      const text = this.#textOf(path);
      this.#lines.set(path, text === undefined ? undefined : new SourceLines(text));
    }
    return this.#lines.get(path);
  }
}
