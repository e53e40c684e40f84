/**
 * What a terminal would obey or hide: C0 without tab, DEL, C1, bidirectional controls, line and paragraph separators,
 * tag characters, lone surrogates.
 */
const UNSAFE = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u{e0001}\u{e0020}-\u{e007f}\ud800-\udfff]/gu;

/** Text out of source code, made safe to print: `\x1b` and `\u202E` are shown, not sent. Tabs stay. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (char) => {
    const code = char.codePointAt(0)!;
    if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
    const hex = code.toString(16).toUpperCase().padStart(4, '0');
    return code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`;
  });
}
