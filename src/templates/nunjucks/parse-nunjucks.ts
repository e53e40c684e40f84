import nunjucks from 'nunjucks';
import type { Range } from '../../facts/index.js';
import { TemplateSyntaxError } from '../template-syntax-error.js';
import { TemplateTooDeepError } from '../template-too-deep-error.js';
import type { ListNode } from './nodes.js';

/** A token of template code; white space and text are left out. */
export interface Token {
  readonly type: string;
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

/** Everything that is not text of the page: `{{ … }}`, `{% … %}`, `{# … #}`, and what stands between `raw` and `endraw`. */
export interface Tag {
  readonly kind: 'output' | 'block' | 'comment' | 'raw';
  readonly range: Range;
  /** `if`, `endif`, `set` … of a block tag. */
  readonly keyword?: string;
}

export interface ParsedTemplate {
  readonly root: ListNode;
  readonly tokens: readonly Token[];
  /** In the order of the text, not overlapping. */
  readonly tags: readonly Tag[];
}

interface RawToken {
  readonly type: string;
  readonly value: unknown;
  lineno: number;
  colno: number;
}

interface Tokenizer {
  index: number;
  readonly len: number;
  src?: string;
  nextToken(): RawToken | null;
}

interface Parser {
  extensions: readonly { readonly tags: readonly string[]; parse(parser: Parser, nodes: Nodes): unknown }[];
  nextToken(withWhitespace?: boolean): RawToken | null;
  parseAsRoot(): ListNode;
}

interface Nodes {
  readonly NodeList: new (line: number, column: number) => unknown;
}

/** The parts of nunjucks that its type declarations leave out. */
const internals = nunjucks as unknown as {
  readonly lexer: { lex(text: string): Tokenizer };
  readonly parser: { readonly Parser: new (tokens: Tokenizer) => Parser };
};

const MOST_NESTING = 500;
const OPENING = new Set(['if', 'ifAsync', 'for', 'asyncEach', 'asyncAll', 'block', 'macro', 'call', 'filter', 'switch']);
const CLOSING = new Set(['endif', 'endfor', 'endeach', 'endall', 'endblock', 'endmacro', 'endcall', 'endfilter', 'endswitch']);
const OTHER = new Set(['raw', 'endraw', 'verbatim', 'endverbatim', 'set', 'endset', 'extends', 'include', 'import', 'from', 'else', 'elif', 'elseif', 'case', 'default']);

/**
 * Parses with nunjucks' own parser, nothing is compiled or run.
 *
 * Its positions are line and column of a token. Here the column is replaced by the token's offset before the parser
 * sees it, so that every node's `colno` is an offset and raw blocks, CRLF and tabs need no arithmetic.
 *
 * Custom tags (`{% trans %}`, `{% componentHeader x %}`) are skipped like white space: which tags an application
 * registers is not known, and the rest of the page is worth reading.
 *
 * @throws {@link TemplateSyntaxError} what nunjucks' own parser refuses, {@link TemplateTooDeepError} beyond 500 levels
 */
export function parseNunjucks(text: string): ParsedTemplate {
  const tokenizer = internals.lexer.lex(text);
  const recorder = new Recorder(tokenizer, text);
  const parser = new internals.parser.Parser(recorder.attached());
  parser.extensions = [{ tags: recorder.customTag, parse: skipTag }];
  try {
    const root = parser.parseAsRoot();
    return { root, tokens: recorder.tokens, tags: recorder.tags };
  } catch (error) {
    throw toSyntaxError(error, recorder);
  }
}

function skipTag(parser: Parser, nodes: Nodes): unknown {
  for (let token = parser.nextToken(); token?.type !== 'block-end'; token = parser.nextToken()) {
    if (!token) throw new TypeError('unterminated tag');
  }
  return new nodes.NodeList(0, 0);
}

function toSyntaxError(error: unknown, { tokenizer, ended }: Recorder): TemplateSyntaxError {
  if (error instanceof TemplateSyntaxError) return error;
  const offset = Math.min(tokenizer.index, tokenizer.len);
  if (error instanceof RangeError) return new TemplateTooDeepError(offset);
  // The parser reads properties of the token after the last one in several places.
  if (error instanceof TypeError) return new TemplateSyntaxError(ended ? 'unexpected end of file' : 'malformed tag', offset);
  const { message, colno } = error as { message: string; colno?: number };
  // The parser counts columns from one.
  return new TemplateSyntaxError(message, colno === undefined ? offset : Math.min(colno - 1, tokenizer.len));
}

/** Listens to the tokens on their way from the tokenizer to the parser. */
class Recorder {
  readonly tokens: Token[] = [];
  readonly tags: Tag[] = [];
  /** The one element is the custom tag that was read last. */
  readonly customTag: string[] = [];
  /** The parser asked for more than there is. */
  ended = false;
  #tagStart = -1;
  #keyword: string | undefined;
  #end = 0;
  #blocks = 0;
  #brackets = 0;

  constructor(
    readonly tokenizer: Tokenizer,
    readonly text: string,
  ) {}

  attached(): Tokenizer {
    const { tokenizer } = this;
    const next = tokenizer.nextToken.bind(tokenizer);
    // Stepping back over a line end in `{% endraw\n%}` reads a property that the tokenizer never sets.
    tokenizer.src = this.text;
    tokenizer.nextToken = () => {
      const start = tokenizer.index;
      const token = next();
      if (!token) {
        this.ended = true;
        return token;
      }
      // The text of a raw block is taken out between two tokens.
      if (start > this.#end) this.tags.push({ kind: 'raw', range: [this.#end, start] });
      this.#end = tokenizer.index;
      token.lineno = 0;
      token.colno = start;
      this.#record({ type: token.type, value: token.value, start, end: Math.min(tokenizer.index, tokenizer.len) });
      return token;
    };
    return tokenizer;
  }

  #record(token: Token): void {
    switch (token.type) {
      case 'whitespace':
      case 'data':
        return;
      case 'comment':
        this.tags.push({ kind: 'comment', range: [token.start, token.end] });
        return;
      case 'block-start':
      case 'variable-start':
        this.#tagStart = token.start;
        this.#keyword = undefined;
        break;
      case 'block-end':
        this.tags.push({ kind: 'block', range: [this.#tagStart, token.end], keyword: this.#keyword ?? '' });
        break;
      case 'variable-end':
        this.tags.push({ kind: 'output', range: [this.#tagStart, token.end] });
        break;
      case 'symbol':
        if (this.tokens.at(-1)?.type === 'block-start') this.#readKeyword(String(token.value), token.start);
        break;
      default:
        this.#countBrackets(token);
    }
    this.tokens.push(token);
  }

  #readKeyword(keyword: string, offset: number): void {
    this.#keyword = keyword;
    if (OPENING.has(keyword)) this.#blocks++;
    else if (CLOSING.has(keyword)) this.#blocks--;
    else if (!OTHER.has(keyword)) this.customTag[0] = keyword;
    if (this.#blocks > MOST_NESTING) throw new TemplateTooDeepError(offset);
  }

  #countBrackets({ type, start }: Token): void {
    if (type.startsWith('left-')) this.#brackets++;
    else if (type.startsWith('right-')) this.#brackets--;
    if (this.#brackets > MOST_NESTING) throw new TemplateTooDeepError(start);
  }
}
