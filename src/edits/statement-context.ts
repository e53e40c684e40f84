import type { Token } from './token.js';
import { tokenize } from './tokenize.js';
import { hasLineBreak, lineStart } from './lines.js';

/** What stands before a statement. */
export interface StatementContext {
  /** The statement is one of a list: another may stand before it, or it may go. Not so for the body of `if (a) b()`. */
  readonly inList: boolean;
  /** What precedes has no `;` or brace: a statement that starts with `(` would continue it. */
  readonly openEnded: boolean;
  /** Where the comments that lead up to the statement start, on lines of their own; else its own start. */
  readonly leadStart: number;
}

/**
 * Looks at what precedes the statement at `start`.
 *
 * @param from where code surely starts: behind the directives (in single-file components the script is not at 0)
 * @returns `undefined` when the text before cannot be read and its last character does not decide either
 */
export function statementContext(text: string, start: number, from: number): StatementContext | undefined {
  const tokens = tokenize(text, from <= start ? from : 0, start);
  if (!tokens) return guess(text, start);
  const before = tokens.filter((token) => token.kind !== 'comment');
  const last = before.at(-1);
  const comments = tokens.slice(last ? tokens.indexOf(last) + 1 : 0);
  const newLine = last === undefined || hasLineBreak(text.slice(last.end, start));
  return { inList: isListBefore(before, newLine), openEnded: isOpenEnded(last), leadStart: leadStart(text, start, comments) };
}

function isListBefore(before: readonly Token[], newLine: boolean): boolean {
  const last = before.at(-1);
  if (!last || (last.kind === 'punctuator' && /^[;{}]$/.test(last.text))) return true;
  if (last.text === ':' && last.kind === 'punctuator') return isCaseLabel(before);
  if (last.closesHead || last.text === 'else' || last.text === 'do' || last.text === '=>') return false;
  return newLine;
}

function isCaseLabel(before: readonly Token[]): boolean {
  const label = before.slice(before.findLastIndex((token) => /^[;{}]$/.test(token.text)) + 1);
  return label.some((token) => token.kind === 'word' && (token.text === 'case' || token.text === 'default'));
}

function isOpenEnded(last: Token | undefined): boolean {
  return last !== undefined && !(last.kind === 'punctuator' && /^[;{}:]$/.test(last.text));
}

/** Comments on the lines right above, up to a blank line, belong to the statement. */
function leadStart(text: string, start: number, comments: readonly Token[]): number {
  let at = start;
  for (const comment of [...comments].reverse()) {
    const gap = text.slice(comment.end, at);
    const alone = text.slice(lineStart(text, comment.start), comment.start).trim() === '';
    if (!alone || (gap.match(/\r\n|[\n\r\u2028\u2029]/g) ?? []).length !== 1) break;
    at = comment.start;
  }
  return at;
}

/** Without tokens (a file with JSX): a line that ends in `;` or a brace, and has no comment, is clear enough. */
function guess(text: string, start: number): StatementContext | undefined {
  const before = text.slice(0, start).trimEnd();
  const line = before.slice(lineStart(before, before.length));
  if (!/[;{}]$/.test(before) || line.includes('//') || line.includes('*/')) return undefined;
  return { inList: true, openEnded: false, leadStart: start };
}
