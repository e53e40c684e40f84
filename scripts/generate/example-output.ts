import { locateIn } from '../../src/inventory/locate-in.js';
import { toInventory } from '../../src/inventory/to-inventory.js';
import { toTable } from '../../src/inventory/to-table.js';
import { toStylish } from '../../src/report/stylish.js';
import { scanInDetail } from '../../src/scan-in-detail.js';
import { root } from '../root.js';
import { toSvg } from './to-svg.js';

/** The project that is shipped with the package, and shown in README. */
const EXAMPLE = 'fixtures/projects/support-request';

/** Columns, as where the output is no terminal. */
const WIDTH = 100;

/** The time differs from run to run; what is checked in must not. */
const MILLISECONDS = 200;

/** What a scan of the example prints. */
export async function exampleOutput(color: boolean): Promise<string> {
  const { report, analysis } = await scanInDetail({ cwd: root, paths: [EXAMPLE] });
  return toStylish(
    { ...report, stats: { ...report.stats, ms: MILLISECONDS } },
    { color, width: WIDTH, sourceOf: (path) => analysis.texts.known(path)?.text },
  );
}

/** What the inventory of the example prints. */
export async function exampleInventory(): Promise<string> {
  const { analysis } = await scanInDetail({ cwd: root, paths: [EXAMPLE] });
  return toTable(toInventory(analysis.facts, locateIn(analysis.summaries)), { color: false, width: WIDTH });
}

/** What a scan prints, as a picture of a terminal. */
export async function examplePicture(): Promise<string> {
  const prompt = `\u001b[32m$\u001b[39m session-memory scan ${EXAMPLE}`;
  return toSvg(`${prompt}\n\n${await exampleOutput(true)}`, `Output of session-memory scan ${EXAMPLE}. The same as text is in README.md.`);
}
