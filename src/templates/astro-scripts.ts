import type { Range } from '../facts/index.js';
import { frontmatter } from './frontmatter.js';
import { rawEnd } from './raw-end.js';
import { scriptLanguage, type ScriptLanguage } from './script-language.js';
import { skipBraces } from './skip-braces.js';
import { startTagAt } from './start-tag.js';

/** One piece of JavaScript or TypeScript of an Astro file. Each is a module of its own. */
export interface AstroScript {
  readonly code: Range;
  readonly lang: ScriptLanguage;
}

const MARK = /<!--|<[a-z]|\{\s*\/\*/gi;
const RAW = new Set(['script', 'style', 'textarea']);
/** Each is parsed for itself; no page that people wrote has more. */
const MOST_SCRIPTS = 32;

/**
 * The frontmatter of an `.astro` file, which runs where the page is made, and the scripts of its markup, which run in
 * the browser: without those that are comments, in another language (`type="application/ld+json"`) or in another file.
 * What people do not say the language of is TypeScript.
 *
 * @param text without byte order mark
 */
export function astroScripts(text: string): { readonly frontmatter?: AstroScript; readonly scripts: readonly AstroScript[] } {
  const code = frontmatter(text);
  const scripts = markupScripts(text, code?.[1] ?? 0);
  return code ? { frontmatter: { code, lang: 'ts' }, scripts } : { scripts };
}

function markupScripts(text: string, from: number): readonly AstroScript[] {
  const scripts: AstroScript[] = [];
  // Braces that never end are text; each is looked for up to the end of the file, so only some are.
  let patience = 50;
  const skip = (brace: number): number => {
    const end = patience > 0 ? skipBraces(text, brace) : -1;
    if (end < 0) patience--;
    return end < 0 ? brace + 1 : end;
  };
  let at = from;
  for (let index = nextMark(text, at); index >= 0 && scripts.length < MOST_SCRIPTS; index = nextMark(text, at)) {
    const tag = startTagAt(text, index, skip);
    if (!tag) {
      at = behindComment(text, index);
      continue;
    }
    at = tag.end;
    if (tag.selfClosing || !RAW.has(tag.name)) continue;
    const { end, next } = rawEnd(text, tag.end, tag.name);
    const lang = tag.name === 'script' ? languageOf(tag.attributes) : undefined;
    if (lang) scripts.push({ code: [tag.end, end], lang });
    at = next;
  }
  return scripts;
}

function languageOf(attributes: ReadonlyMap<string, string>): ScriptLanguage | undefined {
  if (attributes.has('src')) return undefined;
  return attributes.has('lang') || attributes.has('type') ? scriptLanguage(attributes) : 'ts';
}

function nextMark(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.exec(text)?.index ?? -1;
}

/** Behind a comment of the markup, or of an expression in braces. */
function behindComment(text: string, index: number): number {
  const close = text[index] === '{' ? '*/' : '-->';
  const end = text.indexOf(close, index + 3);
  return end < 0 ? text.length : end + close.length;
}
