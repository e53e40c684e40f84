import type { Dialect } from '../facts/index.js';
import type { ParsedProgram } from './program.js';

/** The part of ESLint's `SourceCode` that extraction needs; oxlint's host gives the same. */
export interface SourceCodeLike {
  readonly text: string;
  readonly ast: object;
  readonly scopeManager: object | null;
  getAllComments(): readonly object[];
}

/** What ESLint parsed, as input of extraction. `undefined` for languages without scopes (JSON, CSS, Markdown). */
export function toParsedProgram(sourceCode: SourceCodeLike, file: string, dialect: Dialect): ParsedProgram | undefined {
  const { text, ast, scopeManager } = sourceCode;
  if (!scopeManager || !('body' in ast)) return undefined;
  return {
    file, dialect, text,
    program: ast as ParsedProgram['program'],
    scopeManager: scopeManager as ParsedProgram['scopeManager'],
    comments: sourceCode.getAllComments() as ParsedProgram['comments'],
  };
}
