import type { Clear, Facts, Memory, Read, SessionConfig, Write } from '../facts/index.js';
import { findSensitiveParts } from '../rule-support/find-sensitive-parts.js';
import { toKeyText } from '../rule-support/to-key-text.js';
import { toHeldText } from './held-text.js';
import type { Inventory, InventoryEntry, InventoryPlace, InventorySection, InventorySetUp, Locate } from './inventory.js';
import { toKeptText } from './kept-text.js';
import { writtenAbove } from './written-above.js';

/** In the order in which people look at them: what a server keeps, what a browser keeps, what a flow carries. */
const MEMORIES: readonly Memory[] = ['server-session', 'server-record', 'cookie', 'token', 'local-storage', 'session-storage', 'indexed-db', 'flow-state'];

/** Everything that the facts tell of one key. */
interface KeyFacts {
  readonly key: string;
  readonly writes: Write[];
  readonly reads: Read[];
  readonly clears: Clear[];
}

/** What the code keeps for its sessions, key by key. Entries of stores that belong to no session are left out; so is test code. */
export function toInventory(facts: Facts, locate: Locate): Inventory {
  const isOurs = ({ at }: { readonly at: { readonly file: string } }): boolean => !facts.isTest(at.file);
  const writes = facts.writes.filter((write) => isOurs(write) && (write.memory !== 'server-record' || write.sessionKeyed));
  const sections = MEMORIES.map((memory) => sectionOf(memory, {
    configs: facts.sessionConfigs.filter((config) => config.memory === memory && isOurs(config)),
    writes: writes.filter((write) => write.memory === memory),
    reads: facts.reads.filter((read) => read.memory === memory && isOurs(read)),
    clears: facts.clears.filter((clear) => clear.memory === memory && isOurs(clear)),
  }, locate));
  return { sections: sections.filter(({ entries, setUps }) => entries.length + setUps.length > 0) };
}

interface OfMemory {
  readonly configs: readonly SessionConfig[];
  readonly writes: readonly Write[];
  readonly reads: readonly Read[];
  readonly clears: readonly Clear[];
}

function sectionOf(memory: Memory, { configs, writes, reads, clears }: OfMemory, locate: Locate): InventorySection {
  const keys = new Map<string, KeyFacts>();
  const of = (path: readonly string[], text = path.join('.')): KeyFacts => {
    const id = path.join('\0');
    const known = keys.get(id) ?? { key: text, writes: [], reads: [], clears: [] };
    keys.set(id, known);
    return known;
  };
  for (const write of writes) of(write.path, toKeyText(write)).writes.push(write);
  const written = new Set(keys.keys());
  const ownerOf = (path: readonly string[]): KeyFacts | undefined => {
    const above = writtenAbove(path, (one) => written.has(one.join('\0')));
    // Entries of a store that nobody writes for a session are other data.
    return path.length === 0 || (memory === 'server-record' && !written.has(above.join('\0'))) ? undefined : of(above);
  };
  for (const read of reads) ownerOf(read.path)?.reads.push(read);
  const whole = clears.filter(({ path }) => path.length === 0);
  for (const clear of clears) ownerOf(clear.path)?.clears.push(clear);
  return {
    memory,
    setUps: configs.map((config) => toSetUp(config, locate)).sort((a, b) => byPlace(a.at, b.at)),
    clearedWhole: places(whole, locate),
    entries: [...keys.values()].filter(({ key }) => key !== '').map((key) => toEntry(key, locate)).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
  };
}

function toSetUp(config: SessionConfig, locate: Locate): InventorySetUp {
  const [store] = config.store.cases;
  const kept = toKeptText(config.record);
  return {
    library: config.name,
    ...(store?.status === 'known' && store.value !== config.library ? { store: store.value === 'process-memory' ? 'memory of the process' : store.value } : {}),
    ...(kept === undefined ? {} : { kept }),
    at: locate(config.at),
  };
}

function toEntry({ key, writes, reads, clears }: KeyFacts, locate: Locate): InventoryEntry {
  const kept = [...new Set(writes.map(({ lifetime }) => toKeptText(lifetime)).filter((text) => text !== undefined))].join(' or ');
  const holds = [...new Set(writes.map(toHeldText).filter((text) => text !== undefined))].join('; ');
  const sensitive = [...new Set(writes.flatMap(({ path, value, at }) => findSensitiveParts(path, value, at).map(({ word }) => word)))].join(', ');
  return {
    key,
    ...(kept === '' ? {} : { kept }),
    ...(holds === '' ? {} : { holds }),
    ...(sensitive === '' ? {} : { sensitive }),
    written: places(writes, locate),
    read: places(reads, locate),
    cleared: places(clears, locate),
  };
}

function places(facts: readonly (Write | Read | Clear)[], locate: Locate): readonly InventoryPlace[] {
  const found = new Map(facts.map(({ at }) => locate(at)).map((place) => [`${place.path}:${place.line}`, place]));
  return [...found.values()].sort(byPlace);
}

function byPlace(a: InventoryPlace, b: InventoryPlace): number {
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
}
