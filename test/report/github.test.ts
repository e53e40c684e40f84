import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/rule.js';
import { toGithub } from '../../src/report/github.js';
import type { ScanReport } from '../../src/report/scan-report.js';
import { HOSTILE, hostileReport, hostileText } from './hostile.js';
import { CLEAN, finding, SAMPLE } from './sample.js';

const options = { folder: 'apps/web/' };

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line as the runner does: `undefined` when it is only shown. */
function commandOf(line: string): Command | undefined {
  const match = /^\s*::([^ :]*)(?: ([^]*?))?::([^]*)$/.exec(line);
  if (match === null) return line.includes('##[') ? { name: 'of the older form', properties: {}, message: line } : undefined;
  const decode = (text: string): string => text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
  const properties = (match[2] ?? '').split(',').filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1))] as const);
  return { name: match[1]!, properties: Object.fromEntries(properties), message: decode(match[3]!) };
}

function linesOf(report: ScanReport, own = options): readonly string[] {
  return toGithub(report, own).split('\n').slice(0, -1);
}

function commandsOf(report: ScanReport): readonly Command[] {
  return linesOf(report).flatMap((line) => commandOf(line) ?? []);
}

function many(number: number, severity: Severity): ScanReport['findings'] {
  return Array.from({ length: number }, (_, index) => finding({ path: 'a.js', line: index + 1, column: 1, endLine: index + 1, endColumn: 2 }, { severity }));
}

describe('toGithub', () => {
  it('has the published shape', async () => {
    await expect(toGithub(SAMPLE, options)).toMatchFileSnapshot('./__snapshots__/github.txt');
  });

  it('is one line without a command when clean', () => {
    expect(linesOf(CLEAN)).toEqual(['session-memory: No problems found: 214 files looked at, 12 parsed']);
  });

  it('names the file from the root of the repository, the place, the rule and the message', () => {
    const [, , , asked] = commandsOf(SAMPLE);
    expect(asked).toMatchObject({
      name: 'warning',
      properties: { file: 'apps/web/src/bot/order-wizard.ts', line: '4', endLine: '4', title: 'no-repeated-ask' },
      message: expect.stringMatching(/^The person is asked[^]*\napps\/web\/src\/bot\/order-wizard\.ts:8:5: captured here\napps\/web\/src\/app\.js:/) as string,
    });
    expect(Number(asked!.properties['endColumn']) - Number(asked!.properties['col'])).toBe("ctx.reply('What is your e-mail".length);
  });

  it('gives no columns of more than one line, which the runner does not take', () => {
    const [, expiry] = commandsOf(SAMPLE);
    expect(expiry?.properties).toEqual({ file: 'apps/web/src/app.js', line: '7', endLine: '11', title: 'require-session-expiry' });
  });

  it('has the level of the severity, the most severe first', () => {
    expect(commandsOf(SAMPLE).map(({ name, properties }) => [name, properties['title']])).toEqual([
      ['error', '1 file could not be analysed'],
      ['error', 'require-session-expiry'],
      ['error', 'no-sensitive-session-data'],
      ['warning', 'no-repeated-ask'],
      ['notice', 'no-oversized-session-value'],
    ]);
  });

  it('annotates ten of each level and shows the others in the log', () => {
    const report = { ...CLEAN, findings: [...many(12, 'info'), ...many(10, 'warn'), ...many(11, 'error')] };
    const names = commandsOf(report).map(({ name }) => name);
    expect(['error', 'warning', 'notice'].map((level) => names.filter((name) => name === level).length)).toEqual([10, 10, 10]);
    const lines = linesOf(report);
    expect(lines.slice(30)).toEqual([
      '::group::3 more problems: GitHub shows 10 annotations of each level',
      'error: apps/web/a.js:11:1: require-session-expiry: It never ends.',
      'notice: apps/web/a.js:11:1: require-session-expiry: It never ends.',
      'notice: apps/web/a.js:12:1: require-session-expiry: It never ends.',
      '::endgroup::',
      'session-memory: 33 problems (11 errors, 10 warnings, 12 info) in 1 file: 214 files looked at, 12 parsed',
    ]);
  });

  it('counts lost files among the errors', () => {
    const failed = Array.from({ length: 12 }, (_, index) => ({ path: `${index}.js`, reason: 'permission denied' }));
    const commands = commandsOf({ ...CLEAN, failed, findings: many(10, 'error') });
    expect(commands.filter(({ name }) => name === 'error')).toHaveLength(10);
    expect(commands[0]!.message.split('\n')).toHaveLength(11);
    expect(commands[0]!.message).toMatch(/… and 2 more$/);
  });

  it('escapes what ends a property or a message', () => {
    const place = { path: 'a,b:c%0A.js', line: 1, column: 1, endLine: 1, endColumn: 2 };
    const [line] = linesOf({ ...CLEAN, findings: [finding(place, { message: '100% of ::these:: a,b' })] }, { folder: '' });
    expect(line).toBe('::error file=a%2Cb%3Ac%250A.js,line=1,endLine=1,col=1,endColumn=2,title=require-session-expiry::100%25 of ::these:: a,b');
  });

  it('lets nothing of source code be a command, in whatever order it comes', () => {
    fc.assert(fc.property(hostileText, fc.integer({ min: 1, max: 12 }), (text, number) => {
      const report = hostileReport(text);
      const lines = linesOf({ ...report, findings: Array.from({ length: number }, () => ({ ...report.findings[0]! })) });
      const names = lines.map((line) => commandOf(line)?.name);
      const annotations = Math.min(number, 9);
      const more = number - annotations;
      expect(names).toEqual([
        ...Array.from({ length: 1 + annotations }, () => 'error'),
        ...(more > 0 ? ['group', ...Array.from({ length: more }, () => undefined), 'endgroup'] : []),
        undefined, // note
        undefined, // summary
      ]);
      expect(Object.keys(commandOf(lines[1]!)!.properties)).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
    }), { numRuns: 300 });
  });

  it('sends nothing to the terminal that it would obey', () => {
    expect(toGithub(hostileReport(HOSTILE), options).replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e\u2028\ud800-\udfff]/u);
  });
});
