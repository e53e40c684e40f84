import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import type { RuleSetting } from '../check/rule-settings.js';
import type { ScanReport } from '../report/scan-report.js';
import { scanInDetail, scanPreset, type DetailedScan, type ScanOptions } from '../scan.js';
import { reasonOf, UsageError } from '../scan/problem.js';
import { choiceOf, valueOf, type Arguments } from './arguments.js';
import { formats, render } from './formats.js';
import type { ExitCode, Host } from './host.js';
import { printFacts, printSummaries } from './print-internals.js';
import { Progress } from './progress.js';
import { toBytes, toMilliseconds } from './quantity.js';
import { gates, presets, readRuleFlag, readSettings, type Gate, type Settings } from './settings.js';
import { workingDirectory } from './working-directory.js';

/** `session-memory scan`. */
export async function scanCommand(parsed: Arguments, host: Host): Promise<ExitCode> {
  const cwd = workingDirectory(host);
  const settings = await settingsOf(parsed, cwd);
  const format = choiceOf('format', valueOf(parsed, 'format'), formats) ?? 'stylish';
  if (parsed.flags.has('print-summary')) return printSummaries(parsed.positionals, cwd, host);
  const progress = new Progress(host);
  let scanned: DetailedScan;
  try {
    scanned = await scanInDetail(toScanOptions(parsed, cwd, settings, progress));
  } finally {
    progress.clear();
  }
  if (parsed.flags.has('print-facts')) return printFacts(scanned.analysis.facts, host);
  const output = valueOf(parsed, 'output');
  const text = await render(format, scanned, host, output === undefined);
  write(text, output, cwd, host);
  return exitCodeOf(scanned.report, settings.failOn ?? 'warn', parsed.flags.has('allow-incomplete'));
}

/** The config file with what the flags say on top. */
async function settingsOf(parsed: Arguments, cwd: string): Promise<Settings> {
  const file = valueOf(parsed, 'config');
  const config: Settings = file === undefined ? { rules: new Map() } : await readSettings(cwd, file, rules);
  const preset = choiceOf('preset', valueOf(parsed, 'preset'), presets) ?? config.preset;
  const failOn = choiceOf('fail-on', valueOf(parsed, 'fail-on'), gates) ?? config.failOn;
  const merged = new Map<string, RuleSetting>(config.rules);
  for (const flag of parsed.values.get('rule') ?? []) {
    for (const [name, setting] of await readRuleFlag(flag, rules)) merged.set(name, keepOptions(setting, merged.get(name)));
  }
  return {
    rules: merged,
    includeTests: parsed.flags.has('include-tests') || config.includeTests === true,
    ...(preset === undefined ? {} : { preset }),
    ...(failOn === undefined ? {} : { failOn }),
  };
}

/** `--rule x=error` changes the severity and leaves the options that the config file gave. */
function keepOptions(setting: RuleSetting, before: RuleSetting | undefined): RuleSetting {
  if (typeof setting !== 'string' || before === undefined || typeof before === 'string') return setting;
  return [setting, before[1] ?? {}];
}

function toScanOptions(parsed: Arguments, cwd: string, settings: Settings, progress: Progress): ScanOptions {
  const size = valueOf(parsed, 'max-file-size');
  const time = valueOf(parsed, 'timeout');
  return {
    cwd,
    paths: parsed.positionals,
    preset: settings.preset ?? scanPreset,
    rules: settings.rules,
    includeTests: settings.includeTests === true,
    onProgress: progress.show,
    ...(size === undefined ? {} : { maxFileSize: toBytes('max-file-size', size) }),
    ...(time === undefined ? {} : { timeout: toMilliseconds('timeout', time) }),
  };
}

function write(text: string, output: string | undefined, cwd: string, host: Host): void {
  if (output === undefined) {
    host.stdout.write(text);
    return;
  }
  try {
    writeFileSync(resolve(cwd, output), text);
  } catch (error) {
    throw new UsageError(`--output ${output}: ${reasonOf(error)}.`);
  }
}

function exitCodeOf(report: ScanReport, gate: Gate, allowIncomplete: boolean): ExitCode {
  if (report.failed.length > 0 && !allowIncomplete) return 2;
  if (gate === 'never') return 0;
  const order = ['info', 'warn', 'error'];
  return report.findings.some(({ severity }) => order.indexOf(severity) >= order.indexOf(gate)) ? 1 : 0;
}
