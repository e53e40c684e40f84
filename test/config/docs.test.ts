import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.js';
import { commands } from '../../src/cli/commands.js';
import { schema } from '../../src/config/schema.js';
import { projectRoot } from '../harness/built.js';
import { codeBlocksOf } from '../harness/code-blocks.js';
import { temporaryFolder } from '../scan/temporary-folder.js';
import { findingsOf, runCli } from './run-cli.js';

const page = readFileSync(join(projectRoot, 'docs/configuration.md'), 'utf8');
const blocks = codeBlocksOf(page);

/** The files that one section shows. */
function filesOf(section: string): Readonly<Record<string, string>> {
  return Object.fromEntries(blocks.filter((block) => block.section === section).map(({ file = '', text }) => [file, text]));
}

describe('docs/configuration.md', () => {
  it.each([...new Set(blocks.map(({ section }) => section))].map((section) => [section]))('shows configurations that are accepted: %s', async (section) => {
    const { code, err } = await runCli(temporaryFolder(filesOf(section)), 'scan', '--print-config');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('shows a model that makes a rule see a library', async () => {
    const folder = temporaryFolder(filesOf('Models of further libraries'));
    expect(await findingsOf(folder)).toEqual(['src/app.js: require-session-expiry (error)']);
    expect((await runCli(folder, 'scan')).out).toContain('keepFor: 1800');
  });

  it('has a row for every key', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
    expect(rows.sort()).toEqual(Object.keys(schema.properties ?? {}).filter((key) => key !== '$schema').sort());
  });

  it('shows commands that are understood', () => {
    const lines = [...page.matchAll(/`session-memory scan ([^`]+)`/g)].map((match) => match[1] ?? '');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(() => parseArguments(commands[0]!, line.split(' '))).not.toThrow();
  });
});
