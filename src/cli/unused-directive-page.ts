/** What `session-memory explain unused-directive` shows: the one finding that comes from no rule. */
export const unusedDirectivePage = `# unused-directive

> A comment that suppresses findings where there are none, or of a rule that does not exist.

## Why

A finding that was suppressed may be gone: the code was changed, or the rule knows better now. The comment stays, and hides the next problem that comes to its line. Remove it.

The scanner looks at comments of its own (\`session-memory-disable-next-line\`, \`session-memory-disable-line\`), and at those of ESLint that name a rule as \`session-memory/<rule>\`. ESLint does the same with \`linterOptions: { reportUnusedDisableDirectives: 'warn' }\`, which is its default.

## When not to use it

It cannot be switched off. A comment for what only \`strict\` finds belongs in a project that is scanned with \`--preset strict\`.
`;
