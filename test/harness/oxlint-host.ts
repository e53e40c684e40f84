import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { built } from './built.js';

/** What oxlint says of one place. Its columns count bytes, so lines only. */
export interface OxlintFinding {
  /** As it was given, POSIX. */
  readonly file: string;
  readonly rule: string;
  readonly line: number;
  readonly message: string;
}

interface Diagnostic {
  readonly code?: string;
  readonly message: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/**
 * Runs the built plugin in oxlint, on files below `cwd`.
 *
 * @throws {Error} when oxlint could not run, or the plugin crashed in it.
 */
export function runOxlint(files: readonly string[], cwd: string, rules: Readonly<Record<string, unknown>>): OxlintFinding[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'session-memory-oxlint-'));
  try {
    const config = path.join(folder, 'oxlintrc.json');
    writeFileSync(
      config,
      JSON.stringify({ categories: { correctness: 'off' }, plugins: [], jsPlugins: [built('index.js')], rules }),
    );
    const bin = path.join(path.dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [bin, '--config', config, '--disable-nested-config', '--format', 'json', ...files],
      { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
    return diagnostics.map(toFinding);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function toFinding({ code = '', message, filename, labels }: Diagnostic): OxlintFinding {
  const rule = /^session-memory\((.+)\)$/.exec(code)?.[1];
  if (!rule) throw new Error(`oxlint says: ${code} ${message}`);
  return { file: filename.replaceAll('\\', '/'), rule, line: labels[0]?.span.line ?? 0, message };
}
