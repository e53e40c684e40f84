import type { TextFile } from './scanner-hosts.js';

/** A code block of a rule's page, or several that name files of one project. */
export interface Example {
  readonly section: 'Incorrect' | 'Correct';
  /** 1-based line of the first block. */
  readonly line: number;
  readonly files: readonly TextFile[];
}

interface Block {
  readonly section: string;
  readonly line: number;
  readonly language: string;
  readonly file?: string;
  readonly code: string;
}

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['ts', 'src/app.ts'],
  ['tsx', 'src/app.tsx'],
  ['js', 'src/app.js'],
  ['jsx', 'src/app.jsx'],
  ['vue', 'src/App.vue'],
  ['svelte', 'src/App.svelte'],
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
  for (const block of blocksOf(page)) {
    if (block.section !== 'Incorrect' && block.section !== 'Correct') continue;
    const path = block.file ?? EXTENSIONS.get(block.language);
    if (path === undefined) throw new Error(`Line ${block.line}: "${block.language}" is no language that is scanned.`);
    const last = examples.at(-1);
    const file = { path, text: block.code };
    const joins =
      block.file !== undefined && last?.open && last.section === block.section && !last.files.some((other) => other.path === path);
    if (joins) last.files.push(file);
    else examples.push({ section: block.section, line: block.line, files: [file], open: block.file !== undefined });
  }
  return examples;
}

function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let section = '';
  let open: { line: number; info: string; code: string[] } | undefined;
  page.split('\n').forEach((text, index) => {
    if (open) {
      if (text.trim() === '```') {
        blocks.push(toBlock(section, open));
        open = undefined;
      } else {
        open.code.push(text);
      }
      return;
    }
    section = /^## (.+)$/.exec(text)?.[1] ?? section;
    const info = /^```(\S.*)$/.exec(text)?.[1];
    if (info) open = { line: index + 1, info, code: [] };
  });
  return blocks;
}

function toBlock(section: string, { line, info, code }: { line: number; info: string; code: string[] }): Block {
  const [language = '', ...attributes] = info.split(/\s+/);
  const file = attributes.find((attribute) => attribute.startsWith('file='))?.slice('file='.length).replace(/^"|"$/g, '');
  return { section, line, language, code: `${code.join('\n')}\n`, ...(file ? { file } : {}) };
}
