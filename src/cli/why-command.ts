import { dirname, relative, resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import { activeRules, type FileSettings } from '../check/rule-settings.js';
import { visible } from '../report/escape.js';
import { scanInDetail } from '../scan-in-detail.js';
import { resolveInputs, toPosix } from '../scan/inputs.js';
import { liesInside } from '../scan/lies-inside.js';
import { UsageError } from '../scan/problem.js';
import { isTestFile } from '../scan/test-file.js';
import { valueOf, type Arguments } from './arguments.js';
import { describeFacts } from './describe-facts.js';
import { describeEffects } from './describe-effects.js';
import type { ExitCode, Host } from './host.js';
import { hasColour, paintFor, type Paint } from './paint.js';
import { Progress } from './progress.js';
import { toBytes } from './quantity.js';
import { readSettings, toScanOptions } from './settings.js';
import { workingDirectory } from './working-directory.js';

/** `session-memory why <file:line>`: what was recognised there, and what rules made of it. */
export async function whyCommand(parsed: Arguments, host: Host): Promise<ExitCode> {
  const cwd = workingDirectory(host);
  const { file, line } = targetOf(parsed.positionals[0] ?? '');
  const size = valueOf(parsed, 'max-file-size');
  const absolute = resolve(cwd, file);
  // The project is the current folder, or, for a file elsewhere, the folder that it lies in.
  const isOutside = !liesInside(cwd, absolute);
  // The file itself is named, so that it is parsed whatever it mentions.
  const paths = [isOutside ? dirname(absolute) : '.', absolute];
  const options = toScanOptions(await readSettings(parsed, cwd, resolveInputs(cwd, paths).base));
  const progress = new Progress(host);
  const scanned = await scanInDetail({
    ...options,
    cwd,
    paths,
    onProgress: progress.show,
    ...(size === undefined ? {} : { maxFileSize: toBytes('max-file-size', size) }),
  }).finally(() => progress.clear());
  const path = toPosix(relative(scanned.inputs.base, absolute));
  const paint = paintFor(hasColour(host.stdout, host.environment));
  const lines = [paint('bold', visible(`${path}:${line}`)), ...describe(scanned, { path, line, settings: scanned.settingsOf(path), includeTests: options.includeTests === true }, paint)];
  host.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function targetOf(text: string): { readonly file: string; readonly line: number } {
  const match = /^(.+?):(\d{1,9})(?::\d+)?$/.exec(text);
  if (match === null || Number(match[2]) < 1) throw new UsageError(`why needs a file and a line, such as src/app.ts:12, not ${JSON.stringify(text)}.`);
  return { file: match[1] ?? '', line: Number(match[2]) };
}

interface Question {
  readonly path: string;
  readonly line: number;
  readonly settings: FileSettings;
  readonly includeTests: boolean;
}

function describe({ report, analysis }: Awaited<ReturnType<typeof scanInDetail>>, question: Question, paint: Paint): readonly string[] {
  const { path, line, includeTests } = question;
  if (!includeTests && isTestFile(path)) return ['This is test code: nothing is reported there. --include-tests looks at it all the same.'];
  const left = [...report.skipped, ...report.failed, ...analysis.syntaxErrors].find((each) => each.path === path);
  if (left !== undefined) return [`The file was left out: ${left.reason}.`];
  const summary = analysis.summaries.get(path);
  if (summary === undefined) return ['The file was not parsed: nothing of it can be session memory or lead to it.'];
  if (line > summary.lines.length) return [`The file has ${summary.lines.length} lines.`];
  const effects = describeEffects(summary, line);
  const facts = describeFacts(analysis.facts, analysis.summaries, path, line);
  return [
    '', paint('bold', 'What the code does here'), ...indent(effects, 'Nothing that is looked at: no call, no write, no read of a property.'),
    '', paint('bold', 'What was recognised'), ...indent(facts, 'Nothing: no library model knows these calls and properties.'),
    '', paint('bold', 'What the rules say'), ...indent(describeRules(report.findings, question, facts.length > 0), ''),
  ];
}

function describeRules(
  findings: Awaited<ReturnType<typeof scanInDetail>>['report']['findings'],
  { path, line, settings }: Question,
  hasFacts: boolean,
): readonly string[] {
  const running = new Set(activeRules(rules, settings.preset, settings.rules).map(({ rule }) => rule.name));
  return rules.map((rule) => {
    const own = findings.filter((each) => each.ruleId === rule.name && each.path === path);
    const here = own.find((each) => each.line <= line && line <= each.endLine);
    if (here !== undefined) return `${rule.name}: ${here.severity}: ${here.message}`;
    const related = own.concat(findings.filter((each) => each.ruleId === rule.name)).find((each) =>
      each.related.some((place) => place.path === path && place.line <= line && line <= place.endLine));
    if (related !== undefined) return `${rule.name}: this line belongs to the finding at ${related.path}:${related.line}.`;
    if (!running.has(rule.name)) return settings.rules.has(rule.name) ? `${rule.name}: switched off here.` : `${rule.name}: not in the preset ${settings.preset}.`;
    return `${rule.name}: no finding. ${hasFacts ? 'What is known of this line is right, or not all of it is known (see above).' : 'A rule needs a fact to speak of, and there is none here.'}`;
  });
}

function indent(lines: readonly string[], otherwise: string): readonly string[] {
  return (lines.length === 0 ? [otherwise] : lines).map((line) => `  ${visible(line)}`);
}
