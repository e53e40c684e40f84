import { toUri } from '../to-uri.js';
import type { Span } from '../finding.js';
import { toLabel } from './escape.js';

/** Writes links to places of the repository. */
export class Links {
  readonly #start: string;

  /**
   * @param folder where the report's paths begin, below the root of the repository
   * @param base address of that root with a slash at its end; `''` for links that are relative to it
   */
  constructor(folder: string, base: string) {
    this.#start = base + toUri(folder);
  }

  toFile(path: string): string {
    return `[${toLabel(path)}](${this.#start}${toUri(path)})`;
  }

  /** @param label Markdown */
  toLines({ path, line, endLine }: Span, label: string): string {
    return `[${label}](${this.#start}${toUri(path)}#L${line}${endLine > line ? `-L${endLine}` : ''})`;
  }
}
