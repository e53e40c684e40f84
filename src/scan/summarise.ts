import { extract } from '../extract/extract.js';
import type { ParsedProgram } from '../extract/program.js';
import type { Dialect, FileSummary } from '../facts/index.js';
import { scriptBlocks } from '../templates/script-blocks.js';
import { parseAstro } from './parse-astro.js';
import { parseFile, type ParseFailure } from './parse.js';

export type Summarised =
  | { readonly summary: FileSummary }
  /** The text is not of its language; the file is counted as having a syntax error. */
  | { readonly failed: string }
  /** A single-file component without a script, or with one in a language that is not read. */
  | { readonly empty: true };

/**
 * Text to summary, for the languages that have scripts. Templates are read elsewhere, because loading their parser
 * is only worth it where there are any.
 *
 * @throws RangeError when the text nests deeper than this thread's stack
 */
export function summarise(file: string, text: string, dialect: Dialect): Summarised {
  if (dialect === 'astro') {
    const parsed = parseAstro(file, text);
    return parsed === undefined ? { empty: true } : finish(parsed, dialect);
  }
  if (dialect !== 'vue' && dialect !== 'svelte') return finish(parseFile(file, text, dialect), dialect);
  const blocks = scriptBlocks(file, text);
  if (blocks === undefined || blocks.lang === 'unknown') return { empty: true };
  return finish(parseFile(file, blocks.masked, blocks.lang), dialect);
}

/** A component's script is parsed as its `lang`, and known as part of the component. */
function finish(parsed: ParsedProgram | ParseFailure, dialect: Dialect): Summarised {
  return 'failed' in parsed ? { failed: parsed.failed } : { summary: extract({ ...parsed, dialect }) };
}
