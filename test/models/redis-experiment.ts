import type { Lifetime, Resolved } from '../../src/facts/index.js';
import { models as allModels } from '../../src/models/index.js';
import type { LibraryModel } from '../../src/models/library-model.js';
import { factsOf } from './facts-of.js';
import { predicted, toOutcome, type Outcome } from './outcome.js';
import { runCode } from './run-code.js';

/** Code with a variable `client`, and how long the record `session:1` lives after it. */
export interface RedisExperiment<Generation extends string> {
  readonly code: string;
  /** What each generation of the package does. One that has no such method is not there. */
  readonly does: Readonly<Partial<Record<Generation, Outcome>>>;
  /** What the engine says of each write, in order. Unless told: what all generations do, which is then one thing. */
  readonly says?: readonly Outcome[];
}

/** How to measure through a client that is not the one under test. */
export interface Probe {
  flushall(): Promise<unknown>;
  pttl(key: string): Promise<number>;
}

/** What the engine predicts for every write in the code. */
export function says(code: string, prelude: string, dependencies?: Dependencies): readonly Outcome[] {
  return lifetimes(code, prelude, allModels, dependencies).map(predicted);
}

/** What a package.json declares. */
type Dependencies = Readonly<Record<string, string>>;

function lifetimes(code: string, prelude: string, using: readonly LibraryModel[], dependencies?: Dependencies): readonly (Resolved<Lifetime> | undefined)[] {
  const { writes } = factsOf(`${prelude}\nexport async function run() {\n${code}\n}\n`, using, dependencies);
  return writes.map(({ lifetime }) => lifetime);
}

/** What the package does. `settle` waits until everything that was sent has been answered, and throws the first error. */
export async function does(code: string, client: unknown, probe: Probe, settle: () => Promise<void> = () => Promise.resolve()): Promise<Outcome> {
  await probe.flushall();
  try {
    await runCode(code, { client });
    await settle();
  } catch {
    return 'throws';
  }
  const remaining = await probe.pttl('session:1');
  return remaining === -2 ? 'not kept' : remaining === -1 ? 'never' : toOutcome(remaining);
}

/** The prediction that an experiment demands. */
export function demanded({ code, does: measured, says: said }: RedisExperiment<string>): readonly Outcome[] {
  const all = [...new Set(Object.values(measured))];
  if (!said && all.length > 1) throw new Error(`generations differ, so "says" is needed: ${code}`);
  return said ?? all.filter((outcome) => outcome !== undefined);
}

/** Is a prediction about a finished record borne out by what the generations do? */
export function isBorneOut(outcome: Outcome | undefined, measured: readonly Outcome[]): boolean {
  if (outcome === 'unknown') return true;
  // A rule reports on this: no generation may prove it wrong. A call that throws keeps nothing, and is no expiry.
  if (outcome === 'never') return measured.every((one) => one === 'never' || one === 'throws');
  return outcome !== undefined && measured.includes(outcome);
}

/** Does the engine say something else with changed models? Then what was changed is needed. Its reasons count too. */
export function isJudgedAnew(code: string, prelude: string, changed: readonly LibraryModel[], dependencies?: Dependencies): boolean {
  return JSON.stringify(lifetimes(code, prelude, changed, dependencies)) !== JSON.stringify(lifetimes(code, prelude, allModels, dependencies));
}
