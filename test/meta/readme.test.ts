import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

import { parseArguments } from '../../src/cli/arguments.js';
import { commands } from '../../src/cli/commands.js';
import { built, projectRoot } from '../harness/built.js';
import { codeBlocksOf } from '../harness/code-blocks.js';
import { temporaryFolder } from '../scan/temporary-folder.js';

const EXAMPLE = 'fixtures/projects/support-request';
/** One mistake that one rule sees. */
const ENDLESS = "import Redis from 'ioredis';\nexport const keep = (sessionId, text) => new Redis().set(`session:${sessionId}`, text);\n";

const readme = readFileSync(path.join(projectRoot, 'README.md'), 'utf8');
const blocks = codeBlocksOf(readme);
const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

function textsIn(language: string): string[] {
  return blocks.filter((block) => block.language === language).map(({ text }) => text);
}

function runCli(cwd: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [built('cli.js'), ...args], { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
}

/** A project that has installed the package, as a reader of README has. */
function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder({ 'package.json': '{ "type": "module" }', ...files });
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(projectRoot, path.join(folder, 'node_modules/eslint-plugin-session-memory'), 'dir');
  for (const name of ['eslint', 'typescript-eslint']) {
    symlinkSync(path.join(projectRoot, 'node_modules', name), path.join(folder, 'node_modules', name), 'dir');
  }
  return folder;
}

describe('README shows the output of the scan', () => {
  it('as text, the time apart', () => {
    const { stdout, status } = runCli(projectRoot, 'scan', EXAMPLE);
    expect(status).toBe(1);
    const shown = blocks.find(({ language }) => language === 'text')?.text ?? '';
    expect(withoutTime(shown)).toBe(withoutTime(stdout));
  });

  it('as a picture that has all of its words', () => {
    const picture = readFileSync(path.join(projectRoot, 'docs/scan.svg'), 'utf8');
    const { stdout } = runCli(projectRoot, 'scan', EXAMPLE);
    expect(wordsOf(withoutTime(textOfSvg(picture)))).toEqual(expect.arrayContaining(wordsOf(withoutTime(stdout))));
    expect(readme).toContain('](docs/scan.svg)');
  });
});

describe('commands in README', () => {
  const inText = [...readme.matchAll(/`((?:npx )?session-memory [a-z][^`]*)`/g)].map((match) => match[1]!);
  const lines = [...textsIn('sh').flatMap((text) => text.trim().split('\n')), ...inText];
  const ours = lines.map((line) => /^(?:npx )?session-memory (.+)$/.exec(line)?.[1]).filter((line) => line !== undefined);

  it('are the two for a fresh machine, as they are to be typed', () => {
    expect(textsIn('sh').map((text) => text.trim()).slice(0, 2)).toEqual(['npm ci && npm run scan -- <folder>', 'npm ci && npm test']);
  });

  it('name scripts of package.json', () => {
    const scripts = [...readme.matchAll(/\bnpm (?:run )?(?!ci\b|install\b|run\b)([a-z][\w:-]*)/g)].map((match) => match[1]!);
    expect(scripts).not.toEqual([]);
    for (const script of scripts) expect(Object.keys(manifest.scripts)).toContain(script);
  });

  it.each(ours)('are understood: session-memory %s', (line) => {
    const [name, ...args] = line.replace('<rule>', 'no-repeated-ask').split(' ');
    const command = commands.find((each) => each.name === name);
    expect(command).toBeDefined();
    expect(() => parseArguments(command!, args)).not.toThrow();
  });

  it.each(ours.filter((line) => /^(?:explain|rules|why)/.test(line)))('work: session-memory %s', (line) => {
    const { status, stdout, stderr } = runCli(path.join(projectRoot, EXAMPLE), ...line.replace('<rule>', 'no-repeated-ask').split(' '));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).not.toBe('');
  });
});

describe('code in README', () => {
  const configs = textsIn('js').filter((text) => text.startsWith('// eslint.config.js'));

  it.each(configs.map((text, index) => [index + 1, text] as const))('ESLint config %i finds what it should', async (_, text) => {
    const folder = projectWith({ 'eslint.config.js': text, 'a.js': ENDLESS, 'b.ts': `${ENDLESS}export const n: number = 1;\n` });
    const results = await new ESLint({ cwd: folder }).lintFiles(['.']);
    const found = results.filter(({ messages }) => messages.some(({ ruleId }) => ruleId === 'session-memory/require-session-expiry'));
    const files = found.map(({ filePath }) => path.basename(filePath)).sort();
    expect(files).toEqual(text.includes('typescript-eslint') ? ['a.js', 'b.ts'] : ['a.js']);
    expect(results.flatMap(({ messages }) => messages).filter(({ fatal }) => fatal)).toEqual([]);
  });

  it('there are two ESLint configs', () => {
    expect(configs).toHaveLength(2);
  });

  it('the configuration of the scanner is accepted, and does what it says', () => {
    const config = textsIn('json').find((text) => text.includes('"preset"')) ?? '';
    const folder = temporaryFolder({ 'session-memory.json': config, 'a.js': ENDLESS });
    const { status, stderr, stdout } = runCli(folder, 'scan', '--config', 'session-memory.json', '--format', 'json');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ severity: 'error', suggestions: [{ message: expect.stringContaining(String(15 * 60)) as string }] }] });
  });

  it('the JSON has the fields of a real report, in order', () => {
    const shown = JSON.parse(textsIn('json').find((text) => text.includes('"schemaVersion"')) ?? '') as Shape;
    const real = JSON.parse(runCli(projectRoot, 'scan', EXAMPLE, '--format', 'json').stdout) as Shape;
    expect(Object.keys(shown)).toEqual(Object.keys(real));
    expect(Object.keys(shown.findings[0]!)).toEqual(Object.keys(real.findings[0]!));
    expect(Object.keys(shown.stats)).toEqual(Object.keys(real.stats));
    const { related, suggestions } = real.findings.find((finding) => finding.related.length > 0 && finding.suggestions.length > 0)!;
    expect(Object.keys(shown.findings[0]!.related[0]!)).toEqual(Object.keys(related[0]!));
    expect(Object.keys(shown.findings[0]!.suggestions[0]!)).toEqual(Object.keys(suggestions[0]!));
  });

  it('the scan from a program runs', () => {
    const program = textsIn('js').find((text) => text.includes('eslint-plugin-session-memory/scan')) ?? '';
    const folder = projectWith({ 'src/a.js': ENDLESS, 'run.js': `${program}\nconsole.log(findings.length);\n` });
    const { stdout, stderr } = spawnSync(process.execPath, ['run.js'], { cwd: folder, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: '' });
  });

  it('the suppressing comment suppresses', () => {
    const comment = textsIn('js').find((text) => text.includes('disable-next-line'))?.split('\n')[0] ?? '';
    const folder = temporaryFolder({ 'a.js': ENDLESS.replace('export', `${comment}\nexport`) });
    expect(runCli(folder, 'scan')).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('links in README', () => {
  it('lead to files that are there', () => {
    const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]!);
    expect(targets.filter((target) => !existsSync(path.join(projectRoot, target)))).toEqual([]);
  });
});

interface Shape {
  readonly findings: readonly { readonly related: readonly object[]; readonly suggestions: readonly object[] }[];
  readonly stats: object;
}

function withoutTime(text: string): string {
  return text.replace(/, [\d.]+ m?s(?=\s|$)/g, ', N ms').trim();
}

function textOfSvg(svg: string): string {
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!);
  return texts.join(' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function wordsOf(text: string): string[] {
  return text.match(/[\w.:/-]{2,}/g) ?? [];
}
