import type { FileSummary } from '../facts/index.js';
import { covers, directivesOf, type Directive } from './directives.js';
import { didYouMean } from './did-you-mean.js';
import { spanOf } from './position.js';
import type { RuleReport } from './run-rules.js';

/** A remark about a directive. */
export interface DirectiveProblem {
  readonly file: string;
  readonly directive: Directive;
  readonly message: string;
  /** Path-independent, for the fingerprint. */
  readonly subject: string;
}

export interface Suppressed {
  readonly kept: readonly RuleReport[];
  readonly suppressed: number;
  readonly problems: readonly DirectiveProblem[];
}

/** Which rules there are, and which of them run in a file. */
interface RuleNames {
  readonly runningIn: (file: string) => ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/**
 * Takes out the reports that directives speak for, and finds the directives that do nothing: a directive is one
 * of a rule that runs but stands where it has nothing to say, or of a rule that does not exist.
 */
export function suppress(
  reports: readonly RuleReport[],
  summaries: ReadonlyMap<string, FileSummary>,
  rules: RuleNames,
): Suppressed {
  const byFile = new Map<string, readonly Directive[]>();
  for (const [file, summary] of summaries) {
    const directives = directivesOf(summary);
    if (directives.length > 0) byFile.set(file, directives);
  }
  const used = new Set<Directive>();
  const kept = reports.filter((each) => !isCovered(each, byFile, summaries, used));
  const problems = [...byFile].flatMap(([file, directives]) =>
    directives.flatMap((directive) => problemOf(file, directive, used.has(directive), rules)),
  );
  return { kept, suppressed: reports.length - kept.length, problems };
}

function isCovered(
  { active, report }: RuleReport,
  byFile: ReadonlyMap<string, readonly Directive[]>,
  summaries: ReadonlyMap<string, FileSummary>,
  used: Set<Directive>,
): boolean {
  const summary = summaries.get(report.at.file);
  if (summary === undefined) return false;
  const position = spanOf(summary, report.at.range);
  // The last one that speaks for it is the one that counts, so that a general one above does not make it unused.
  const directive = byFile.get(report.at.file)?.findLast((each) => covers(each, active.rule.name, position));
  if (directive === undefined) return false;
  used.add(directive);
  return true;
}

function problemOf(
  file: string,
  directive: Directive,
  isUsed: boolean,
  { runningIn, known }: RuleNames,
): readonly DirectiveProblem[] {
  const { rule, own, kind } = directive;
  if (rule !== undefined && !known.has(rule)) {
    const message = `${kind} names a rule that does not exist: ${JSON.stringify(rule.slice(0, 100))}.${didYouMean(rule, known)}`;
    return [{ file, directive, message, subject: `${kind} ${rule}` }];
  }
  // ESLint's own directives for all rules are other rules' business, and a rule that is off might have reported.
  if (isUsed || (rule === undefined ? !own : !runningIn(file).has(rule))) return [];
  const message = `Nothing is reported here by ${rule ?? 'any rule'}: this ${kind} does nothing and can hide a later problem. Remove it.`;
  return [{ file, directive, message, subject: `${kind} ${rule ?? '*'}` }];
}
