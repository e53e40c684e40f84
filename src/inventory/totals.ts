import { count } from '../report/count.js';
import type { Inventory } from './inventory.js';

/** `12 keys: 3 never end, 1 is sensitive, 4 are read nowhere that is seen, 9 are cleared nowhere.` */
export function totalsOf({ sections }: Inventory): string {
  const entries = sections.flatMap((section) => section.entries);
  if (entries.length === 0) return sections.length === 0 ? 'No session memory found.' : 'Sessions are set up; no key is seen to be written or read.';
  const parts = [
    number(entries.filter(({ kept }) => kept?.includes('for ever') === true).length, 'never ends', 'never end'),
    number(entries.filter(({ sensitive }) => sensitive !== undefined).length, 'is sensitive', 'are sensitive'),
    number(entries.filter(({ read }) => read.length === 0).length, 'is read nowhere that is seen', 'are read nowhere that is seen'),
    number(entries.filter(({ written }) => written.length === 0).length, 'is written nowhere that is seen', 'are written nowhere that is seen'),
  ].filter((part) => part !== undefined);
  return `${count(entries.length, 'key')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}

function number(amount: number, one: string, many: string): string | undefined {
  return amount === 0 ? undefined : `${amount} ${amount === 1 ? one : many}`;
}
