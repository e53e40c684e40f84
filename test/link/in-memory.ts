import { posix } from 'node:path';

import { extract } from '../../src/extract/extract.js';
import type { Dialect, FileSummary } from '../../src/facts/index.js';
import { link, type Linked } from '../../src/link/link.js';
import type { Term } from '../../src/link/term.js';
import { parseFile } from '../../src/scan/parse.js';

/** Links a project that exists in memory only. Specifiers are relative and name files without their ending. */
export function linkFiles(files: Readonly<Record<string, string>>): Linked {
  const summaries = Object.entries(files).map(([file, text]) => summarise(file, text));
  return link(summaries, (from, specifier) => {
    const path = posix.join(posix.dirname(from), specifier).replace(/\.js$/, '');
    return Object.keys(files).find((file) => file.replace(/\.\w+$/, '') === path);
  });
}

export function summarise(file: string, text: string): FileSummary {
  const dialect: Dialect = file.endsWith('.ts') ? 'ts' : 'jsx';
  const parsed = parseFile(file, text, dialect);
  if ('failed' in parsed) throw new Error(parsed.failed);
  return extract(parsed);
}

/** The argument of the first call of `probe(…)`. */
export function probe(linked: Linked, file: string): Term {
  for (const site of linked.callSites) {
    const { value } = site.call;
    if (site.call.file.file !== file || value.k !== 'call' || value.args[0] === undefined) continue;
    const callee = linked.beside(site.call, value.callee).value;
    if (callee.k === 'global' && callee.name === 'probe') return linked.beside(site.call, value.args[0]);
  }
  throw new Error(`${file} has no call of probe()`);
}

/** What a term may be in the end, for tests: literals as themselves, the rest by kind. */
export function endsOf(linked: Linked, term: Term): readonly unknown[] {
  return linked.ends(term).map(({ value }) => (value.k === 'literal' ? value.value : value.k === 'global' ? value.name : value.k));
}
