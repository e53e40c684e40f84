import { describe, expect, it } from 'vitest';
import { scan } from '../../src/scan.js';
import { temporaryFolder } from '../scan/temporary-folder.js';

async function fingerprints(path: string, text: string): Promise<readonly string[]> {
  const { findings } = await scan({ cwd: temporaryFolder({ [path]: text }) });
  return findings.filter(({ ruleId }) => ruleId === 'require-session-expiry').map(({ fingerprint }) => fingerprint);
}

const setUp = "import session from 'express-session';\nexport function setUp(app) {\n  app.use(session({ secret: 's', resave: false }));\n}\n";

describe('fingerprint', () => {
  it('is 24 hexadecimal digits', async () => {
    expect(await fingerprints('a.js', setUp)).toEqual([expect.stringMatching(/^[0-9a-f]{24}$/)]);
  });

  it.each([
    ['moved to another file', 'lib/other.js', setUp],
    ['moved down', 'a.js', `${'\n// more\nconst a = 1;\n'}${setUp}`],
    ['reformatted', 'a.js', setUp.replaceAll('  ', '\t').replace('({ secret', '(\n{\n\nsecret').replaceAll('\n', '\r\n')],
    ['given another secret', 'a.js', setUp.replace("'s'", 'process.env.SECRET')],
  ])('stays when code is %s', async (_name, path, text) => {
    expect(await fingerprints(path, text)).toEqual(await fingerprints('a.js', setUp));
  });

  it('differs by the function around it and by occurrence', async () => {
    const inOther = setUp.replace('setUp', 'other');
    const twice = setUp.replace(/( {2}app.*\n)/, '$1$1');
    const [first] = await fingerprints('a.js', setUp);
    expect(await fingerprints('a.js', inOther)).not.toContain(first);
    const both = await fingerprints('a.js', twice);
    expect(both[0]).toBe(first);
    expect(new Set(both).size).toBe(2);
  });
});
