import type { Style } from '../facts/index.js';

/** How a template is written: what most of its lines and strings do. */
export function templateStyle(text: string, strings: readonly string[]): Style {
  const single = strings.filter((string) => string.startsWith("'")).length;
  const crlf = text.split('\r\n', 2).length > 1;
  const indent = /^(\t|  +)\S/m.exec(text)?.[1];
  return { quote: single * 2 > strings.length ? "'" : '"', semicolons: false, indent: indent ?? '  ', eol: crlf ? '\r\n' : '\n' };
}
