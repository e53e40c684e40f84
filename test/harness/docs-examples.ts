import { codeBlocksOf } from './code-blocks.js';
import type { TextFile } from './scanner-hosts.js';

/** A code block of a rule's page, or several that name files of one project. */
export interface Example {
  readonly section: 'Incorrect' | 'Correct';
  /** 1-based line of the first block. */
  readonly line: number;
  readonly files: readonly TextFile[];
}

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['ts', 'src/app.ts'],
  ['tsx', 'src/app.tsx'],
  ['js', 'src/app.js'],
  ['jsx', 'src/app.jsx'],
  ['vue', 'src/App.vue'],
  ['svelte', 'src/App.svelte'],
  ['astro', 'src/pages/index.astro'],
  ['njk', 'views/page.njk'],
]);

/** The headings of a page, `## Why` as `Why`. */
export function headingsOf(page: string): string[] {
  return page
    .replace(/^```[\s\S]*?^```/gm, '')
    .split('\n')
    .flatMap((line) => /^## (.+)$/.exec(line)?.[1] ?? []);
}

/**
 * The examples under "Incorrect" and "Correct". Neighbouring blocks with `file=…` in their info strings are one
 * project; a name that was there already begins the next one.
 *
 * @throws {Error} for a block in a language that is not known.
 */
export function examplesOf(page: string): Example[] {
  const examples: { section: Example['section']; line: number; files: TextFile[]; open: boolean }[] = [];
  for (const block of codeBlocksOf(page)) {
    if (block.section !== 'Incorrect' && block.section !== 'Correct') continue;
    const path = block.file ?? EXTENSIONS.get(block.language);
    if (path === undefined) throw new Error(`Line ${block.line}: "${block.language}" is no language that is scanned.`);
    const last = examples.at(-1);
    const file = { path, text: block.text };
    const joins =
      block.file !== undefined && last?.open && last.section === block.section && !last.files.some((other) => other.path === path);
    if (joins) last.files.push(file);
    else examples.push({ section: block.section, line: block.line, files: [file], open: block.file !== undefined });
  }
  return examples;
}
