import { expect, it } from 'vitest';

import { scan, UsageError, type ScanOptions } from '../../src/scan.js';
import { temporaryFolder } from './temporary-folder.js';

const files = {
  'package.json': '{ "dependencies": { "connect-redis": "9.0.0", "express-session": "1.19.0" } }',
  'app.js': `import session from 'express-session';
import { RedisStore } from 'connect-redis';
app.use(session({ secret, store: new RedisStore({ client, disableTTL: true }) }));
`,
};

async function severities(cwd: string, options: ScanOptions): Promise<readonly string[]> {
  const { findings } = await scan({ cwd, ...options });
  return findings.filter(({ ruleId }) => ruleId === 'require-session-expiry').map(({ severity }) => severity);
}

it('takes settings of rules as an object and as a map', async () => {
  const cwd = temporaryFolder(files);
  expect(await severities(cwd, {})).toEqual(['error']);
  expect(await severities(cwd, { rules: { 'require-session-expiry': 'info' } })).toEqual(['info']);
  expect(await severities(cwd, { rules: new Map([['require-session-expiry', 'off']]) })).toEqual([]);
  expect(await severities(cwd, { overrides: [{ files: ['app.js'], rules: { 'require-session-expiry': 'warn' } }] })).toEqual(['warn']);
});

it.each<[string, ScanOptions, string]>([
  ['a rule', { rules: { 'require-sesion-expiry': 'off' } }, 'rules: require-sesion-expiry is not known. Did you mean "require-session-expiry"?'],
  ['a rule of a map', { rules: new Map([['no-repeated-asks', 'off']]) }, 'rules: no-repeated-asks is not known. Did you mean "no-repeated-ask"?'],
  ['a severity', { rules: { 'no-repeated-ask': 'warm' as 'warn' } }, 'Did you mean "warn"?'],
  ['an override', { overrides: [{}, { rules: { 'no-repeated': 'off' } }] }, 'overrides[1].rules: no-repeated is not known.'],
  ['a preset', { preset: 'stric' as 'strict' }, 'preset must be one of recommended, strict, not "stric". Did you mean "strict"?'],
])('refuses %s that does not exist', async (_what, options, message) => {
  const refused = scan({ cwd: temporaryFolder(files), ...options });
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(message);
});
