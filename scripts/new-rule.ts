/** `npm run new-rule <name>`: a rule, its page, a fixture and a test, to be filled in. Overwrites nothing. */
import { toCamelCase } from './generate/names.js';
import { nameArgument } from './scaffold/name-argument.js';
import { runGenerate } from './scaffold/run-generate.js';
import { writeNewFiles } from './scaffold/write-new-files.js';

try {
  const name = nameArgument(/^(?:no|require)-[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Usage: npm run new-rule no-… (or require-…)');
  writeNewFiles(
    new Map([
      [`rules/${name}.ts`, toRule(name)],
      [`rules/${name}.md`, toPage(name)],
      [`fixtures/${name}/basic.ts`, toFixture(name)],
      [`test/rules/${name}.test.ts`, toTest(name)],
    ]),
  );
  runGenerate();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

function toRule(name: string): string {
  return `import { defineRule } from '../src/rule.js';

/** What this rule finds, and why it matters. */
export const ${toCamelCase(name)} = defineRule({
  name: '${name}',
  docs: {
    description: 'One sentence without a full stop, as rule lists show it',
    recommended: false,
    scope: 'file',
    standards: [],
  },
  severity: 'info',
  weakestIdentity: 'linked',
  messages: {
    problem: 'What is wrong. Why it matters. What to do.',
  },
  suggestions: {},
  schema: { type: 'object', additionalProperties: false, properties: {} },
  defaultOptions: {},
  check(facts) {
    return facts.writes
      .filter((write) => !facts.isTest(write.at.file))
      .filter(() => false)
      .map((write) => ({ messageId: 'problem', at: write.at, subject: write.path.join('.') }));
  },
});
`;
}

function toPage(name: string): string {
  return `# ${name}

## Why

## Incorrect

\`\`\`ts
import session from 'express-session';
\`\`\`

## Correct

\`\`\`ts
import session from 'express-session';
\`\`\`

## Options

<!-- options:start -->
<!-- options:end -->

## When not to use it

## Standards
`;
}

function toFixture(name: string): string {
  return `// Code that the rule must report, and beside it code that looks alike and is right.
// A line ending in \`expect: ${name}\` must report, one ending in \`ok: ${name}\` must not.
export {};
`;
}

function toTest(name: string): string {
  return `import { ${toCamelCase(name)} } from '../../rules/${name}.js';
import { testRule } from '../harness/test-rule.js';

testRule(${toCamelCase(name)}, {
  invalid: [\`import session from 'express-session';\`],
  valid: [\`import session from 'express-session';\`],
});
`;
}
