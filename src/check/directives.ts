import type { FileSummary, Range } from '../facts/index.js';
import { spanOf } from './position.js';

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A comment, or one rule name of it, that says where a rule does not report. */
export interface Directive {
  /** The comment. */
  readonly at: Range;
  /** `eslint-disable-next-line`, `session-memory-disable-line` … as written. */
  readonly kind: string;
  readonly own: boolean;
  /** Bare rule name; absent when the comment speaks of all rules. */
  readonly rule?: string;
  readonly reason?: string;
  readonly from: Position;
  /** Exclusive. */
  readonly to: Position;
  /** Rules that an `eslint-enable` with names has taken out of a directive for all rules, from there on. */
  readonly except: readonly { readonly rule: string; readonly from: Position }[];
}

const pattern = /^\s*(eslint-disable(?:-next-line|-line)?|eslint-enable|session-memory-disable-(?:next-line|line))(?![\w-])([^]*)$/;
const plugin = 'session-memory';
const end: Position = { line: Infinity, column: Infinity };

/**
 * The directives of a file, in order. ESLint's are honoured as ESLint does: `eslint-disable` and `eslint-enable` in
 * block comments only, up to the matching enable or the end of the file; only names of this plugin count.
 */
export function directivesOf(summary: Pick<FileSummary, 'comments' | 'lines' | 'length'>): readonly Directive[] {
  const directives: Draft[] = [];
  for (const comment of [...summary.comments].sort((a, b) => a.at[0] - b.at[0])) {
    const parsed = parse(comment.text);
    if (parsed === undefined) continue;
    const { kind, rules } = parsed;
    const span = spanOf(summary, comment.at);
    if (kind === 'eslint-enable') {
      if (comment.block) enable(directives, rules, span);
      continue;
    }
    const isLine = kind.endsWith('-line');
    if (!isLine && !comment.block) continue;
    const line = kind.endsWith('-next-line') ? span.endLine + 1 : span.line;
    const place = isLine ? { from: { line, column: 1 }, to: { line: line + 1, column: 1 } } : { from: span, to: end };
    for (const rule of rules.length === 0 ? [undefined] : rules) directives.push(draft(comment.at, parsed, rule, place));
  }
  return directives;
}

/** Does the directive speak for a report of `rule` that starts at `position`? */
export function covers(directive: Directive, rule: string, position: Position): boolean {
  if (directive.rule !== undefined && directive.rule !== rule) return false;
  if (isBefore(position, directive.from) || !isBefore(position, directive.to)) return false;
  return !directive.except.some((each) => each.rule === rule && !isBefore(position, each.from));
}

type Draft = Omit<Directive, 'to' | 'except'> & { to: Position; except: { rule: string; from: Position }[] };

function draft(at: Range, parsed: Parsed, rule: string | undefined, place: { from: Position; to: Position }): Draft {
  const { kind, reason } = parsed;
  return {
    at,
    kind,
    own: kind.startsWith(plugin),
    ...(rule === undefined ? {} : { rule }),
    ...(reason === undefined ? {} : { reason }),
    from: { line: place.from.line, column: place.from.column },
    to: place.to,
    except: [],
  };
}

/** `eslint-enable` without names ends every open `eslint-disable`; with names, it ends those of these names. */
function enable(directives: readonly Draft[], rules: readonly string[], from: Position): void {
  for (const open of directives) {
    if (open.kind !== 'eslint-disable' || open.to !== end) continue;
    if (rules.length === 0 || (open.rule !== undefined && rules.includes(open.rule))) open.to = from;
    else if (open.rule === undefined) open.except.push(...rules.map((rule) => ({ rule, from })));
  }
}

interface Parsed {
  readonly kind: string;
  readonly rules: readonly string[];
  readonly reason?: string;
}

/** `undefined` for comments that are no directive, and for ESLint's that name other plugins' rules only. */
function parse(text: string): Parsed | undefined {
  const match = pattern.exec(text);
  const kind = match?.[1];
  if (kind === undefined) return undefined;
  const [list = '', reason] = (match?.[2] ?? '').split(/(?:^|\s)-{2,}(?:\s|$)/u, 2);
  const names = list.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const ours = kind.startsWith(plugin) ? names : names.filter((name) => name.startsWith(`${plugin}/`));
  if (names.length > 0 && ours.length === 0) return undefined;
  const rules = ours.map((name) => (name.startsWith(`${plugin}/`) ? name.slice(plugin.length + 1) : name));
  return reason === undefined || reason.trim() === '' ? { kind, rules } : { kind, rules, reason: reason.trim() };
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
