import { rawEnd } from './raw-end.js';
import type { ScriptBlock } from './script-blocks.js';
import { skipBraces } from './skip-braces.js';
import { startTagAt } from './start-tag.js';

const MARK = /<!--|<\/?[a-z]|\{/gi;
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const RAW = new Set(['script', 'style', 'textarea']);

/** Scripts of a Svelte component: the instance's and the module's, which stand in no element and no `{#block}`. */
export function svelteScripts(text: string): ScriptBlock[] {
  const scripts: ScriptBlock[] = [];
  const around: string[] = [];
  // Braces that never end are text; each is looked for up to the end of the file, so only some are.
  let patience = 50;
  const skip = (brace: number): number => {
    const end = patience > 0 ? skipBraces(text, brace) : -1;
    if (end < 0) patience--;
    return end < 0 ? brace + 1 : end;
  };
  let at = 0;
  for (let index = nextMark(text, at); index >= 0; index = nextMark(text, at)) {
    if (text[index] === '{') {
      at = skip(index);
      countBlocks(text, index, around);
      continue;
    }
    if (text.startsWith('<!--', index)) {
      const end = text.indexOf('-->', index + 4);
      at = end < 0 ? text.length : end + 3;
      continue;
    }
    const tag = startTagAt(text, index, skip);
    if (!tag) {
      at = index + 1;
      closeElement(text, index, around);
      continue;
    }
    at = tag.end;
    if (tag.selfClosing || VOID.has(tag.name)) continue;
    if (!RAW.has(tag.name)) {
      around.push(tag.name);
      continue;
    }
    const { end, next } = rawEnd(text, tag.end, tag.name);
    if (tag.name === 'script' && around.length === 0) scripts.push({ attributes: tag.attributes, code: [tag.end, end] });
    at = next;
  }
  return scripts;
}

function nextMark(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.exec(text)?.index ?? -1;
}

/** `{#if x}` … `{/if}` stand among the elements as `#`. */
function countBlocks(text: string, index: number, around: string[]): void {
  if (text[index + 1] === '#') around.push('#');
  else if (text[index + 1] === '/' && text[index + 2] !== '/' && text[index + 2] !== '*') closeUpTo('#', around);
}

function closeElement(text: string, index: number, around: string[]): void {
  const name = /^<\/([^\s/>]+)/.exec(text.slice(index, index + 100))?.[1];
  if (name !== undefined) closeUpTo(name, around);
}

/** Elements that were never closed (`<li>`, `<p>`) end with the one around them. */
function closeUpTo(name: string, around: string[]): void {
  const last = around.lastIndexOf(name);
  if (last >= 0) around.length = last;
}
