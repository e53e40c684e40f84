import type { Rule as EslintRule, SourceCode } from 'eslint';

import { toTextEdits } from '../edits/to-text-edits.js';
import type { FileSummary } from '../facts/index.js';
import type { Report, Suggestion } from '../rule.js';

/**
 * Words one report for ESLint. Related places are dropped: ESLint has no place for them, and rules whose message
 * needs one name it through `data`.
 */
export function toEslintProblem(
  report: Report,
  sourceCode: SourceCode,
  summary: FileSummary,
): EslintRule.ReportDescriptor {
  const [start, end] = report.at.range;
  return {
    messageId: report.messageId,
    loc: {
      start: sourceCode.getLocFromIndex(Math.min(start, sourceCode.text.length)),
      end: sourceCode.getLocFromIndex(Math.min(end, sourceCode.text.length)),
    },
    data: toData(report.data),
    suggest: (report.suggestions ?? []).flatMap((suggestion) => toEslintSuggestions(suggestion, sourceCode, summary)),
  };
}

/** One suggestion, or none when it needs another file (ESLint changes only the one that it lints) or changes nothing. */
function toEslintSuggestions(
  suggestion: Suggestion,
  sourceCode: SourceCode,
  summary: FileSummary,
): EslintRule.SuggestionReportDescriptor[] {
  const { file, style, anchors } = summary;
  const edits = toTextEdits(suggestion.edits, { file, text: sourceCode.text, style, anchors });
  if (!edits || edits.length === 0) return [];
  return [
    {
      messageId: suggestion.messageId,
      data: toData(suggestion.data),
      fix: (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange([range[0], range[1]], text)),
    },
  ];
}

/** ESLint's placeholders take strings. */
function toData(data: Readonly<Record<string, string | number>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)]));
}
