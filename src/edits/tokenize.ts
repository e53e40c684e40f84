import type { Token, TokenKind } from './token.js';

const SPACE = /\s+/y;
const WORD = /#?(?:[\p{ID_Start}$_]|\\u[\da-fA-F]{4}|\\u\{[\da-fA-F]+\})(?:[\p{ID_Continue}$\u200c\u200d]|\\u[\da-fA-F]{4}|\\u\{[\da-fA-F]+\})*/uy;
const NUMBER = /(?:0[xXbBoO][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)n?/y;
/** Only what must not fall apart: `=>` and `<<` because of types, `...` and `?.` for properties, `++` for regular expressions. `>` stays single. */
const PUNCTUATOR = /\.\.\.|=>|\?\.(?!\d)|\+\+|--|<<|<=|[^\s]/uy;
const LINE_COMMENT = /(?:\/\/|#!)[^\n\r\u2028\u2029]*/y;
const REGEXP = /\/(?:[^\\/[\n\r\u2028\u2029]|\\[^\n\r\u2028\u2029]|\[(?:[^\\\]\n\r\u2028\u2029]|\\[^\n\r\u2028\u2029])*\])+\/[\p{ID_Continue}$]*/uy;
const STRING = /'(?:[^'\\\n\r]|\\(?:\r\n|[^]))*'|"(?:[^"\\\n\r]|\\(?:\r\n|[^]))*"/y;

/** Words after which an operand follows, so that `/` starts a regular expression and `<` an element. */
const BEFORE_OPERAND = new Set(
  'await case delete do else extends in instanceof new of return throw typeof void yield'.split(' '),
);
const HEADS = new Set(['if', 'while', 'for', 'with']);
const TEMPLATE_DEPTH = 50;

/**
 * Tokens of `text` from `start` to `end`; `start` must be a place where an expression or a statement may begin.
 *
 * @returns `undefined` where text alone does not decide (`<` in place of an operand: an element or a type
 * assertion; `/` after `}`), or where the text is no JavaScript. Whoever asks then leaves the code as it is.
 */
export function tokenize(text: string, start = 0, end = text.length): readonly Token[] | undefined {
  return new Lexer(text, end).run(start, 'end', 0)?.list;
}

/** Like {@link tokenize}, from the `{` at `open` to the `}` that closes it. */
export function tokenizeBraces(text: string, open: number): readonly Token[] | undefined {
  return new Lexer(text, text.length).run(open, 'braces', 0)?.list;
}

class Lexer {
  readonly #text: string;
  readonly #end: number;

  constructor(text: string, end: number) {
    this.#text = text;
    this.#end = end;
  }

  /** @param until where to stop: at the end, before the `}` that closes `${`, behind the one that closes the first `{`. */
  run(start: number, until: 'end' | 'template' | 'braces', depth: number): { list: Token[]; end: number } | undefined {
    const list: Token[] = [];
    const heads: boolean[] = [];
    const context = new OperandContext();
    let braces = 0;
    let at = this.#skip(SPACE, start);
    while (at < this.#end) {
      if (until === 'template' && braces === 0 && this.#text[at] === '}') return { list, end: at };
      const found = this.#next(at, context, depth);
      if (!found || found.end > this.#end) return undefined;
      let token: Token = { ...found, start: at, text: this.#text.slice(at, found.end) };
      if (token.text === '(') heads.push(context.last?.kind === 'word' && HEADS.has(context.last.text) && !context.afterDot);
      else if (token.text === ')' && heads.pop()) token = { ...token, closesHead: true };
      else if (token.text === '{') braces++;
      else if (token.text === '}') braces--;
      list.push(token);
      if (token.kind !== 'comment') context.push(token);
      if (until === 'braces' && braces === 0) return { list, end: token.end };
      at = this.#skip(SPACE, token.end);
    }
    return until === 'end' ? { list, end: at } : undefined;
  }

  #next(at: number, context: OperandContext, depth: number): { kind: TokenKind; end: number } | undefined {
    const text = this.#text;
    const char = text[at];
    if (char === '/' || (char === '#' && at === 0 && text[1] === '!')) return this.#slash(at, context);
    if (char === '"' || char === "'") return this.#match('string', STRING, at);
    if (char === '`') return this.#template(at, depth);
    if (char === '<' && context.operandExpected && !/[<=]/.test(text[at + 1] ?? '')) return undefined;
    return (
      this.#match('number', NUMBER, at) ?? this.#match('word', WORD, at) ?? this.#match('punctuator', PUNCTUATOR, at)
    );
  }

  #slash(at: number, context: OperandContext): { kind: TokenKind; end: number } | undefined {
    const text = this.#text;
    if (text[at + 1] === '/' || text[at] === '#') return this.#match('comment', LINE_COMMENT, at);
    if (text[at + 1] === '*') {
      const close = text.indexOf('*/', at + 2);
      return close === -1 ? undefined : { kind: 'comment', end: close + 2 };
    }
    if (context.last?.text === '}') return undefined;
    return context.operandExpected ? this.#match('regexp', REGEXP, at) : { kind: 'punctuator', end: at + 1 };
  }

  #template(open: number, depth: number): { kind: TokenKind; end: number } | undefined {
    let at = open + 1;
    while (at < this.#end) {
      const char = this.#text[at];
      if (char === '`') return { kind: 'template', end: at + 1 };
      if (char === '\\') at += 2;
      else if (char === '$' && this.#text[at + 1] === '{') {
        const inner = depth < TEMPLATE_DEPTH ? this.run(at + 2, 'template', depth + 1) : undefined;
        if (!inner) return undefined;
        at = inner.end + 1;
      } else at++;
    }
    return undefined;
  }

  #match(kind: TokenKind, pattern: RegExp, at: number): { kind: TokenKind; end: number } | undefined {
    pattern.lastIndex = at;
    return pattern.test(this.#text) ? { kind, end: pattern.lastIndex } : undefined;
  }

  #skip(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.#text) ? pattern.lastIndex : at;
  }
}

/** Remembers the last tokens, to tell an operand from an operator. */
class OperandContext {
  last: Token | undefined;
  /** The last token is a property name: `a.return`. */
  afterDot = false;
  operandExpected = true;

  push(token: Token): void {
    const wasExpected = this.operandExpected;
    this.afterDot = this.last?.text === '.' || this.last?.text === '?.';
    this.last = token;
    this.operandExpected = this.#expectsOperand(token, wasExpected);
  }

  #expectsOperand(token: Token, wasExpected: boolean): boolean {
    if (token.kind === 'word') return !this.afterDot && BEFORE_OPERAND.has(token.text);
    if (token.kind !== 'punctuator') return false;
    if (token.text === ')') return token.closesHead === true;
    // `a!` and `a++` end an operand; `!a` and `++a` start one.
    if (token.text === '!' || token.text === '++' || token.text === '--') return wasExpected;
    return token.text !== ']';
  }
}
