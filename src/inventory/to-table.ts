import { createColors, type Colors } from '../report/colors.js';
import { cutLine } from '../report/cut-line.js';
import { displayWidth } from '../report/display-width.js';
import { visible } from '../report/escape.js';
import type { Inventory, InventoryEntry, InventoryPlace, InventorySection } from './inventory.js';
import { toSectionTitle } from './section-title.js';
import { totalsOf } from './totals.js';

/** How {@link toTable} prints. */
export interface TableOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}



const NONE = '–';
const GAP = '  ';
const MOST_OF_KEY = 40;
const MOST_OF_PATH = 20;
const LEAST = 60;

/** The inventory for people at a terminal: a table for each kind of memory. Nothing out of source code reaches the terminal unescaped. */
export function toTable(inventory: Inventory, options: TableOptions): string {
  const colors = createColors(options.color);
  const width = Math.max(LEAST, Number.isFinite(options.width) ? options.width : 100);
  const blocks = inventory.sections.map((section) => sectionLines(section, width, colors));
  return `${[...blocks.flatMap((lines) => [...lines, '']), totalsOf(inventory)].join('\n')}\n`;
}

function sectionLines(section: InventorySection, width: number, colors: Colors): readonly string[] {
  const head = [colors.strong(toSectionTitle(section.memory)), ...section.setUps.map((setUp) => `  ${colors.faint(setUpText(setUp))}`)];
  const cleared = section.clearedWhole.length > 0 ? [`  ${colors.faint(`cleared as a whole: ${placesText(section.clearedWhole, 3)}`)}`] : [];
  return [...head, ...cleared, ...(section.entries.length > 0 ? ['', ...rowsOf(section, width, colors)] : [])];
}

function setUpText({ library, store, kept, at }: InventorySection['setUps'][number]): string {
  const parts = [visible(library), ...(store === undefined ? [] : [`in ${visible(store)}`])].join(' ');
  return `${parts}${kept === undefined ? '' : `, kept ${kept}`}   ${placeText(at)}`;
}

/** A column that no row fills is left out. */
function rowsOf({ entries }: InventorySection, width: number, colors: Colors): readonly string[] {
  const columns = [
    { name: 'Key', of: keyText },
    { name: 'Kept', of: ({ kept }: InventoryEntry) => kept ?? '' },
    { name: 'Written', of: ({ written }: InventoryEntry) => inCell(written) },
    { name: 'Read', of: ({ read }: InventoryEntry) => inCell(read) },
    { name: 'Cleared', of: ({ cleared }: InventoryEntry) => inCell(cleared) },
    { name: 'Holds', of: ({ holds }: InventoryEntry) => visible(holds ?? '') },
  ].filter(({ of }) => entries.some((entry) => !['', NONE].includes(of(entry))));
  const widths = columns.map(({ name, of }) => Math.max(displayWidth(name), ...entries.map((entry) => displayWidth(of(entry)))));
  const line = (cells: readonly string[]): string => cut(`  ${cells.map((cell, index) => (index === cells.length - 1 ? cell : pad(cell, widths[index] ?? 0))).join(GAP)}`.trimEnd(), width);
  return [colors.faint(line(columns.map(({ name }) => name))), ...entries.map((entry) => {
    const text = line(columns.map(({ of }) => of(entry)));
    return entry.sensitive === undefined ? text : colors.removed(text);
  })];
}

function keyText({ key, sensitive }: InventoryEntry): string {
  return cut(visible(key), MOST_OF_KEY) + (sensitive === undefined ? '' : ` ‹${visible(sensitive)}›`);
}

/** In a cell: what tells files apart stands at the end of their paths. */
function inCell(places: readonly InventoryPlace[]): string {
  return placesText(places.map(({ path, line }) => ({ path: shortened(path), line })), 1);
}

function shortened(path: string): string {
  if (displayWidth(path) <= MOST_OF_PATH) return path;
  const [name = '', ...folders] = path.split('/').toReversed();
  let shown = name;
  for (const folder of folders) {
    if (displayWidth(shown) + displayWidth(folder) + 3 > MOST_OF_PATH) break;
    shown = `${folder}/${shown}`;
  }
  return `…/${shown}`;
}

function placesText(places: readonly InventoryPlace[], most: number): string {
  const shown = places.slice(0, most).map(placeText).join(', ');
  return places.length === 0 ? NONE : places.length > most ? `${shown} +${places.length - most}` : shown;
}

function placeText({ path, line }: InventoryPlace): string {
  return `${visible(path)}:${line}`;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function cut(text: string, width: number): string {
  return cutLine(text, { offset: 0, from: 0, to: width }).map((cell) => cell.text).join('');
}
