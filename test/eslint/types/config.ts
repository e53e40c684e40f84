// Compiled by test/eslint/types.test.ts against the declarations of ESLint 9 and 10. Never run.
import { defineConfig } from 'eslint/config';
import sessionMemory from 'eslint-plugin-session-memory';

export default defineConfig([
  sessionMemory.configs.recommended,
  {
    files: ['src/**/*.ts'],
    plugins: { 'session-memory': sessionMemory },
    extends: ['session-memory/strict', sessionMemory.configs.strict],
    settings: { 'session-memory': { includeTests: true } },
    rules: { 'session-memory/require-session-expiry': 'error' },
  },
]);

/** `meta` and the rules by name are there without a test for `undefined`. */
export const namespace: string = sessionMemory.meta.namespace;
export const url: string | undefined = sessionMemory.rules['require-session-expiry']?.meta?.docs?.url;
