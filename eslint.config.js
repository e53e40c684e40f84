import { existsSync } from 'node:fs';

import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';

/** The project lints itself with its own rules, once it has been built. */
const own = existsSync(new URL('./dist/index.js', import.meta.url))
  ? [(await import('./dist/index.js')).default.configs.strict]
  : [];

/**
 * What each folder may not import, with the reason that a contributor reads.
 * Patterns are matched against the specifier as written.
 */
const boundaries = [
  {
    files: ['rules/*.ts'],
    ignores: ['rules/index.ts'],
    patterns: [
      {
        regex: '^(?!\\.\\./src/rule\\.js$|\\.\\./src/facts/|\\.\\./src/rule-support/)',
        message: 'A rule is a pure function from facts to reports: it imports src/rule.ts, src/facts and src/rule-support only.',
      },
    ],
  },
  {
    files: ['src/facts/**/*.ts'],
    patterns: [{ regex: '^(?!\\./)', message: 'Facts are the vocabulary that all others share; they import nothing.' }],
  },
  {
    files: ['src/rule-support/**/*.ts'],
    patterns: [
      {
        regex: '^\\.\\./(?!rule\\.js$|facts/|identify/(fields|sensitive)/)',
        message: 'What rules share asks facts, and the word lists of identify. It sees no value and no library.',
      },
    ],
  },
  {
    files: ['src/extract/**/*.ts'],
    patterns: [
      {
        regex: '/(templates|link|identify|models|edits|eslint|scan|report|cli|check)/|/rule\\.js$|/rules/',
        message: 'Extraction names no library and knows no host: of ours it imports facts only.',
      },
    ],
  },
  {
    files: ['src/templates/**/*.ts'],
    patterns: [
      {
        regex: '/(link|identify|models|edits|eslint|scan|report|cli|check)/|/rule\\.js$|/rules/',
        message: 'Templates are extracted like scripts: of ours this imports facts, and what extraction is made of.',
      },
    ],
  },
  {
    files: ['src/link/**/*.ts'],
    patterns: [
      {
        regex: '/(extract|templates|identify|models|edits|eslint|scan|report|cli|check)/|/rule\\.js$|/rules/',
        message: 'Linking names no library and knows no host: of ours it imports facts only.',
      },
    ],
  },
  {
    files: ['src/identify/**/*.ts'],
    patterns: [
      {
        regex: '/(extract|templates|edits|eslint|scan|report|cli|check)/|/rule\\.js$|/rules/',
        message: 'Identifying matches models against linked summaries; it knows no rule and no host.',
      },
    ],
  },
  {
    files: ['src/models/**/*.ts'],
    patterns: [
      {
        regex: '/(extract|templates|link|identify|edits|eslint|scan|report|cli|check)/|/rule\\.js$|/rules/',
        message: 'Models are data: they import their schema (library-model.ts) and each other only.',
      },
    ],
  },
  {
    files: ['src/edits/**/*.ts'],
    patterns: [
      {
        regex: '^\\.\\./(?!rule\\.js$|facts/)',
        message: 'Edits work on text: of ours they import facts and the intents of src/rule.ts.',
      },
    ],
  },
  {
    files: ['src/check/**/*.ts', 'src/report/**/*.ts'],
    patterns: [
      {
        regex: '/(extract|templates|link|identify|models|eslint|scan|cli|config)/|/rules/',
        message: 'Checking and reporting serve both hosts; they work on facts, rules and findings that they are given.',
      },
    ],
  },
  {
    files: ['src/inventory/**/*.ts'],
    patterns: [
      {
        regex: '/(extract|templates|link|identify|models|edits|eslint|scan|cli|config)/|/rules/',
        message: 'The inventory is made of facts, and says in words of rules what they are.',
      },
    ],
  },
  {
    files: ['src/scan/**/*.ts'],
    patterns: [{ regex: '/(check|edits|eslint|cli|config)/|/rules/', message: 'The scanner goes from folders to facts; what is made of them is not its business.' }],
  },
  {
    files: ['src/config/**/*.ts'],
    patterns: [
      {
        regex: '/(extract|templates|link|edits|eslint|report|cli)/|/models/(?!define-model\\.js$|library-model\\.js$)|/rules/|^(ajv|typescript|ts-morph)(/|$)',
        message: 'Configuration is JSON that is read and checked against the shipped schema; rules and models come from whoever asks.',
      },
    ],
  },
  {
    files: ['src/eslint/**/*.ts', 'src/index.ts'],
    patterns: [
      {
        regex: '^(ts-morph|typescript|oxc-parser|ajv|nunjucks|htmlparser2)(/|$)',
        message: 'Loading the plugin must stay cheap; these belong to the scanner.',
      },
      {
        regex: '/scan/(?!prefilter\\.js$|may-hold-container\\.js$|test-file\\.js$|dialect-of\\.js$)|/(cli|report|config)/',
        message: 'The ESLint host reads one file that ESLint has parsed. Of the scanner it shares four decisions.',
      },
    ],
  },
];

export default defineConfig([
  globalIgnores(['dist/', 'fixtures/', 'coverage/', '**/__snapshots__/', 'test/eslint/types/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      // Arrays of numbers are parts of identity keys: `call ${at} ${args}`.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowArray: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A union that is spelled out for readers may be wider than it needs to be: `'present' | string`.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
    },
  },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.base],
    rules: { eqeqeq: 'error' },
  },
  {
    name: 'boundaries/eslint-plugin',
    files: ['src/eslint/**/*.ts'],
    extends: [eslintPlugin.configs['rules-recommended']],
  },
  ...boundaries.map(({ files, ignores, patterns }) => ({
    name: `boundaries/${files[0]}`,
    files,
    ...(ignores ? { ignores } : {}),
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  })),
  { files: ['**/*.{js,ts}'], extends: own },
]);
