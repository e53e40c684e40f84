import { codeFrame, printedLine } from './code-frame.js';
import type { Colors } from './colors.js';
import { count } from './count.js';
import { displayWidth } from './display-width.js';
import { visible } from './escape.js';
import type { Finding, FindingSuggestion, RelatedSpan } from './finding.js';
import { lineDiff, type DiffLine } from './line-diff.js';
import { severityMark } from './severity-mark.js';
import { Sources } from './sources.js';
import { wrapText } from './wrap-text.js';

export interface PrinterOptions {
  readonly colors: Colors;
  readonly width: number;
  sourceOf(path: string): string | undefined;
}

const INDENT = '  ';
/** Prose wider than this is hard to read. */
const PROSE = 96;
const RELATED = 5;
const DIFF_LINES = 12;

/** Prints findings, one file after the other. The docs hint comes once for each rule. */
export class FindingPrinter {
  readonly #options: PrinterOptions;
  readonly #sources: Sources;
  readonly #explained = new Set<string>();

  constructor(options: PrinterOptions) {
    this.#options = options;
    this.#sources = new Sources((path) => options.sourceOf(path));
  }

  /** @param findings of one file, in order. */
  fileLines(findings: readonly Finding[]): readonly string[] {
    const { colors, width } = this.#options;
    const path = visible(findings[0]!.path);
    const problems = count(findings.length, 'problem');
    const rule = '─'.repeat(Math.max(2, width - displayWidth(path) - problems.length - 2));
    const head = `${colors.path(path)} ${colors.faint(`${rule} ${problems}`)}`;
    return [head, ...findings.flatMap((finding) => this.#findingLines(finding))];
  }

  #findingLines(finding: Finding): readonly string[] {
    const { colors } = this.#options;
    const { symbol, word, paint } = severityMark(finding.severity, colors);
    const place = `${visible(finding.path)}:${finding.line}:${finding.column}`;
    const head = `${paint(`${symbol} ${word}`)}  ${place}  ${colors.strong(visible(finding.ruleId))}`;
    const frame = this.#frame(finding, paint, '^', 2);
    const [first] = finding.suggestions;
    return [
      '',
      head,
      ...this.#prose(finding.message),
      ...(frame.length > 0 ? ['', ...frame] : []),
      ...this.#relatedLines(finding.related),
      ...(first ? this.#suggestionLines(first, finding.suggestions.length - 1) : []),
      ...this.#docsLines(finding.ruleId),
    ];
  }

  #prose(message: string, indent = INDENT): readonly string[] {
    const { colors, width } = this.#options;
    const lines = wrapText(visible(message), Math.min(PROSE, width - indent.length));
    // Colours are put on the whole text: a code span may be broken across lines.
    let inCode = false;
    return lines.map((line) => {
      const parts = line.split('`').map((part, index) => {
        if (index > 0) inCode = !inCode;
        return inCode ? colors.code(part) : part;
      });
      return `${indent}${parts.join('`')}`;
    });
  }

  #frame(span: Finding | RelatedSpan, mark: (text: string) => string, underline: string, context: number): readonly string[] {
    const source = this.#sources.of(span.path);
    const { colors, width } = this.#options;
    if (!source) return [];
    return codeFrame(source, span, { colors, mark, underline, context, width: width - INDENT.length }).map((line) => INDENT + line);
  }

  #relatedLines(related: readonly RelatedSpan[]): readonly string[] {
    const { colors } = this.#options;
    const lines = related.slice(0, RELATED).flatMap((place) => {
      const label = `${colors.info('◦')} ${colors.info(visible(place.message))}`;
      const frame = this.#frame(place, colors.info, '─', 0);
      return ['', `${INDENT}${label}  ${colors.faint(`${visible(place.path)}:${place.line}:${place.column}`)}`, ...frame];
    });
    const more = related.length - RELATED;
    return more > 0 ? [...lines, `${INDENT}${colors.faint(`… and ${more} more`)}`] : lines;
  }

  #suggestionLines(suggestion: FindingSuggestion, others: number): readonly string[] {
    const { colors } = this.#options;
    const more = others > 0 ? ` (and ${count(others, 'other suggestion')})` : '';
    const [first = '', ...rest] = this.#prose(`Suggestion: ${suggestion.message}${more}`, `${INDENT}  `);
    return ['', `${INDENT}${colors.good('◆')} ${first.trimStart()}`, ...rest, ...this.#diffLines(suggestion)];
  }

  #diffLines({ edits }: FindingSuggestion): readonly string[] {
    const { colors } = this.#options;
    const paths = [...new Set(edits.map((edit) => edit.path))];
    return paths.flatMap((path) => {
      const source = this.#sources.of(path);
      if (!source) return [];
      const hunks = lineDiff(source, edits.filter((edit) => edit.path === path));
      const digits = String(Math.max(...hunks.flat().map((line) => line.number), 1)).length;
      const lines = hunks.flatMap((hunk, index) => [
        ...(index > 0 ? [colors.faint(`${INDENT}  ${'⋮'.padStart(digits)} │`)] : []),
        ...hunk.map((line) => this.#diffLine(line, digits)),
      ]);
      const cut = lines.length > DIFF_LINES ? [...lines.slice(0, DIFF_LINES), colors.faint(`${INDENT}  … and ${lines.length - DIFF_LINES} more lines`)] : lines;
      return paths.length > 1 ? [`${INDENT}  ${colors.faint(visible(path))}`, ...cut] : cut;
    });
  }

  #diffLine({ sign, number, text }: DiffLine, digits: number): string {
    const { colors, width } = this.#options;
    const code = printedLine(text, width - digits - 9);
    const gutter = colors.faint(`${INDENT}  ${String(number).padStart(digits)} │`);
    if (sign === ' ') return `${gutter}   ${colors.faint(code)}`;
    return `${gutter} ${(sign === '-' ? colors.removed : colors.added)(`${sign} ${code}`)}`;
  }

  #docsLines(ruleId: string): readonly string[] {
    if (this.#explained.has(ruleId)) return [];
    this.#explained.add(ruleId);
    const { colors } = this.#options;
    return ['', `${INDENT}${colors.faint(`Why and how: session-memory explain ${visible(ruleId)}`)}`];
  }
}
