import type { TextEdit } from '../edits/text-edit.js';
import type { SourceLines } from './source-lines.js';

/** One line of a diff, with its number in the old (`-`) or new (`+`, ` `) file. */
export interface DiffLine {
  readonly sign: '-' | '+' | ' ';
  readonly number: number;
  readonly text: string;
}

/** Lines that change together. */
export type Hunk = readonly DiffLine[];

/** What `edits` (sorted, without overlaps) change in `source`, in lines, with one unchanged line around each change. */
export function lineDiff(source: SourceLines, edits: readonly TextEdit[]): readonly Hunk[] {
  let shift = 0;
  return groupByLines(source, edits).map(({ first, last, edits: own }) => {
    const old = linesOf(source, first, last);
    const fresh = splitLines(rewrite(source, first, last, own));
    const [head, tail] = commonEnds(old, fresh);
    const removed = old.slice(head, old.length - tail);
    const added = fresh.slice(head, fresh.length - tail);
    const at = first + head;
    const hunk = [
      ...context(source, at - 1, shift),
      ...removed.map((text, index) => ({ sign: '-' as const, number: at + index, text })),
      ...added.map((text, index) => ({ sign: '+' as const, number: at + shift + index, text })),
      ...context(source, at + removed.length, shift + added.length - removed.length),
    ];
    shift += added.length - removed.length;
    return hunk;
  });
}

interface Group {
  readonly first: number;
  readonly last: number;
  readonly edits: readonly TextEdit[];
}

/** Edits whose lines touch or have no more than one line between them make one hunk. */
function groupByLines(source: SourceLines, edits: readonly TextEdit[]): readonly Group[] {
  const groups: Group[] = [];
  for (const edit of edits) {
    const [first, last] = [source.lineOf(edit.range[0]), source.lineOf(edit.range[1])];
    const open = groups.at(-1);
    if (open && first <= open.last + 2) groups[groups.length - 1] = { first: open.first, last: Math.max(open.last, last), edits: [...open.edits, edit] };
    else groups.push({ first, last, edits: [edit] });
  }
  return groups;
}

function rewrite(source: SourceLines, first: number, last: number, edits: readonly TextEdit[]): string {
  let at = source.startOf(first);
  let text = '';
  for (const { range, text: replacement } of edits) {
    text += source.text.slice(at, range[0]) + replacement;
    at = range[1];
  }
  const lastEnd = source.startOf(last) + source.line(last).length;
  return text + source.text.slice(at, Math.max(at, lastEnd));
}

function commonEnds(old: readonly string[], fresh: readonly string[]): readonly [head: number, tail: number] {
  const limit = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < limit && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < limit - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  return [head, tail];
}

function context(source: SourceLines, number: number, shift: number): readonly DiffLine[] {
  const text = number >= 1 && number <= source.count ? source.line(number) : '';
  return text.trim() === '' ? [] : [{ sign: ' ', number: number + shift, text }];
}

function linesOf(source: SourceLines, first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => source.line(first + index));
}

function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}
