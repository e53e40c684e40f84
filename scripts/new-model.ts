/** `npm run new-model <name>`: a library model and its fixture, to be filled in. Overwrites nothing. */
import { toCamelCase } from './generate/names.js';
import { nameArgument } from './scaffold/name-argument.js';
import { runGenerate } from './scaffold/run-generate.js';
import { writeNewFiles } from './scaffold/write-new-files.js';

try {
  const name = nameArgument(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'Usage: npm run new-model <library, in kebab case>');
  writeNewFiles(
    new Map([
      [`src/models/${name}.ts`, toModel(name)],
      [`fixtures/libraries/${name}/basic.ts`, toFixture(name)],
    ]),
  );
  runGenerate();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

function toModel(name: string): string {
  return `import { defineModel } from './define-model.js';

export const ${toCamelCase(name)} = defineModel({
  id: '${name}',
  docs: 'https://www.npmjs.com/package/${name}',
  packages: ['${name}'],
  checkedAgainst: '0.0.0',
  writes: [
    {
      // \`store.set(key, value)\`, of the default export or of all that is exported.
      from: { package: '${name}' },
      path: 'Member[set].Return',
      memory: 'server-record',
      key: 'Argument[0]',
      value: 'Argument[1]',
    },
  ],
});
`;
}

function toFixture(name: string): string {
  return `import store from '${name}';

export async function remember(sessionId: string, answers: object): Promise<void> {
  await store.set(\`session:\${sessionId}\`, JSON.stringify(answers));
}
`;
}
