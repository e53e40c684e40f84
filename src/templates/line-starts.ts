/** Start offsets of lines by ECMAScript's terminators (LF, CR, CRLF, U+2028, U+2029): `[0, …]`. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}
