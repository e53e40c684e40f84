/** A token of JavaScript that stands in no string, comment or regular expression. */
export interface CodeMark {
  readonly mark: '{' | '}' | '---';
  readonly start: number;
  readonly end: number;
}

/** Also a regular expression after a token that no division follows: `x.replace(/'/g, '')`. */
const STEP = /["'`{}]|---|\/\/|\/\*|(?<=[(,=:?&|!{][ \t]?)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//g;

/** The next brace or fence of the JavaScript from an offset on; `undefined` when there is none, or a string does not end. */
export function codeMark(text: string, from: number): CodeMark | undefined {
  for (let at = from; at >= 0; ) {
    STEP.lastIndex = at;
    const match = STEP.exec(text);
    if (!match) return undefined;
    const { index, 0: mark } = match;
    at = index + mark.length;
    if (mark === '{' || mark === '}' || mark === '---') return { mark, start: index, end: at };
    at = endOf(text, mark, at);
  }
  return undefined;
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
