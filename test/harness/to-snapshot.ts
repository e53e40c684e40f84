import type { Linter } from 'eslint';

type ApplyFix = (code: string, fix: { range: readonly [number, number]; text: string }) => string;

/** One case as a reader of a diff wants to see it: the code with squiggles, the message, what each suggestion makes of it. */
export function toSnapshot(title: string, code: string, messages: readonly Linter.LintMessage[], applyFix: ApplyFix): string {
  const parts = messages.flatMap((message) => [
    fence(withSquiggle(code, message)),
    message.message,
    ...(message.suggestions ?? []).flatMap(({ desc, fix }) => [`Suggestion: ${desc}`, fence(applyFix(code, fix))]),
  ]);
  return `## ${title}\n\n${parts.join('\n\n')}\n`;
}

function fence(code: string): string {
  return `\`\`\`ts\n${code.replace(/^\n+|\s+$/g, '')}\n\`\`\``;
}

/** The first line of the reported range is underlined; a range of several lines is underlined to the end of the first. */
function withSquiggle(code: string, { line, column, endLine = line, endColumn = column + 1 }: Linter.LintMessage): string {
  const lines = code.split('\n');
  const reported = lines[line - 1] ?? '';
  const end = endLine > line ? reported.length + 1 : endColumn;
  const more = endLine > line ? ` (to line ${endLine})` : '';
  const squiggle = ' '.repeat(column - 1) + '~'.repeat(Math.max(1, end - column)) + more;
  return [...lines.slice(0, line), squiggle, ...lines.slice(line)].join('\n');
}
