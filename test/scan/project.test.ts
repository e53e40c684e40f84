import { describe, expect, it } from 'vitest';
import { scan, type ScanReport } from '../../src/scan.js';
import { isTestFile } from '../../src/scan/test-file.js';
import { temporaryFolder } from './temporary-folder.js';

const app = (from: string): string =>
  `import session from 'express-session';\nimport { cookie } from '${from}';\nsession({ secret: 's', cookie });\n`;
const bounded = 'export const cookie = { maxAge: 30 * 60 * 1000 };\n';
const endless = 'export const cookie = { secure: true };\n';

/** Files with a session that never ends. Other rules see other mistakes in the same place. */
function pathsOf({ findings }: ScanReport): readonly string[] {
  return findings.filter(({ ruleId }) => ruleId === 'require-session-expiry').map(({ path }) => path);
}

/** Does the scan follow the import? Only then it can tell a bounded cookie from one that is not. */
async function follows(specifier: string, target: string, more: Readonly<Record<string, string>> = {}): Promise<boolean> {
  const outcome = async (text: string): Promise<number> => {
    const { findings } = await scan({ cwd: temporaryFolder({ 'src/app.ts': app(specifier), [target]: text, ...more }) });
    return findings.filter(({ ruleId }) => ruleId === 'require-session-expiry').length;
  };
  return (await outcome(bounded)) === 0 && (await outcome(endless)) === 1;
}

describe('imports are followed', () => {
  it.each<[specifier: string, target: string, more?: Readonly<Record<string, string>>]>([
    ['./options', 'src/options.ts'],
    ['./options.js', 'src/options.ts'],
    ['./options', 'src/options/index.ts'],
    ['../options.mjs', 'options.mts'],
    ['./barrel', 'src/options.ts', { 'src/barrel.ts': "export { cookie } from './options';\n" }],
    ['./barrel', 'src/options.ts', { 'src/barrel.ts': "export * from './options';\n" }],
    ['@/options', 'src/options.ts'],
    ['#options', 'src/options.ts', { 'package.json': '{ "imports": { "#options": "./src/options.js" } }' }],
    ['#lib/options', 'src/lib/options.ts', { 'package.json': '{ "imports": { "#lib/*": { "default": "./dist/lib/*.js" } } }' }],
    ['@acme/options', 'packages/options/src/index.ts', { 'packages/options/package.json': '{ "name": "@acme/options", "exports": { ".": { "import": "./dist/index.js" } } }' }],
    ['@acme/options/cookie', 'packages/options/src/cookie.ts', { 'packages/options/package.json': '{ "name": "@acme/options" }' }],
    ['~lib/options', 'lib/options.ts', { 'tsconfig.json': '{ /* paths */ "compilerOptions": { "paths": { "~lib/*": ["./lib/*"], }, }, }' }],
    ['lib/options', 'source/lib/options.ts', { 'tsconfig.json': '{ "extends": "./base" }', 'base.json': '{ "compilerOptions": { "baseUrl": "source" } }' }],
    ['./options', 'generated/options.ts', { 'tsconfig.json': '{ "compilerOptions": { "rootDirs": ["src", "generated"] } }' }],
  ])('%s to %s', async (specifier, target, more) => expect(await follows(specifier, target, more)).toBe(true));

  it('in circles without end', async () => {
    const files = { 'a.ts': "export * from './b';\nimport './a';\n", 'b.ts': "export * from './a';\n", 'src/app.ts': app('../a') };
    expect((await scan({ cwd: temporaryFolder(files) })).failed).toEqual([]);
  });

  it('backwards to the callers of a wrapper', async () => {
    const report = await scan({
      cwd: temporaryFolder({
        'storage.ts': 'export function keep(key: string, value: unknown) {\n  localStorage.setItem(key, JSON.stringify(value));\n}\n',
        'form.ts': "import { keep } from './storage';\nexport const send = (password: string) => keep('password', password);\n",
        'other.ts': 'export const a = 1;\n',
      }),
    });
    expect(report.stats).toMatchObject({ filesSeen: 3, filesParsed: 2 });
  });
});

describe('.gitignore', () => {
  it('is honoured at every level, negations too', async () => {
    const session = "import session from 'express-session';\nsession({ secret: 's' });\n";
    const report = await scan({
      cwd: temporaryFolder({
        '.gitignore': 'ignored/\n*.gen.ts\n', 'ignored/a.ts': session, 'b.gen.ts': session,
        'kept/.gitignore': '!c.gen.ts\nd.ts\n', 'kept/c.gen.ts': session, 'kept/d.ts': session, 'd.ts': session,
      }),
    });
    expect(pathsOf(report)).toEqual(['d.ts', 'kept/c.gen.ts']);
  });

  it('of an outer folder does not hide what was named', async () => {
    const session = "import session from 'express-session';\nsession({ secret: 's' });\n";
    const folder = temporaryFolder({ '.git': 'gitdir: elsewhere\n', '.gitignore': 'checkouts/\n*.gen.ts\n', 'checkouts/x/a.ts': session, 'src/b.gen.ts': session, 'src/c.ts': session });
    const paths = async (path: string): Promise<readonly string[]> => pathsOf(await scan({ cwd: folder, paths: [path] }));
    expect(await paths('checkouts/x')).toEqual(['a.ts']);
    expect(await paths('src')).toEqual(['c.ts']);
  });
});

describe('isTestFile', () => {
  it.each(['a.test.ts', 'a.spec.js', 'a.e2e-spec.ts', 'b.stories.tsx', 'test/a.ts', 'src/__tests__/a.ts', 'e2e/a.ts', 'cypress/a.js', 'spec/a.js', 'src/testutils/a.ts', 'src/test-utils.ts'])(
    '%s is', (path) => expect(isTestFile(path)).toBe(true));
  it.each(['a.ts', 'fixtures/a.ts', 'examples/a.ts', 'src/latest/a.ts', 'contest.ts', 'src/specification/a.ts', 'testing-library.ts'])(
    '%s is not', (path) => expect(isTestFile(path)).toBe(false));
});
