/** What a comment in a fixture says about one line. */
export interface Expectation {
  readonly kind: 'expect' | 'ok' | 'todo-expect' | 'todo-ok';
  readonly rule: string;
  /** 1-based: the line that the comment is about. */
  readonly line: number;
  /** Only the scan of the whole project is meant. */
  readonly projectOnly: boolean;
  /** Only the preset `strict` is meant. */
  readonly strictOnly: boolean;
}

const COMMENT =
  /(?:\/\/|\/\*|\{#-?|<!--)\s*(?<kind>expect|ok|todo-expect|todo-ok):\s*(?<items>.*?)\s*(?:\*\/\}?|-?#\}|-->)?\s*$/;
const LISTED = /^(?<path>[^:]+):(?<line>\d+) (?<kind>expect|ok|todo-expect|todo-ok): (?<item>.*)$/;
const ITEM = /^(?<rule>[a-z]+(?:-[a-z]+)+)(?<marks>(?:\s*\((?:project|strict)\))*)$/;

/**
 * Reads `// expect: <rule>, <rule> (project)` and its kin, in any comment syntax. A comment that stands alone is about
 * the next line that is not such a comment. Text after ` -- ` is for readers.
 *
 * @throws {Error} for what looks like an expectation and is none, so that a typo asserts something.
 */
export function readExpectations(text: string): Expectation[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  return lines.flatMap((line, index) => {
    const groups = COMMENT.exec(line)?.groups;
    if (!groups) return [];
    return groups['items']!
      .replace(/\s+--\s.*$/, '')
      .split(',')
      .map((item) => toExpectation(groups['kind'] as Expectation['kind'], item.trim(), targetLine(lines, index)));
  });
}

/**
 * Reads expectations that stand beside a project whose files are shown to people, and so speak of nothing else:
 * `src/session.ts:26 expect: require-session-expiry`, one a line. Lines that start with `#` are for readers.
 *
 * @returns expectations by path.
 * @throws {Error} for a line that is none.
 */
export function readExpectationList(text: string): Map<string, Expectation[]> {
  const byPath = new Map<string, Expectation[]>();
  for (const line of text.split('\n').filter((each) => each.trim() !== '' && !each.startsWith('#'))) {
    const groups = LISTED.exec(line)?.groups;
    if (!groups) throw new Error(`"${line}" is no expectation.`);
    const expectation = toExpectation(groups['kind'] as Expectation['kind'], groups['item']!.trim(), Number(groups['line']));
    byPath.set(groups['path']!, [...(byPath.get(groups['path']!) ?? []), expectation]);
  }
  return byPath;
}

function toExpectation(kind: Expectation['kind'], item: string, line: number): Expectation {
  const groups = ITEM.exec(item)?.groups;
  if (!groups) throw new Error(`Line ${line}: "${kind}: ${item}" is no expectation.`);
  const marks = groups['marks']!;
  return {
    kind,
    rule: groups['rule']!,
    line,
    projectOnly: marks.includes('(project)'),
    strictOnly: marks.includes('(strict)'),
  };
}

function targetLine(lines: readonly string[], index: number): number {
  let target = index;
  while (target < lines.length && isOnlyExpectation(lines[target]!)) target += 1;
  return target + 1;
}

function isOnlyExpectation(line: string): boolean {
  const found = COMMENT.exec(line);
  return found !== null && /^\s*\{?$/.test(line.slice(0, found.index));
}
