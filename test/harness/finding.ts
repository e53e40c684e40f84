/** A finding as every host can say it. Lines and columns are 1-based, columns in UTF-16 code units, ends exclusive. */
export interface Finding {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

/** One line per finding, in order, for comparisons that read well when they fail. */
export function toLines(findings: readonly Finding[]): string[] {
  return findings
    .map(({ rule, line, column, endLine, endColumn }) => ({ line, column, text: `${line}:${column}-${endLine}:${endColumn} ${rule}` }))
    .sort((a, b) => a.line - b.line || a.column - b.column || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text);
}
