/** What a {@link Token} is. `comment` covers line and block comments and the hashbang. */
export type TokenKind = 'word' | 'number' | 'string' | 'template' | 'regexp' | 'punctuator' | 'comment';

/** One token of JavaScript or TypeScript. A whole template literal, `${…}` included, is one token. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** On a `)`: the parentheses are the head of `if`, `while`, `for` or `with`, so that a statement follows. */
  readonly closesHead?: true;
}
