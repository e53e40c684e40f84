import type { FileSummary, ValueId } from '../../facts/index.js';
import { containerValues } from './container-values.js';
import type { Importers } from './importers.js';
import { demandsOfExport } from './demands.js';
import type { HotNames } from './hot-values.js';
import { Relevance } from './relevance.js';
import type { Resolve } from '../resolver.js';
import type { Vocabulary } from './vocabulary.js';

/** What following imports needs. Files are named by their paths. */
export interface ClosureParts {
  readonly vocabulary: Vocabulary;
  readonly resolve: Resolve;
  readonly importers: Importers;
  /** Reads, parses and extracts; `undefined` where that cannot or may not be done. Asked once for each file. */
  readonly load: (file: string) => Promise<FileSummary | undefined>;
  /** Does the file's text hold one of the names, or `export *`? */
  readonly mentions: (file: string, names: readonly string[]) => boolean;
  /** Names under which a file can be imported besides its path: that of the package whose entry it is. */
  readonly aliases: (file: string) => readonly string[];
  /** May the file keep something for each session in memory of the process? */
  readonly mayHoldContainer?: (file: string) => boolean;
}

/** Importers of importers of a wrapper: three hands are enough for every chain seen in real code. */
const importerRounds = 3;
/** Names followed from a file into others. Barrels do not count. */
const demandDepth = 2;
const barrelDepth = 8;
/** Most files added in either direction: a bound for hostile graphs, far above real ones. */
const mostAdded = 4_000;

/**
 * From the files that mention session memory to the files needed to judge it: forwards to what their relevant
 * expressions import, by name and through re-exports; backwards to who imports a wrapper that they export.
 *
 * @returns the summaries of all files read, by path
 */
export async function closeOver(seeds: readonly string[], parts: ClosureParts): Promise<ReadonlyMap<string, FileSummary>> {
  return new Closure(parts).run(seeds);
}

class Closure {
  private readonly summaries = new Map<string, FileSummary>();
  private readonly asked = new Set<string>();
  private readonly relevant = new Set<string>();
  /** Files whose names promised more than they hold, and that no other file needs. */
  private readonly idle = new Set<string>();
  private readonly hot = new Map<string, HotNames>();
  private readonly containers = new Map<string, ReadonlySet<ValueId>>();

  constructor(private readonly parts: ClosureParts) {}

  async run(seeds: readonly string[]): Promise<ReadonlyMap<string, FileSummary>> {
    for (const seed of seeds) {
      if ((await this.load(seed)) !== undefined) this.relevant.add(seed);
    }
    await this.followImporters();
    for (const seed of seeds) if (this.summaries.has(seed) && this.relevanceOf(seed)?.isAny === false) this.idle.add(seed);
    await this.followDemands();
    for (const seed of this.idle) this.summaries.delete(seed);
    return this.summaries;
  }

  /** @returns the summary of a file that another one needs */
  private async need(file: string): Promise<FileSummary | undefined> {
    this.idle.delete(file);
    return this.load(file);
  }

  private async load(file: string): Promise<FileSummary | undefined> {
    if (!this.asked.has(file)) {
      this.asked.add(file);
      const summary = await this.parts.load(file);
      if (summary !== undefined) this.summaries.set(file, summary);
    }
    return this.summaries.get(file);
  }

  private async followImporters(): Promise<void> {
    let fresh = [...this.relevant].filter((file) => this.becomesHot(file));
    const limit = this.asked.size + mostAdded;
    for (let round = 0; round < importerRounds && fresh.length > 0; round++) {
      const importers = new Set(fresh.flatMap((file) => this.importersOf(file)));
      fresh = [];
      for (const importer of importers) {
        if (this.asked.size >= limit && !this.asked.has(importer)) continue;
        if ((await this.load(importer)) === undefined) continue;
        this.relevant.add(importer);
        if (this.becomesHot(importer)) fresh.push(importer);
      }
    }
  }

  /** Those who name a hot export, or may pass all on. Who takes the one cold helper of forty from a barrel does not matter. */
  private importersOf(file: string): readonly string[] {
    const { importers, aliases, mentions } = this.parts;
    const names = [...(this.hot.get(file) ?? [])];
    const importing = importers.of(file, aliases(file));
    if (names.some((name) => name === 'default' || name === 'module.exports')) return importing;
    return importing.filter((importer) => this.asked.has(importer) || mentions(importer, names));
  }

  /** Has the file more hot exports than were known of it? */
  private becomesHot(file: string): boolean {
    const names = this.relevanceOf(file)?.hotExports();
    if (names === undefined || names.size <= (this.hot.get(file)?.size ?? 0)) return false;
    this.hot.set(file, names);
    return true;
  }

  private relevanceOf(file: string): Relevance | undefined {
    const summary = this.summaries.get(file);
    if (summary === undefined) return undefined;
    return new Relevance(summary, this.parts.vocabulary, (specifier) => {
      const target = this.parts.resolve(file, specifier);
      return target === undefined ? undefined : this.hot.get(target);
    }, this.containersOf(file, summary));
  }

  private containersOf(file: string, summary: FileSummary): ReadonlySet<ValueId> {
    const known = this.containers.get(file);
    if (known) return known;
    const found = this.parts.mayHoldContainer?.(file) === true ? containerValues(summary) : new Set<ValueId>();
    this.containers.set(file, found);
    return found;
  }

  private async followDemands(): Promise<void> {
    const pending: { file: string; name: string; depth: number; barrels: number }[] = [];
    const seen = new Set<string>();
    const demand = (from: string, specifier: string, name: string, depth: number, barrels: number): void => {
      const file = this.parts.resolve(from, specifier);
      const key = `${file ?? ''}\0${name}`;
      if (file === undefined || seen.has(key)) return;
      seen.add(key);
      pending.push({ file, name, depth, barrels });
    };
    for (const file of this.relevant) {
      for (const each of this.relevanceOf(file)?.demands() ?? []) demand(file, each.specifier, each.name, 1, 0);
    }
    const limit = this.asked.size + mostAdded;
    // First in, first out: the nearest files come first when the bound is reached.
    for (let next = 0; next < pending.length; next++) {
      const { file, name, depth, barrels } = pending[next] as (typeof pending)[number];
      if (this.asked.size >= limit && !this.asked.has(file)) continue;
      const summary = await this.need(file);
      if (summary === undefined) continue;
      for (const each of demandsOfExport(summary, name)) {
        const isBarrel = isPassedOn(summary, name, each.specifier);
        if (isBarrel ? barrels < barrelDepth : depth < demandDepth) {
          demand(file, each.specifier, each.name, isBarrel ? depth : depth + 1, isBarrel ? barrels + 1 : barrels);
        }
      }
    }
  }
}

/** Is the exported name nothing but another module's: `export { a } from './a'`, `export * from './a'`? */
function isPassedOn(summary: FileSummary, name: string, specifier: string): boolean {
  if (summary.reexports.includes(specifier)) return true;
  return summary.exports.some((each) => {
    const value = summary.values[each.value];
    return each.name === name && value?.k === 'import' && value.from === specifier;
  });
}
