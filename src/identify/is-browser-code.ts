import type { FileSummary } from '../facts/index.js';

/** Objects that only pages and extensions have. `navigator` and `crypto` exist in servers too. */
const PAGE_GLOBALS: ReadonlySet<string> = new Set(['document', 'window', 'localStorage', 'sessionStorage', 'indexedDB']);
/** Hooks do not run in server components. */
const PAGE_IMPORTS: ReadonlyMap<string, RegExp> = new Map([
  ['react', /^use(?:State|Effect|Ref|Reducer|LayoutEffect|SyncExternalStore|Context)$/],
  ['vue', /^(?:ref|reactive|onMounted|createApp)$/],
  ['react-dom/client', /./],
]);

/**
 * Does the file run in a browser? Judged by what only browsers have: the objects of a page, hooks of components,
 * and files that are components.
 */
export function isBrowserCode({ dialect, values }: FileSummary): boolean {
  if (dialect === 'vue' || dialect === 'svelte') return true;
  return values.some((value) => {
    if (value.k === 'global') return PAGE_GLOBALS.has(value.name);
    return value.k === 'import' && PAGE_IMPORTS.get(value.from)?.test(value.name) === true;
  });
}
