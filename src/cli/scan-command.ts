import type { Gate } from '../config/config.js';
import { unusedConfigs } from '../config/unused-configs.js';
import type { ScanReport } from '../report/scan-report.js';
import { scanInDetail, type DetailedScan } from '../scan-in-detail.js';
import type { CheckedScanOptions } from '../scan-options.js';
import { resolveInputs } from '../scan/inputs.js';
import { valueOf, type Arguments } from './arguments.js';
import { formats, render } from './formats.js';
import type { ExitCode, Host } from './host.js';
import { printConfig } from './print-config.js';
import { printFacts, printSummaries } from './print-internals.js';
import { Progress } from './progress.js';
import { toBytes, toMilliseconds } from './quantity.js';
import { readSettings, toScanOptions, type Settings } from './settings.js';
import { workingDirectory } from './working-directory.js';
import { writeOutput } from './write-output.js';

/** `session-memory scan`. */
export async function scanCommand(parsed: Arguments, host: Host): Promise<ExitCode> {
  const cwd = workingDirectory(host);
  if (parsed.flags.has('print-config')) return printConfig(parsed, cwd, host);
  const root = resolveInputs(cwd, parsed.positionals).base;
  const settings = await readSettings(parsed, cwd, root);
  const format = settings.flags.format ?? formats.find((each) => each === settings.config?.config.format) ?? 'stylish';
  if (parsed.flags.has('print-summary')) return printSummaries(parsed.positionals, cwd, host);
  const progress = new Progress(host);
  let scanned: DetailedScan;
  try {
    scanned = await scanInDetail({ ...toScanOptions(settings), ...scopeOf(parsed, cwd, progress) });
  } finally {
    progress.clear();
  }
  if (parsed.flags.has('print-facts')) return printFacts(scanned.analysis.facts, host);
  const output = valueOf(parsed, 'output');
  const notes = settings.config === undefined && !parsed.flags.has('no-config') ? unusedConfigs(root, cwd) : [];
  const text = await render(format, { ...scanned, report: { ...scanned.report, notes: [...notes, ...scanned.report.notes] } }, host, output === undefined);
  writeOutput(text, output, cwd, host);
  return exitCodeOf(scanned.report, gateOf(settings), parsed.flags.has('allow-incomplete'));
}

function gateOf({ config, flags }: Settings): Gate {
  return flags.failOn ?? config?.config.failOn ?? 'warn';
}

/** What is scanned, and within which bounds. */
function scopeOf(parsed: Arguments, cwd: string, progress: Progress): CheckedScanOptions {
  const size = valueOf(parsed, 'max-file-size');
  const time = valueOf(parsed, 'timeout');
  return {
    cwd,
    paths: parsed.positionals,
    onProgress: progress.show,
    ...(size === undefined ? {} : { maxFileSize: toBytes('max-file-size', size) }),
    ...(time === undefined ? {} : { timeout: toMilliseconds('timeout', time) }),
  };
}

function exitCodeOf(report: ScanReport, gate: Gate, allowIncomplete: boolean): ExitCode {
  if (report.failed.length > 0 && !allowIncomplete) return 2;
  if (gate === 'never') return 0;
  const order = ['info', 'warn', 'error'];
  return report.findings.some(({ severity }) => order.indexOf(severity) >= order.indexOf(gate)) ? 1 : 0;
}
