import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Runs code in a fresh Node and says which files it evaluated, ES modules and CommonJS alike: V8 lists every script in
 * its coverage report.
 *
 * @returns file URLs.
 */
export function evaluatedModules(code: string, inputType: 'module' | 'commonjs'): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'session-memory-coverage-'));
  try {
    execFileSync(process.execPath, [`--input-type=${inputType}`, '--eval', code], {
      env: { ...process.env, NODE_V8_COVERAGE: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return readdirSync(folder).flatMap((file) => {
      const { result } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { result: { url: string }[] };
      return result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
