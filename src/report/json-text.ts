/** JSON allows these in strings, terminals and line-based tools do not. */
const ESCAPED = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** One JSON document that ends with a line break, with nothing in it that a terminal would obey. */
export function toJsonText(document: object): string {
  const escape = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(document, null, 2).replace(ESCAPED, escape)}\n`;
}
