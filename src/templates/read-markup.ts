import { QuoteType, Tokenizer } from 'htmlparser2';
import type { Range } from '../facts/index.js';

/** An attribute's places. Without a value (`checked`), `value` is absent; without quotes it has no quotes around it. */
export interface MarkupAttribute {
  readonly name: Range;
  readonly value?: Range;
  readonly quoted: boolean;
  /** With value and quotes. */
  readonly at: Range;
}

export type MarkupEvent =
  | { readonly event: 'open'; readonly name: string; readonly at: Range; readonly attributes: readonly MarkupAttribute[] }
  | { readonly event: 'close'; readonly name: string; readonly at: Range }
  | { readonly event: 'text' | 'comment'; readonly at: Range };

/**
 * The tags, texts and comments of a page, in order. No tree is made: templates open elements in one branch and close
 * them in another.
 *
 * @param markup HTML without template tags (see {@link maskTags})
 */
export function readMarkup(markup: string): MarkupEvent[] {
  const events: MarkupEvent[] = [];
  let tag: { name: string; start: number; attributes: MarkupAttribute[] } | undefined;
  let attributeName: Range = [0, 0];
  let value: Range | undefined;
  const open = (end: number): void => {
    if (tag) events.push({ event: 'open', name: tag.name, at: [tag.start, end + 1], attributes: tag.attributes });
    tag = undefined;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(start, end) {
        tag = { name: markup.slice(start, end).toLowerCase(), start: start - 1, attributes: [] };
      },
      onattribname(start, end) {
        attributeName = [start, end];
        value = undefined;
      },
      onattribdata(start, end) {
        value = [value?.[0] ?? start, end];
      },
      onattribentity: () => undefined,
      onattribend(quote, end) {
        const quoted = quote === QuoteType.Single || quote === QuoteType.Double;
        const empty = quoted ? end - 1 : end;
        const place: { value?: Range } = quote === QuoteType.NoValue ? {} : { value: value ?? [empty, empty] };
        tag?.attributes.push({ name: attributeName, ...place, quoted, at: [attributeName[0], quote === QuoteType.NoValue ? attributeName[1] : end] });
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag(start, end) {
        events.push({ event: 'close', name: markup.slice(start, end).toLowerCase(), at: [start - 2, end] });
      },
      ontext(start, end) {
        events.push({ event: 'text', at: [start, end] });
      },
      ontextentity: () => undefined,
      oncomment(start, end) {
        if (markup.startsWith('<!--', start - 4)) events.push({ event: 'comment', at: [start - 4, Math.min(end + 1, markup.length)] });
      },
      oncdata: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
  return events;
}
