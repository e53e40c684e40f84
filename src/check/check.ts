import { fileOfEdit } from '../edits/file-of-edit.js';
import { toTextEdits } from '../edits/to-text-edits.js';
import type { Facts, FileSummary, Place } from '../facts/index.js';
import type { Finding } from '../report/finding.js';
import { inOrder } from '../report/in-order.js';
import type { Edit, Rule, Suggestion } from '../rule.js';
import { fillTemplate } from './fill-template.js';
import { Fingerprints } from './fingerprint.js';
import { spanOf, type LineSpan } from './position.js';
import type { FileSettings, Preset, RuleSetting } from './rule-settings.js';
import { runRulesByFile } from './run-rules-by-file.js';
import type { RuleReport } from './run-rules.js';
import { suppress, type DirectiveProblem } from './suppress.js';

/** What the check works on. */
export interface CheckInput {
  readonly facts: Facts;
  readonly summaries: ReadonlyMap<string, FileSummary>;
  /** Text without byte order mark; `undefined` where nothing may be changed. */
  readonly textOf: (file: string) => string | undefined;
  readonly rules: readonly Rule<object>[];
  readonly preset: Preset;
  readonly settings: ReadonlyMap<string, RuleSetting>;
  /** What holds in a file instead, where files differ; the same object for the same settings. */
  readonly settingsOf?: (file: string) => FileSettings;
}

/** What a check finds. */
export interface CheckResult {
  /** Sorted by path, line, column and rule, in code unit order. */
  readonly findings: readonly Finding[];
  /** Reports that a directive has taken out. */
  readonly suppressed: number;
  /** One line for each rule that threw, or reported what it has no words for. */
  readonly crashes: readonly string[];
}

/** The pseudo-rule of findings about directives. */
export const unusedDirective = 'unused-directive';

/** From facts to findings: rules run, directives are honoured, messages filled, places become lines. */
export function check(input: CheckInput): CheckResult {
  const everywhere: FileSettings = { preset: input.preset, rules: input.settings };
  const { reports, crashes, runningIn } = runRulesByFile(input.facts, input.rules, input.summaries.keys(), input.settingsOf ?? (() => everywhere));
  const known = new Set(input.rules.map((rule) => rule.name));
  const { kept, suppressed, problems } = suppress(reports, input.summaries, { runningIn, known });
  const drafts = [
    ...kept.flatMap((report) => draftOf(report, input)),
    ...problems.flatMap((problem) => draftOfProblem(problem, input)),
  ];
  return { findings: number(unique(sorted(drafts)), input.summaries), suppressed, crashes };
}

/** A finding that still lacks its fingerprint, which depends on the order of all. */
interface Draft {
  readonly finding: Finding;
  readonly subject: string;
  readonly at: Place;
}

function draftOf({ active, report, severity }: RuleReport, input: CheckInput): readonly Draft[] {
  const { rule } = active;
  const span = spanIn(input, report.at);
  const message = rule.messages[report.messageId];
  if (span === undefined || message === undefined) return [];
  const finding = {
    ruleId: rule.name,
    severity,
    fingerprint: '',
    message: fillTemplate(message, report.data),
    path: report.at.file,
    ...span,
    related: (report.related ?? []).flatMap((each) => {
      const at = spanIn(input, each.at);
      return at === undefined ? [] : [{ message: each.message, path: each.at.file, ...at, ...(each.earlier ? { earlier: each.earlier } : {}) }];
    }),
    suggestions: (report.suggestions ?? []).flatMap((each) => suggestionOf(each, rule, input)),
  };
  return [{ finding, subject: report.subject, at: report.at }];
}

function draftOfProblem({ file, directive, message, subject }: DirectiveProblem, input: CheckInput): readonly Draft[] {
  const at = { file, range: directive.at };
  const span = spanIn(input, at);
  if (span === undefined) return [];
  const finding = { ruleId: unusedDirective, severity: 'warn' as const, fingerprint: '', message, path: file, ...span, related: [], suggestions: [] };
  return [{ finding, subject, at }];
}

function spanIn(input: CheckInput, at: Place): LineSpan | undefined {
  const summary = input.summaries.get(at.file);
  return summary === undefined ? undefined : spanOf(summary, at.range);
}

/** A suggestion whose edits cannot all be done safely is not offered. */
function suggestionOf(suggestion: Suggestion, rule: Rule<object>, input: CheckInput): Finding['suggestions'] {
  const message = rule.suggestions[suggestion.messageId];
  if (message === undefined) return [];
  const edits: Finding['suggestions'][number]['edits'][number][] = [];
  for (const [file, intents] of byFile(suggestion.edits)) {
    const summary = input.summaries.get(file);
    const text = input.textOf(file);
    if (summary === undefined || text === undefined) return [];
    const changes = toTextEdits(intents, { file, text, style: summary.style, anchors: summary.anchors });
    if (changes === undefined) return [];
    edits.push(...changes.map((change) => ({ path: file, ...change })));
  }
  return edits.length === 0 ? [] : [{ message: fillTemplate(message, suggestion.data), edits }];
}

function byFile(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const groups = new Map<string, Edit[]>();
  for (const edit of edits) {
    const file = fileOfEdit(edit);
    const group = groups.get(file);
    if (group === undefined) groups.set(file, [edit]);
    else group.push(edit);
  }
  return groups;
}

function sorted(drafts: readonly Draft[]): readonly Draft[] {
  const byFinding = new Map(drafts.map((draft) => [draft.finding, draft]));
  return inOrder([...byFinding.keys()]).flatMap((finding) => byFinding.get(finding) ?? []);
}

/** The same thing said twice of the same place, by two ways through the facts, is said once. */
function unique(drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Set<string>();
  return drafts.filter(({ finding: f }) => {
    const key = [f.ruleId, f.path, f.line, f.column, f.endLine, f.endColumn, f.message].join('\0');
    return seen.size !== seen.add(key).size;
  });
}

function number(drafts: readonly Draft[], summaries: ReadonlyMap<string, FileSummary>): readonly Finding[] {
  const fingerprints = new Fingerprints();
  return drafts.map(({ finding, subject, at }) => ({
    ...finding,
    fingerprint: fingerprints.next(finding.ruleId, subject, summaries.get(at.file), at.range),
  }));
}
