/**
 * JSON with comments and trailing commas, as tsconfig files are written.
 *
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseJsonc(text: string): unknown {
  return JSON.parse(toPlainJson(text));
}

/** The same as plain JSON, without byte order mark. What plain JSON does not have becomes spaces: every position stays. */
export function toPlainJson(text: string): string {
  return withoutTrailingCommas(withoutComments(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text));
}

/*
 * Strings are matched first: `"https://…"`. Strings and comments that are not closed run to the end of the line or the
 * text: looked for anew at each of many openings, their ends would take minutes to miss. `JSON.parse` refuses them.
 */

/** Comments become spaces, so that positions in error messages stay right. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g, (token) => {
    const isOpen = token.startsWith('/*') && (token.length < 4 || !token.endsWith('*/'));
    return token.startsWith('"') || isOpen ? token : token.replace(/[^\n]/g, ' ');
  });
}

function withoutTrailingCommas(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"?|,(?=\s*[}\]])/g, (token) => (token === ',' ? ' ' : token));
}
