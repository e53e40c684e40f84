import type { KeptBy } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import type { CallSite, Term } from '../link/term.js';
import type { PersistRow } from '../models/library-model.js';
import { placeOf } from './place-of.js';

interface KeptWhere {
  readonly settings: Term;
  readonly site: CallSite;
  readonly row: PersistRow;
}

/** The change of the settings with which a field is not kept. Nothing where they stand in another file. */
export function toLeaveOut(linked: Linked, { settings, site, row }: KeptWhere, key: string, only: readonly string[], except: readonly string[]): KeptBy['leaveOut'] {
  const owner = ownerOf(linked, site, settings, row);
  if (!owner || !/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key)) return undefined;
  const set = (name: string, code: string): KeptBy['leaveOut'] => ({ object: owner.object, ...(owner.whole === undefined ? { set: [name], code } : { set: [owner.whole], code: `{ ${name}: ${code} }` }) });
  if (only.length > 0) return row.only === undefined || !only.includes(key) ? undefined : set(nameOf(row.only), listOf(only.filter((one) => one !== key)));
  if (!row.leaveOut) return undefined;
  if (row.leaveOut.as === 'rest') return set(row.leaveOut.set, `({ ${key}, ...kept }) => kept`);
  return set(row.leaveOut.set, listOf([...except, key]));
}

/** The object literal that takes the change: the settings themselves, or the one in which `persist: true` stands. */
function ownerOf(linked: Linked, site: CallSite, settings: Term, row: PersistRow): { readonly object: ReturnType<typeof placeOf>; readonly whole?: string } | undefined {
  if (settings.value.k !== 'object' || settings.file !== site.call.file) return undefined;
  if (settings.value.at[1] > 0) return { object: placeOf(settings) };
  const whole = nameOf(row.settings ?? '');
  const argument = /^Argument\[(\d+)\]\.Member/.exec(row.settings ?? '')?.[1];
  const id = argument !== undefined && 'args' in site.call.value ? site.call.value.args[Number(argument)] : undefined;
  const object = id === undefined ? undefined : linked.beside(site.call, id);
  return object?.value.k === 'object' ? { object: placeOf(object), whole } : undefined;
}

/** `persist` of `Argument[1].Member[persist]`. */
function nameOf(path: string): string {
  return /Member\[([^\]]*)\]$/.exec(path)?.[1] ?? '';
}

function listOf(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`;
}
