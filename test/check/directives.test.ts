import { describe, expect, it } from 'vitest';
import { scan } from '../../src/scan.js';
import { temporaryFolder } from '../scan/temporary-folder.js';

const endless = "export const handler = session({ secret: 's' });";

/** Other rules see other mistakes in the same line. */
const LOOKED_AT: ReadonlySet<string> = new Set(['require-session-expiry', 'unused-directive']);

/** `rule@line` of the findings in a file with these lines below the import. */
async function findingsIn(...lines: readonly string[]): Promise<readonly string[]> {
  const { findings } = await scan({ cwd: temporaryFolder({ 'a.ts': ["import session from 'express-session';", ...lines, ''].join('\n') }) });
  return findings.filter(({ ruleId }) => LOOKED_AT.has(ruleId)).map(({ ruleId, line }) => `${ruleId}@${line}`);
}

describe('directives', () => {
  it.each([
    '// session-memory-disable-next-line require-session-expiry -- the proxy ends it',
    '/* session-memory-disable-next-line require-session-expiry */',
    '// session-memory-disable-next-line session-memory/require-session-expiry',
    '// eslint-disable-next-line session-memory/require-session-expiry',
    '// eslint-disable-next-line no-console, session-memory/require-session-expiry -- both',
    '// eslint-disable-next-line',
    '/* eslint-disable */',
    '/* eslint-disable session-memory/require-session-expiry */',
  ])('%s takes the finding of the next line out', async (directive) => {
    expect(await findingsIn(directive, endless)).toEqual([]);
  });

  it.each(['// session-memory-disable-line require-session-expiry', '// eslint-disable-line', '/* eslint-disable-line session-memory/require-session-expiry */'])(
    '%s takes the finding of its own line out',
    async (directive) => expect(await findingsIn(`${endless} ${directive}`)).toEqual([]),
  );

  it.each(['// eslint-disable', '// eslint-disable-next-line no-console', "'session-memory-disable-next-line require-session-expiry';", '// see session-memory-disable-next-line'])(
    '%s does nothing',
    async (text) => expect(await findingsIn(text, endless)).toEqual(['require-session-expiry@3']),
  );

  it('reports own directives that do nothing', async () => {
    expect(await findingsIn('// session-memory-disable-next-line require-session-expiry', 'session();'.replace('session', 'String'))).toEqual(['unused-directive@2']);
  });

  it('reports directives for rules that do not exist, with the nearest name', async () => {
    const text = `import session from 'express-session';\n// session-memory-disable-next-line require-session-expirey\n${endless}\n`;
    const { findings } = await scan({ cwd: temporaryFolder({ 'a.ts': text }) });
    expect(findings.map(({ ruleId }) => ruleId).filter((ruleId) => LOOKED_AT.has(ruleId))).toEqual(['unused-directive', 'require-session-expiry']);
    expect(findings[0]?.message).toContain('Did you mean "require-session-expiry"?');
  });

  it('says nothing of other plugins and of directives for everything', async () => {
    expect(await findingsIn('/* eslint-disable no-console */', '// eslint-disable-next-line', 'String();')).toEqual([]);
  });

  it('ends eslint-disable at eslint-enable', async () => {
    expect(await findingsIn('/* eslint-disable */', '/* eslint-enable */', endless)).toEqual(['require-session-expiry@4']);
    expect(await findingsIn('/* eslint-disable */', '/* eslint-enable session-memory/require-session-expiry */', endless)).toEqual(['require-session-expiry@4']);
    expect(await findingsIn('/* eslint-disable */', '/* eslint-enable session-memory/no-repeated-ask */', endless)).toEqual([]);
  });

  it('counts lines with CRLF', async () => {
    expect(await findingsIn('// session-memory-disable-next-line require-session-expiry\r', `${endless}\r`)).toEqual([]);
  });
});
