import type { Expectation } from './expectation.js';
import { toLines, type Finding } from './finding.js';

export interface View {
  readonly scope: 'file' | 'project';
  readonly preset: 'recommended' | 'strict';
}

/**
 * Compares what one host found in one file with what the file expects.
 *
 * @returns a sentence for each difference; empty when all is as expected.
 */
export function judge(findings: readonly Finding[], expectations: readonly Expectation[], view: View): string[] {
  const seen = expectations.filter((expectation) => appliesTo(expectation, view));
  const complaints = seen.flatMap((expectation) => {
    const found = findings.some((finding) => isAbout(finding, expectation));
    const complaint = complain(expectation, found);
    return complaint ? [`line ${expectation.line}: ${expectation.rule} ${complaint}`] : [];
  });
  const unexpected = findings.filter(
    (finding) => !seen.some((expectation) => allows(expectation) && isAbout(finding, expectation)),
  );
  const lines = toLines(findings);
  const twice = lines.filter((line, index) => line === lines[index - 1]);
  return [
    ...complaints,
    ...toLines(unexpected).map((line) => `unexpected: ${line}`),
    ...twice.map((line) => `reported twice: ${line}`),
  ];
}

function appliesTo({ projectOnly, strictOnly }: Expectation, { scope, preset }: View): boolean {
  return (!projectOnly || scope === 'project') && (!strictOnly || preset === 'strict');
}

function isAbout(finding: Finding, { rule, line }: Expectation): boolean {
  return finding.rule === rule && finding.line === line;
}

/** A known miss that is found now has its own complaint; it is not unexpected as well. */
function allows({ kind }: Expectation): boolean {
  return kind !== 'ok';
}

function complain({ kind }: Expectation, found: boolean): string | undefined {
  switch (kind) {
    case 'expect':
      return found ? undefined : 'is expected and not found';
    case 'ok':
      return undefined;
    case 'todo-expect':
      return found ? 'is found now: write expect instead of todo-expect' : undefined;
    case 'todo-ok':
      return found ? undefined : 'is silent now: write ok instead of todo-ok';
  }
}
