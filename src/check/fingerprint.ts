import { createHash } from 'node:crypto';
import type { FileSummary, FunctionSummary, Range } from '../facts/index.js';

/**
 * Gives findings identities that survive moving and reformatting code: rule, what is wrong, the named functions and
 * classes around it, and a number where all that occurs more than once. Paths, lines and messages are not in it.
 * One instance numbers the findings of one scan; ask in the order in which they are reported.
 */
export class Fingerprints {
  private readonly occurrences = new Map<string, number>();

  /** @returns 24 hexadecimal digits */
  next(rule: string, subject: string, summary: FileSummary | undefined, at: Range): string {
    const key = [rule, subject, ...(summary === undefined ? [] : containersOf(summary, at))].join('\0');
    const occurrence = (this.occurrences.get(key) ?? 0) + 1;
    this.occurrences.set(key, occurrence);
    return createHash('sha256').update(`${key}\0${occurrence}`).digest('hex').slice(0, 24);
  }
}

/** Names of the functions and classes around a range, outermost first: `['SessionService', 'save']`. */
export function containersOf(summary: FileSummary, at: Range): readonly string[] {
  const names: string[] = [];
  for (let fn = innermost(summary, at); fn !== undefined && fn.id !== 0; fn = parentOf(summary, fn)) {
    if (fn.name !== undefined) names.unshift(fn.name);
    const owner = fn.class === undefined ? undefined : summary.classes[fn.class]?.name;
    if (owner !== undefined) names.unshift(owner);
  }
  return names;
}

function innermost(summary: FileSummary, [start, end]: Range): FunctionSummary | undefined {
  let best: FunctionSummary | undefined;
  for (const fn of summary.functions) {
    const holds = fn.at[0] <= start && end <= fn.at[1];
    if (holds && (best === undefined || fn.at[1] - fn.at[0] <= best.at[1] - best.at[0])) best = fn;
  }
  return best;
}

function parentOf(summary: FileSummary, fn: FunctionSummary): FunctionSummary | undefined {
  return fn.parent === undefined ? undefined : summary.functions[fn.parent];
}
