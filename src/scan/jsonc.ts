/**
 * JSON with comments and trailing commas, as tsconfig files are written.
 *
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseJsonc(text: string): unknown {
  return JSON.parse(withoutTrailingCommas(withoutComments(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)));
}

/** Comments become spaces, so that positions in error messages stay right. Strings are matched first: `"https://…"`. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g, (token) => (token.startsWith('"') ? token : token.replace(/[^\n]/g, ' ')));
}

function withoutTrailingCommas(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g, (token) => (token === ',' ? ' ' : token));
}
