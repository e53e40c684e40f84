/** A start tag as it is written. */
export interface StartTag {
  /** As written: Vue and Svelte tell `Script` from `script`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly selfClosing: boolean;
  /** Behind the `>`; the end of the text when there is none, as in HTML. */
  readonly end: number;
}

const NAME = /[a-z][^\s/>]*/iy;
const SPACE = /\s*/y;
const ATTRIBUTE = /([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{)|([^\s"'>{][^\s>]*)))?/y;

/**
 * The start tag at an offset, if there is one.
 *
 * @param skipBraces the end of the `{…}` at an offset: Svelte's attribute values, which may hold `>` and quotes
 */
export function startTagAt(text: string, offset: number, skipBraces: (offset: number) => number = (brace) => brace + 1): StartTag | undefined {
  NAME.lastIndex = offset + 1;
  const name = text[offset] === '<' ? NAME.exec(text)?.[0] : undefined;
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  let at = offset + 1 + name.length;
  while (at < text.length) {
    SPACE.lastIndex = at;
    SPACE.exec(text);
    at = SPACE.lastIndex;
    if (text[at] === '>') return { name, attributes, selfClosing: text[at - 1] === '/', end: at + 1 };
    ATTRIBUTE.lastIndex = at;
    const match = text[at] === '{' ? null : ATTRIBUTE.exec(text);
    if (!match) {
      at = text[at] === '{' ? skipBraces(at) : at + 1;
      continue;
    }
    const [whole, key = '', double, single, brace, bare] = match;
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
    at += whole.length;
    if (brace !== undefined) at = skipBraces(at - 1);
  }
  return { name, attributes, selfClosing: true, end: text.length };
}
