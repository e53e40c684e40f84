/** Also a regular expression after a token that no division follows: `x.replace(/'/g, '')`. */
const STEP = /["'`{}]|\/\/|\/\*|(?<=[(,=:?&|!{][ \t]?)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//g;

/**
 * Behind the `}` that ends the `{` at an offset, strings and comments of the JavaScript between them left aside;
 * -1 when none does.
 */
export function skipBraces(text: string, offset: number): number {
  let depth = 0;
  let at = offset;
  for (;;) {
    STEP.lastIndex = at;
    const match = STEP.exec(text);
    if (!match) return -1;
    const { index, 0: mark } = match;
    at = index + mark.length;
    if (mark === '{') depth++;
    else if (mark === '}') {
      if (--depth === 0) return at;
    } else {
      at = endOf(text, mark, at);
      if (at < 0) return -1;
    }
  }
}

/** Behind the string, comment or regular expression that was opened; -1 when it does not end. */
function endOf(text: string, mark: string, from: number): number {
  if (mark === '//') return text.indexOf('\n', from);
  if (mark === '/*') {
    const end = text.indexOf('*/', from);
    return end < 0 ? -1 : end + 2;
  }
  if (mark.startsWith('/')) return from;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === mark) return at + 1;
  }
  return -1;
}
