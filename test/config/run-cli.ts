import { main } from '../../src/cli/main.js';

/** Runs the program in this process. */
export async function runCli(cwd: string, ...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main(argv, {
    cwd: () => cwd,
    environment: { NO_COLOR: '1' },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

/** Rules that the tests here speak of. What others find in the same code is their business. */
const watched = /^(?:require-session-expiry|no-repeated-ask|no-sensitive-session-data|unused-directive)$/;

/** Path, rule and severity of every finding of a scan, by the rules that are watched. */
export async function findingsOf(cwd: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const { out, err } = await runCli(cwd, 'scan', '--format', 'json', ...argv);
  if (err !== '') throw new Error(err);
  const { findings } = JSON.parse(out) as { findings: readonly { ruleId: string; path: string; severity: string }[] };
  return findings.filter(({ ruleId }) => watched.test(ruleId)).map(({ ruleId, path, severity }) => `${path}: ${ruleId} (${severity})`);
}
