import fc from 'fast-check';
import type { ScanReport } from '../../src/report/scan-report.js';
import { finding } from './sample.js';

/** What terminals obey, and what formats read as markup, all at once. */
export const HOSTILE = '\u001b[2J\u009b\r\n\u202e\u2028\ud800::error::x%0A,: ##[error]y ```\n</details><img src=x onerror=alert(1)>|*a*_b_[c](http://d) @e #1 $f$ <!-- \\` `';

const PIECES = [
  '\u001b[2J', '\u009b', '\r', '\n', '\t', ' ', '\u202e', '\u2028', '\ud800', '\ufeff', '::', '::error::', '%', '%0A', ',', ':', '##[', 'error]', '`', '```', '~~~', '<', '>',
  '</details>', '<img src=x onerror=alert(1)>', '<!--', '&', '&lt;', '|', '*', '_', '[', ']', '](', '(', ')', '![', 'http://evil.example', 'www.evil.example', '@name', '#12', '#',
  ':tada:', '$', '\\', '-', '+', '=', '1.', '1)', '"', "'", '{', '}', '__proto__', 'constructor', 'a', 'b', '漢', '😀',
];

/** Words that mean something to some format, in any order. */
export const hostileText = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));

/** A report that says `text` wherever a report can quote source code. */
export function hostileReport(text: string): ScanReport {
  const place = { path: `${text}.js`, line: 1, column: 1, endLine: 1, endColumn: 2 };
  return {
    findings: [finding(place, {
      ruleId: 'no-repeated-ask',
      message: text,
      related: [{ ...place, message: text, earlier: true }],
      suggestions: [{ message: text, edits: [{ path: place.path, range: [0, Math.min(1, text.length)], text }] }],
    })],
    skipped: [{ path: text, reason: text }],
    failed: [{ path: text, reason: text }],
    notes: [text],
    stats: { filesSeen: 1, filesRead: 1, filesParsed: 1, syntaxErrors: 0, ms: 1 },
  };
}
