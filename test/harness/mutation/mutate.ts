import type { FixtureFile } from '../fixture.js';
import { dropEarlyExit, dropGuard, dropPrefill, dropTemplateGuard } from './ask-operators.js';
import { cleanupOperators } from './cleanup-operators.js';
import { copyOperators } from './copy-operators.js';
import { lifetimeOperators, unitOperators } from './duration-operators.js';
import { expiryOperators } from './expiry-operators.js';
import { growthOperators } from './growth-operators.js';
import { lookUpOperators } from './look-up-operators.js';
import { regionOf } from './region.js';
import { eagerOperators, saveOperators } from './save-operators.js';
import { sensitiveOperators } from './sensitive-operators.js';
import { storeOperators } from './store-operators.js';
import { parseSource, type Change, type Node, type Source } from './source.js';

/** A fixture's file, broken on purpose in one place. */
export interface Mutant {
  readonly rule: string;
  readonly operator: string;
  /** The line that was marked `ok` before the change. */
  readonly line: number;
  readonly text: string;
}

type ScriptOperators = Readonly<Record<string, (source: Source, region: readonly Node[]) => Change[]>>;
type TemplateOperators = Readonly<Record<string, (text: string, line: number) => Change[]>>;

const SCRIPT_OPERATORS: ReadonlyMap<string, ScriptOperators> = new Map<string, ScriptOperators>([
  ['require-session-expiry', expiryOperators],
  ['no-mismatched-expiry-unit', unitOperators],
  ['no-excessive-session-lifetime', lifetimeOperators],
  ['no-sensitive-session-data', sensitiveOperators],
  ['no-uninitialized-session-save', eagerOperators],
  ['require-session-save', saveOperators],
  ['no-process-memory-store', storeOperators],
  ['no-repeated-ask', { dropGuard, dropEarlyExit }],
  ['no-unbounded-session-growth', growthOperators],
  ['no-redundant-lookup', lookUpOperators],
  ['require-session-cleanup', cleanupOperators],
  ['no-persistent-record-in-session', copyOperators],
  ['no-oversized-session-value', copyOperators],
]);

const TEMPLATE_OPERATORS: ReadonlyMap<string, TemplateOperators> = new Map<string, TemplateOperators>([
  ['no-repeated-ask', { dropPrefill, dropTemplateGuard }],
]);

/** All mutants of a file: for each line marked `ok`, what each operator of that rule makes of it. */
export function mutate(file: FixtureFile): Mutant[] {
  const marked = file.expectations.filter(({ kind }) => kind === 'ok');
  if (marked.length === 0) return [];
  const isTemplate = /\.(?:njk|html)$/.test(file.path);
  const source = isTemplate || /\.(?:vue|svelte|astro)$/.test(file.path) ? undefined : parseSource(file.path, file.text);
  const mutants = marked.flatMap(({ rule, line }) => {
    const changes = source ? changeScript(source, rule, line) : isTemplate ? changeTemplate(file.text, rule, line) : [];
    return changes.map(([operator, change]) => ({ rule, operator, line, text: apply(file.text, change) }));
  });
  return mutants.filter(
    (mutant, index) => mutants.findIndex(({ rule, text }) => rule === mutant.rule && text === mutant.text) === index,
  );
}

function changeScript(source: Source, rule: string, line: number): (readonly [string, Change])[] {
  const region = regionOf(source, line);
  if (region.length === 0) return [];
  return Object.entries(SCRIPT_OPERATORS.get(rule) ?? {}).flatMap(([name, operator]) =>
    operator(source, region).map((change) => [name, change] as const),
  );
}

function changeTemplate(text: string, rule: string, line: number): (readonly [string, Change])[] {
  return Object.entries(TEMPLATE_OPERATORS.get(rule) ?? {}).flatMap(([name, operator]) =>
    operator(text, line).map((change) => [name, change] as const),
  );
}

function apply(text: string, { edits }: Change): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}
