import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/cli/formats.js';
import type { Host } from '../../src/cli/host.js';
import { main } from '../../src/cli/main.js';
import { sarifProblems } from '../report/sarif/conformity.js';
import { temporaryFolder } from '../scan/temporary-folder.js';

const ENDLESS = "import session from 'express-session';\nexport const handler = session({ secret: 's' });\n";
const WORKFLOW = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: 'c0ffee'.repeat(7).slice(0, 40) };

async function run(cwd: string, argv: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const host: Host = {
    cwd: () => cwd,
    environment: { FORCE_COLOR: '1', ...environment },
    stdout: { write: (text) => (out += text), isTTY: true, columns: 80 },
    stderr: { write: (text) => (err += text) },
  };
  return { code: await main(argv, host), out, err };
}

/** What makes a report of the format valid, whatever is in it. */
const isValid: Readonly<Record<Exclude<(typeof formats)[number], 'stylish'>, (text: string) => void>> = {
  json: (text) => expect(JSON.parse(text)).toMatchObject({ schemaVersion: 1 }),
  sarif: (text) => expect(sarifProblems(JSON.parse(text))).toEqual([]),
  github: (text) => expect(text.trimEnd().split('\n').at(-1)).toMatch(/^session-memory: .* looked at/),
  markdown: (text) => expect(text).toMatch(/^## . ?session-memory: [^]*<sub>.* looked at.*<\/sub>\n$/u),
};

describe.each(Object.entries(isValid))('--format %s', (format, expectValid) => {
  it('is valid for an empty folder', async () => {
    const { code, out, err } = await run(temporaryFolder(), ['scan', '--format', format]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expectValid(out);
  });

  it('is valid with findings, has no colours, and goes to stdout alone', async () => {
    const { code, out, err } = await run(temporaryFolder({ 'a b,c.ts': ENDLESS }), ['scan', '--format', format]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expectValid(out);
    expect(out).toContain('require-session-expiry');
    expect(out).not.toContain('\u001b');
  });

  it('is the same in a file', async () => {
    const folder = temporaryFolder({ 'a.ts': ENDLESS });
    const { out } = await run(folder, ['scan', '--format', format]);
    expect((await run(folder, ['scan', '--format', format, '--output', 'report'])).out).toBe('');
    const { readFileSync } = await import('node:fs');
    const withoutTime = (text: string): string => text.replace(/"ms": \d+/, '').replace(/\d+ files looked at|1 file looked at/, '');
    expect(withoutTime(readFileSync(`${folder}/report`, 'utf8'))).toBe(withoutTime(out));
  });

  it('names nothing of the machine', async () => {
    const folder = temporaryFolder({ 'a.ts': ENDLESS });
    expect((await run(folder, ['scan', '--format', format])).out).not.toContain(folder);
  });
});

describe('--format', () => {
  it('has a test for every format', () => {
    expect(['stylish', ...Object.keys(isValid)]).toEqual(formats);
  });

  it.each([['sarf', 'sarif'], ['gitub', 'github'], ['markdwn', 'markdown']])('%s: did you mean %s?', async (given, meant) => {
    const { code, err } = await run(temporaryFolder(), ['scan', '--format', given]);
    expect(code).toBe(2);
    expect(err).toContain(`--format must be one of ${formats.join(', ')}, not "${given}". Did you mean "${meant}"?`);
  });

  it('is listed whole in the help', async () => {
    const { out } = await run(temporaryFolder(), ['scan', '--help'], { NO_COLOR: '1' });
    for (const format of formats) expect(out.replace(/\s+/g, ' ')).toMatch(new RegExp(`--format .*\\b${format}\\b`));
  });
});

describe('paths begin at the root of the repository', () => {
  const repository = (): string => temporaryFolder({ '.git/HEAD': '', 'apps/web/src/a.ts': ENDLESS });

  it.each([['.'], ['apps'], ['apps/web/src/a.ts']])('in SARIF, when %s is scanned', async (path) => {
    const { out } = await run(repository(), ['scan', path, '--format', 'sarif']);
    const [result] = (JSON.parse(out) as Log).runs[0]!.results!;
    expect(result!.locations![0]!.physicalLocation!.artifactLocation).toEqual({ uri: 'apps/web/src/a.ts', uriBaseId: '%SRCROOT%' });
  });

  it('so that each package of a monorepo is an analysis of its own', async () => {
    const { out } = await run(repository(), ['scan', 'apps/web', '--format', 'sarif']);
    expect((JSON.parse(out) as Log).runs[0]!.automationDetails).toEqual({ id: 'session-memory/apps/web/' });
  });

  it('in annotations', async () => {
    expect((await run(repository(), ['scan', 'apps', '--format', 'github'])).out).toContain('file=apps/web/src/a.ts,line=2');
  });

  it('in Markdown, where a workflow says which commit it is', async () => {
    const folder = repository();
    const link = (await run(folder, ['scan', 'apps', '--format', 'markdown'], WORKFLOW)).out;
    expect(link).toContain(`[line 2](https://github.example/o/r/blob/${WORKFLOW.GITHUB_SHA}/apps/web/src/a.ts#L2)`);
    expect((await run(folder, ['scan', 'apps', '--format', 'markdown'])).out).toContain('[line 2](apps/web/src/a.ts#L2)');
    const evil = { ...WORKFLOW, GITHUB_REPOSITORY: 'o/r) [x](http://evil.example' };
    expect((await run(folder, ['scan', 'apps', '--format', 'markdown'], evil)).out).toContain('[line 2](apps/web/src/a.ts#L2)');
  });

  it('outside of one, at the scanned folder', async () => {
    const folder = temporaryFolder({ 'p/a.ts': ENDLESS });
    expect((await run(folder, ['scan', 'p', '--format', 'github'])).out).toContain('file=a.ts,line=2');
  });
});

describe('SARIF of a real scan', () => {
  it('describes every rule with its page', async () => {
    const { out } = await run(temporaryFolder(), ['scan', '--format', 'sarif']);
    const { driver } = (JSON.parse(out) as Log).runs[0]!.tool;
    expect(driver).toMatchObject({ name: 'session-memory', informationUri: expect.stringMatching(/^https:/) as string });
    const expiry = driver.rules!.find(({ id }) => id === 'require-session-expiry');
    expect(expiry?.properties?.tags).toContain('external/cwe/cwe-613');
    expect(expiry?.help?.markdown).toContain('## Incorrect');
    for (const rule of driver.rules!) {
      expect(rule.fullDescription!.text.length).toBeGreaterThan(rule.shortDescription!.text.length);
      expect(rule.help!.markdown).not.toMatch(/^# |<!--/);
    }
  });

  it('knows the rule of a comment that suppresses nothing', async () => {
    const folder = temporaryFolder({ 'a.ts': `import 'express-session';\n// session-memory-disable-next-line require-session-expiry\nexport const a = 1;\n` });
    const run_ = (JSON.parse((await run(folder, ['scan', '--format', 'sarif'])).out) as Log).runs[0]!;
    expect(run_.results!.map(({ ruleId, ruleIndex }) => [ruleId, run_.tool.driver.rules![ruleIndex!]?.id])).toEqual([['unused-directive', 'unused-directive']]);
  });

  it('says that files were lost', async () => {
    // More than can be read in a millisecond.
    const folder = temporaryFolder(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.ts`, ENDLESS])));
    const { code, out } = await run(folder, ['scan', '--format', 'sarif', '--timeout', '1ms']);
    const [invocation] = (JSON.parse(out) as Log).runs[0]!.invocations!;
    expect({ code, successful: invocation!.executionSuccessful }).toEqual({ code: 2, successful: false });
  });
});
