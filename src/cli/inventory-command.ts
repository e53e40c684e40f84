import { locateIn } from '../inventory/locate-in.js';
import { toInventory } from '../inventory/to-inventory.js';
import { scanInDetail, type DetailedScan } from '../scan-in-detail.js';
import { resolveInputs } from '../scan/inputs.js';
import { choiceOf, valueOf, type Arguments } from './arguments.js';
import { folderOf } from './folder-of.js';
import type { ExitCode, Host } from './host.js';
import { hasColour } from './paint.js';
import { Progress } from './progress.js';
import { toBytes } from './quantity.js';
import { readSettings, toScanOptions } from './settings.js';
import { workingDirectory } from './working-directory.js';
import { writeOutput } from './write-output.js';

/** Columns where the output is no terminal. */
const WIDTH = 100;

const inventoryFormats = ['table', 'json', 'markdown'] as const;

/** `session-memory inventory`: what the code keeps for its sessions, key by key. */
export async function inventoryCommand(parsed: Arguments, host: Host): Promise<ExitCode> {
  const cwd = workingDirectory(host);
  const format = choiceOf('format', valueOf(parsed, 'format'), inventoryFormats) ?? 'table';
  const size = valueOf(parsed, 'max-file-size');
  const settings = await readSettings({ ...parsed, values: new Map([...parsed.values].filter(([name]) => name !== 'format')) }, cwd, resolveInputs(cwd, parsed.positionals).base);
  const progress = new Progress(host);
  const scanned = await scanInDetail({
    ...toScanOptions(settings),
    cwd,
    paths: parsed.positionals,
    onProgress: progress.show,
    ...(size === undefined ? {} : { maxFileSize: toBytes('max-file-size', size) }),
  }).finally(() => progress.clear());
  const output = valueOf(parsed, 'output');
  const text = await render(format, scanned, host, output === undefined);
  writeOutput(text, output, cwd, host);
  return 0;
}

async function render(format: (typeof inventoryFormats)[number], scanned: DetailedScan, host: Host, toScreen: boolean): Promise<string> {
  const { facts, summaries } = scanned.analysis;
  const inventory = toInventory(facts, locateIn(summaries));
  switch (format) {
    case 'json': return (await import('../inventory/to-json.js')).inventoryToJson(inventory);
    case 'markdown': return (await import('../inventory/to-markdown.js')).inventoryToMarkdown(inventory, folderOf(scanned.inputs));
    case 'table': {
      const { toTable } = await import('../inventory/to-table.js');
      return toTable(inventory, { color: toScreen && hasColour(host.stdout, host.environment), width: toScreen ? (host.stdout.columns ?? WIDTH) : WIDTH });
    }
  }
}
