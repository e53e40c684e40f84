import type { CodeFlow, Result } from 'sarif';
import type { Finding } from '../finding.js';
import type { SourceLines } from '../source-lines.js';
import type { Sources } from '../sources.js';
import { toFixes } from './fixes.js';
import { LEVELS } from './levels.js';
import { lineHashes } from './line-hashes.js';
import type { Locations } from './locations.js';
import { linkedMessage } from './linked-message.js';

/** Code scanning shows a hundred places of one result. */
const MOST_RELATED = 100;

/** Makes SARIF's results of findings. */
export class Results {
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #locations: Locations;
  readonly #sources: Sources;
  readonly #hashes = new Map<SourceLines, readonly string[]>();

  /** @param rules names, in the order of the run's rules */
  constructor(rules: readonly string[], locations: Locations, sources: Sources) {
    this.#indexes = new Map(rules.map((name, index) => [name, index]));
    this.#locations = locations;
    this.#sources = sources;
  }

  toResult(finding: Finding): Result {
    const { ruleId, severity, message } = finding;
    const ruleIndex = this.#indexes.get(ruleId);
    const related = finding.related.slice(0, MOST_RELATED);
    const flow = this.#flowOf(finding);
    const fixes = toFixes(finding.suggestions, this.#locations, this.#sources);
    return {
      ruleId,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: LEVELS[severity],
      message: { text: linkedMessage(message, finding.related) },
      locations: [{ physicalLocation: this.#locations.physicalOf(finding) }],
      ...(related.length === 0 ? {} : { relatedLocations: related.map((place, index) => this.#locations.relatedOf(place, index + 1)) }),
      ...(flow === undefined ? {} : { codeFlows: [flow] }),
      partialFingerprints: this.#fingerprintsOf(finding),
      ...(fixes.length === 0 ? {} : { fixes: [...fixes] }),
    };
  }

  /** The way to the finding, where its related places are one. */
  #flowOf(finding: Finding): CodeFlow | undefined {
    const earlier = finding.related.filter((place) => place.earlier).slice(0, MOST_RELATED);
    if (earlier.length === 0) return undefined;
    const steps = [...earlier, finding].map((place) => ({ location: this.#locations.stepOf(place, place.message) }));
    return { threadFlows: [{ locations: steps }] };
  }

  /** Ours outlives a change of the line; code scanning knows the hash of the line alone. */
  #fingerprintsOf({ path, line, fingerprint }: Finding): Record<string, string> {
    const source = this.#sources.of(path);
    const hash = source === undefined ? undefined : this.#hashesOf(source)[line - 1];
    return { 'sessionMemory/v1': fingerprint, ...(hash === undefined ? {} : { primaryLocationLineHash: hash }) };
  }

  #hashesOf(source: SourceLines): readonly string[] {
    const known = this.#hashes.get(source) ?? lineHashes(source.text);
    this.#hashes.set(source, known);
    return known;
  }
}
