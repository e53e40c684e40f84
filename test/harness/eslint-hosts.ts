import { createRequire } from 'node:module';
import path from 'node:path';

import tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import svelteParser from 'svelte-eslint-parser';
import vueParser from 'vue-eslint-parser';

import plugin from '../../src/index.js';
import { SETTINGS_NAMESPACE } from '../../src/eslint/settings.js';
import type { Finding } from './finding.js';
import type { FixtureFile } from './fixture.js';

/** An ESLint with one parser. */
export interface EslintHost {
  readonly name: string;
  canRead(file: string): boolean;
  /** @throws {Error} when ESLint could not lint the file. */
  lint(file: FixtureFile, root: string, preset: 'recommended' | 'strict'): Finding[];
}

/** Not the pattern of a star alone: by that one ESLint takes no file in that it does not take in anyway. */
const EVERY_FILE = ['**/*.*'];

interface ParserModule {
  parseForESLint(text: string, options: unknown): Linter.ESLintParseResult;
}

const require = createRequire(import.meta.url);

/** Loaded with the first file that needs it: Astro's compiler is WebAssembly in a thread of its own. */
const astroParser: Linter.Parser = {
  meta: { name: 'astro-eslint-parser' },
  parseForESLint: (text, options: unknown) => (require('astro-eslint-parser') as ParserModule).parseForESLint(text, options),
};

/** ESLint as users have it: espree for JavaScript, typescript-eslint for both, a component's own parser. */
export const eslintHosts: readonly EslintHost[] = [
  toHost('ESLint with espree', /\.(?:[cm]?js|jsx)$/, { parserOptions: { ecmaFeatures: { jsx: true } } }),
  toHost('ESLint with typescript-eslint', /\.(?:[cm]?[jt]s|[jt]sx)$/, {
    parser: tsParser,
    parserOptions: { ecmaFeatures: { jsx: true } },
  }),
  toHost('ESLint with vue-eslint-parser', /\.vue$/, { parser: vueParser, parserOptions: { parser: tsParser } }),
  toHost('ESLint with astro-eslint-parser', /\.astro$/, { parser: astroParser, parserOptions: { parser: tsParser } }),
  toHost('ESLint with svelte-eslint-parser', /\.svelte$/, { parser: svelteParser, parserOptions: { parser: tsParser } }),
];

function toHost(name: string, pattern: RegExp, languageOptions: Linter.LanguageOptions): EslintHost {
  return {
    name,
    canRead: (file) => pattern.test(file),
    lint(file, root, preset) {
      const config: Linter.Config = {
        ...plugin.configs[preset],
        files: EVERY_FILE,
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        languageOptions: { ...languageOptions, sourceType: sourceTypeOf(file) },
      };
      const linter = new Linter({ cwd: root, configType: 'flat' });
      const messages = linter.verify(file.text, [config], { filename: path.join(root, file.path) });
      // Also messages without a rule that are not fatal: "No matching configuration found".
      const trouble = messages.find((message) => message.fatal || message.ruleId === null);
      if (trouble) throw new Error(`${file.path}:${trouble.line}: ${trouble.message}`);
      return messages.flatMap(toFinding);
    },
  };
}

/** `.js` with a `require` and no `import` is CommonJS, as in the packages that the fixtures stand for. */
function sourceTypeOf({ path: file, text }: FixtureFile): 'module' | 'commonjs' {
  if (file.endsWith('.cjs')) return 'commonjs';
  return file.endsWith('.js') && /\brequire\(/.test(text) && !/^(?:import|export)\b/m.test(text) ? 'commonjs' : 'module';
}

function toFinding(message: Linter.LintMessage): Finding[] {
  const prefix = `${SETTINGS_NAMESPACE}/`;
  if (!message.ruleId?.startsWith(prefix)) return [];
  return [
    {
      rule: message.ruleId.slice(prefix.length),
      line: message.line,
      column: message.column,
      endLine: message.endLine ?? message.line,
      endColumn: message.endColumn ?? message.column,
      message: message.message,
    },
  ];
}
