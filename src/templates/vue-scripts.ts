import { rawEnd } from './raw-end.js';
import type { ScriptBlock } from './script-blocks.js';
import { startTagAt } from './start-tag.js';

/**
 * Scripts among the blocks of a Vue component. A block is raw text up to its end tag, except an HTML `<template>`,
 * which is markup and may hold further templates.
 */
export function vueScripts(text: string): ScriptBlock[] {
  return new VueBlocks(text).scripts();
}

const MARK = /<!--|<\/?[a-z]|\{\{/gi;
const RAW = new Set(['script', 'style', 'textarea']);

class VueBlocks {
  #at = 0;
  /** Behind here no `}}` is left. */
  #bracesEnd = Infinity;

  constructor(readonly text: string) {}

  scripts(): ScriptBlock[] {
    const found: ScriptBlock[] = [];
    for (let mark = this.#next(); mark >= 0; mark = this.#next()) {
      const tag = startTagAt(this.text, mark);
      if (!tag) {
        this.#skip(mark);
        continue;
      }
      this.#at = tag.end;
      if (tag.selfClosing) continue;
      if (tag.name === 'template' && ['html', '', undefined].includes(tag.attributes.get('lang'))) {
        this.#skipMarkup();
        continue;
      }
      const { end, next } = rawEnd(this.text, tag.end, tag.name);
      if (tag.name === 'script') found.push({ attributes: tag.attributes, code: [tag.end, end] });
      this.#at = next;
    }
    return found;
  }

  /** Up to the end of the `<template>` that was opened. */
  #skipMarkup(): void {
    let depth = 1;
    for (let mark = this.#next(); mark >= 0 && depth > 0; mark = depth > 0 ? this.#next() : -1) {
      const tag = startTagAt(this.text, mark);
      if (tag) {
        this.#at = RAW.has(tag.name) && !tag.selfClosing ? rawEnd(this.text, tag.end, tag.name).next : tag.end;
        if (tag.name === 'template' && !tag.selfClosing) depth++;
      } else if (/^<\/template[\s>]/.test(this.text.slice(mark, mark + 12))) {
        this.#at = mark + 1;
        depth--;
      } else this.#skip(mark);
    }
    if (depth > 0) this.#at = this.text.length;
  }

  #next(): number {
    MARK.lastIndex = this.#at;
    return MARK.exec(this.text)?.index ?? -1;
  }

  /** Comments and `{{ … }}` are skipped whole, of a stray end tag only its start. */
  #skip(mark: number): void {
    if (this.text.startsWith('<!--', mark)) {
      const end = this.text.indexOf('-->', mark + 4);
      this.#at = end < 0 ? this.text.length : end + 3;
    } else if (this.text.startsWith('{{', mark)) this.#at = this.#endOfBraces(mark);
    else this.#at = mark + 1;
  }

  #endOfBraces(mark: number): number {
    const end = mark < this.#bracesEnd ? this.text.indexOf('}}', mark + 2) : -1;
    if (end >= 0) return end + 2;
    this.#bracesEnd = Math.min(this.#bracesEnd, mark);
    return mark + 2;
  }
}
