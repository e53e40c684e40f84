import type { Dialect } from '../facts/index.js';

const dialects: ReadonlyMap<string, Dialect> = new Map<string, Dialect>([
  ['js', 'js'], ['mjs', 'js'], ['cjs', 'js'], ['jsx', 'jsx'],
  ['ts', 'ts'], ['mts', 'ts'], ['cts', 'ts'], ['tsx', 'tsx'],
  ['vue', 'vue'], ['svelte', 'svelte'], ['astro', 'astro'],
  ['njk', 'nunjucks'], ['nunjucks', 'nunjucks'], ['html', 'nunjucks'],
]);

/**
 * The language a file is read as, by its extension. `undefined`: the file is not looked at.
 * `.html` is a candidate only: the scanner keeps it where the project renders nunjucks.
 */
export function dialectOf(path: string): Dialect | undefined {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? undefined : dialects.get(path.slice(dot + 1).toLowerCase());
}
