import { Linter } from 'eslint';
import type { ESLint } from 'eslint';
import * as typescriptParser from '@typescript-eslint/parser';
import { extract } from '../../src/extract/extract.js';
import type { SourceCodeLike } from '../../src/extract/from-source-code.js';
import { toParsedProgram } from '../../src/extract/from-source-code.js';
import type { Dialect, FileSummary } from '../../src/facts/index.js';
import { parseFile } from '../../src/scan/parse.js';

/** The summary that the scanner makes. */
export function throughOxc(text: string, dialect: Dialect = 'js', file = `file.${dialect}`): FileSummary {
  const parsed = parseFile(file, text, dialect);
  if ('failed' in parsed) throw new Error(`oxc: ${parsed.failed}`);
  return extract(parsed);
}

/** The summary that ESLint's host makes with a parser; espree when none is given. */
export function throughEslint(text: string, dialect: Dialect, sourceType: 'module' | 'commonjs' | 'script', parser?: Linter.Parser, file = `file.${dialect}`): FileSummary {
  let summary: FileSummary | undefined;
  const plugin: ESLint.Plugin = {
    rules: {
      extract: {
        create(context) {
          const parsed = toParsedProgram(context.sourceCode as unknown as SourceCodeLike, file, dialect);
          if (parsed) summary = extract(parsed);
          return {};
        },
      },
    },
  };
  const messages = new Linter().verify(text, [{
    files: ['**/*.{js,jsx,ts,tsx,vue,svelte}'],
    plugins: { probe: plugin },
    rules: { 'probe/extract': 'error' },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: { sourceType, ...(parser ? { parser } : {}), parserOptions: { ecmaFeatures: { jsx: dialect !== 'ts', globalReturn: sourceType === 'commonjs' } } },
  }], { filename: file });
  if (!summary) throw new Error(`eslint: ${messages.map(message => message.message).join('; ')}`);
  return summary;
}

export const typescriptEslint = typescriptParser as unknown as Linter.Parser;
