import { parseSync } from 'oxc-parser';
import type { ParserOptions, ParseResult } from 'oxc-parser';
import type { ParsedProgram } from '../extract/program.js';
import type { Node } from '../extract/node.js';
import { analyzeScopes } from '../extract/scopes.js';
import type { Dialect } from '../facts/index.js';

type Lang = NonNullable<ParserOptions['lang']>;

/** Why a file has no tree: the parser's first message. */
export interface ParseFailure {
  readonly failed: string;
}

/** A tree without its scopes. */
export interface ParsedTree {
  readonly program: { readonly type: 'Program'; readonly body: readonly Node[]; readonly sourceType: string };
  readonly comments: ParsedProgram['comments'];
}

/**
 * Parse one file. Errors from which the parser recovers (`return` outside of a function) are fine.
 *
 * @throws RangeError when scope analysis runs out of stack: code nested thousands of levels deep.
 */
export function parseFile(file: string, source: string, dialect: Dialect): ParsedProgram | ParseFailure {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const tree = parseTree(file, text, dialect);
  if ('failed' in tree) return tree;
  const { program, comments } = tree;
  return { file, dialect, text, program, scopeManager: analyzeScopes(program, program.sourceType === 'module' ? 'module' : 'script'), comments };
}

/** The tree alone. @param text without byte order mark */
export function parseTree(file: string, text: string, dialect: Dialect): ParsedTree | ParseFailure {
  let result = parse(file, text, langOf(file, dialect));
  // Flow and TypeScript in `.js` files.
  if (hasFailed(result) && dialect === 'js') result = parse(file, text, 'tsx');
  if (hasFailed(result)) return { failed: result.errors[0]?.message ?? 'no statements' };
  return {
    program: result.program as unknown as ParsedTree['program'],
    comments: result.comments.map(({ type, start, end }) => ({ type, range: [start, end] as const })),
  };
}

function parse(file: string, text: string, lang: Lang): ParseResult {
  return parseSync(file, text, { lang, astType: 'ts', preserveParens: false, range: true, sourceType: sourceTypeOf(file) });
}

function sourceTypeOf(file: string): NonNullable<ParserOptions['sourceType']> {
  if (/\.(?:m[jt]s|astro)$/i.test(file)) return 'module';
  return /\.c[jt]s$/.test(file) ? 'commonjs' : 'unambiguous';
}

function langOf(file: string, dialect: Dialect): Lang {
  if (/\.d\.[cm]?ts$/.test(file)) return 'dts';
  return dialect === 'ts' || dialect === 'tsx' ? dialect : 'jsx';
}

function hasFailed(result: ParseResult): boolean {
  return result.program.body.length === 0 && result.errors.length > 0;
}
