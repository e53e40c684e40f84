import type { Range } from '../facts/index.js';
import { keepOnly } from './keep-only.js';
import { scriptLanguage, type ScriptLanguage } from './script-language.js';
import { svelteScripts } from './svelte-scripts.js';
import { vueScripts } from './vue-scripts.js';

/** The scripts of a single-file component. */
export interface ScriptBlocks {
  readonly dialect: 'vue' | 'svelte';
  /** What all the scripts can be parsed as: that of the widest one. `unknown`: none of them is JavaScript or TypeScript. */
  readonly lang: ScriptLanguage | 'unknown';
  /** The text with spaces for everything but the scripts; line ends are kept. Ranges of its tree are ranges of the file. */
  readonly masked: string;
}

/** A script at the outermost level: its attributes, and where its code is. */
export interface ScriptBlock {
  readonly attributes: ReadonlyMap<string, string>;
  readonly code: Range;
}

/**
 * The top-level `<script>` blocks of a `.vue` or `.svelte` file, without those that are comments, inside of the
 * template, in another language (`lang="coffee"`) or in another file (`<script src>`).
 *
 * @param file decides the dialect by its extension
 * @param text without byte order mark
 * @returns nothing for other files, and for components without a script
 */
export function scriptBlocks(file: string, text: string): ScriptBlocks | undefined {
  const dialect = /\.(vue|svelte)$/i.exec(file)?.[1]?.toLowerCase() as ScriptBlocks['dialect'] | undefined;
  if (dialect === undefined) return undefined;
  const blocks = (dialect === 'vue' ? vueScripts(text) : svelteScripts(text)).filter(({ attributes }) => !attributes.has('src'));
  if (blocks.length === 0) return undefined;
  const read = blocks.map((block) => ({ ...block, lang: scriptLanguage(block.attributes) })).filter((block) => block.lang !== undefined);
  return { dialect, lang: widest(read.map(({ lang }) => lang)), masked: keepOnly(text, read.map(({ code }) => code)) };
}

function widest(languages: readonly (ScriptLanguage | undefined)[]): ScriptBlocks['lang'] {
  if (languages.length === 0) return 'unknown';
  const typed = languages.some((lang) => lang?.startsWith('ts'));
  const jsx = languages.some((lang) => lang?.endsWith('x'));
  return `${typed ? 'ts' : 'js'}${jsx ? 'x' : ''}`;
}
