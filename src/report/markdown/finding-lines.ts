import type { Severity } from '../../rule.js';
import type { Finding, FindingSuggestion, RelatedSpan } from '../finding.js';
import { printedLine } from '../code-frame.js';
import { count } from '../count.js';
import { lineDiff } from '../line-diff.js';
import type { Sources } from '../sources.js';
import { toCodeBlock, toHtmlText, toLabel, toMarkdownText } from './escape.js';
import type { Links } from './links.js';

export const MARKS: Readonly<Record<Severity, readonly [symbol: string, word: string]>> = {
  error: ['❌', 'error'],
  warn: ['⚠️', 'warning'],
  info: ['ℹ️', 'info'],
};

const RELATED = 5;
const DIFF_LINES = 20;
/** Of a line of code. */
const WIDTH = 160;

export interface FindingContext {
  readonly links: Links;
  readonly sources: Sources;
  /** The rule's name, linked to its page where there is one. */
  ruleLink(rule: string): string;
}

/** One finding as an item of a list: place, rule, message, related places, the first suggestion folded. */
export function findingLines(finding: Finding, context: FindingContext): readonly string[] {
  const [symbol, word] = MARKS[finding.severity];
  const place = context.links.toLines(finding, `line ${finding.line}`);
  const [first] = finding.suggestions;
  const body = [
    toMarkdownText(finding.message),
    ...relatedLines(finding.related, context),
    ...(first === undefined ? [] : suggestionLines(first, finding.suggestions.length - 1, context)),
  ];
  return [`- ${symbol} **${word}** in ${place} · ${context.ruleLink(finding.ruleId)}`, '', ...body.map((line) => (line === '' ? '' : `  ${line}`)), ''];
}

function relatedLines(related: readonly RelatedSpan[], { links }: FindingContext): readonly string[] {
  if (related.length === 0) return [];
  const more = related.length - RELATED;
  return [
    '',
    ...related.slice(0, RELATED).map((place) => `- ${toMarkdownText(place.message)} ${links.toLines(place, toLabel(`${place.path}:${place.line}`))}`),
    ...(more > 0 ? [`- … and ${more} more`] : []),
  ];
}

function suggestionLines(suggestion: FindingSuggestion, others: number, { sources }: FindingContext): readonly string[] {
  const more = others > 0 ? ` (and ${count(others, 'other suggestion')})` : '';
  const diff = diffLines(suggestion, sources);
  if (diff.length === 0) return ['', `Suggestion: ${toMarkdownText(suggestion.message)}${more}`];
  const cut = diff.length - DIFF_LINES;
  const shown = cut > 0 ? [...diff.slice(0, DIFF_LINES), ` … and ${count(cut, 'more line')}`] : diff;
  return [
    '',
    `<details><summary>Suggestion: ${toHtmlText(suggestion.message)}${more}</summary>`,
    '',
    ...toCodeBlock(shown, 'diff'),
    '',
    '</details>',
  ];
}

function diffLines({ edits }: FindingSuggestion, sources: Sources): readonly string[] {
  return [...new Set(edits.map((edit) => edit.path))].flatMap((path) => {
    const source = sources.of(path);
    if (source === undefined) return [];
    return lineDiff(source, edits.filter((edit) => edit.path === path)).flatMap((hunk) => [
      `@@ ${path}:${hunk[0]?.number ?? 1} @@`,
      ...hunk.map(({ sign, text }) => sign + printedLine(text, WIDTH)),
    ]);
  });
}
