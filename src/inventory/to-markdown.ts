import { toCodeSpan, toMarkdownText } from '../report/markdown/escape.js';
import { Links } from '../report/markdown/links.js';
import type { Inventory, InventoryEntry, InventoryPlace, InventorySection } from './inventory.js';
import { toSectionTitle } from './section-title.js';
import { totalsOf } from './totals.js';

const MOST_PLACES = 3;

/**
 * The inventory as Markdown. Nothing out of source code is read as markup.
 *
 * @param folder where its paths begin, below the root of the repository: `''` or `apps/web/`
 */
export function inventoryToMarkdown(inventory: Inventory, folder: string): string {
  const links = new Links(folder, '');
  const lines = ['# Session inventory', '', totalsOf(inventory), ...inventory.sections.flatMap((section) => sectionLines(section, links))];
  return `${lines.join('\n')}\n`;
}

function sectionLines({ memory, setUps, clearedWhole, entries }: InventorySection, links: Links): readonly string[] {
  const notes = [
    ...setUps.map(({ library, store, kept, at }) => `- ${toMarkdownText(library)}${store === undefined ? '' : ` in ${toMarkdownText(store)}`}${kept === undefined ? '' : `, kept ${kept}`}: ${toLink(at, links)}`),
    ...(clearedWhole.length > 0 ? [`- cleared as a whole: ${toLinks(clearedWhole, links)}`] : []),
  ];
  const table = entries.length === 0 ? [] : ['| Key | Kept | Holds | Written | Read | Cleared |', '| --- | --- | --- | --- | --- | --- |', ...entries.map((entry) => row(entry, links))];
  return ['', `## ${toSectionTitle(memory)}`, '', ...notes, ...(notes.length > 0 && table.length > 0 ? [''] : []), ...table];
}

function row({ key, sensitive, kept = '', holds = '', written, read, cleared }: InventoryEntry, links: Links): string {
  const cells = [
    toCodeSpan(key) + (sensitive === undefined ? '' : ` ⚠️ ${toMarkdownText(sensitive)}`),
    toMarkdownText(kept), toMarkdownText(holds), ...[written, read, cleared].map((places) => toLinks(places, links)),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function toLinks(places: readonly InventoryPlace[], links: Links): string {
  const more = places.length - MOST_PLACES;
  return [...places.slice(0, MOST_PLACES).map((place) => toLink(place, links)), ...(more > 0 ? [`+${more}`] : [])].join(', ') || '–';
}

function toLink({ path, line }: InventoryPlace, links: Links): string {
  return links.toLines({ path, line, column: 1, endLine: line, endColumn: 1 }, toCodeSpan(`${path}:${line}`));
}
