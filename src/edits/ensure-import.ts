import type { FileSummary, Style } from '../facts/index.js';
import { insertItem } from './insert-item.js';
import { afterLineBreak, indentAt, isFirstOnLine, lineBreakAt, lineEnd, lineStart } from './lines.js';
import { readImports, type ImportStatement } from './read-imports.js';
import type { TextEdit } from './text-edit.js';
import { tokenize } from './tokenize.js';

/** What {@link ensureImport} works on. */
export interface ImportTarget {
  readonly text: string;
  /** The file before any edit: names that edits bring do not count as taken. */
  readonly original: string;
  readonly style: Style;
  readonly anchors: FileSummary['anchors'];
}

/**
 * Makes `name` of module `from` available: nothing when it is, one more name in an import that is there, else a new
 * import behind the last one, the directives or the hashbang. `name` is what stands in the braces of an import:
 * `ms`, `RedisStore as Store`, `default as session`, `* as redis`.
 *
 * @returns `undefined` when the name is taken, or the head of the file cannot be read
 */
export function ensureImport(target: ImportTarget, from: string, name: string): readonly TextEdit[] | undefined {
  const [imported = '', local = imported] = name.split(/\s+as\s+/);
  const imports = readHead(target);
  if (!imports) return undefined;
  const same = imports.filter((statement) => statement.from === from);
  const isBound = same.some(({ typeOnly, bindings }) =>
    !typeOnly && bindings.some((binding) => !binding.typeOnly && binding.imported === imported && binding.local === local));
  if (isBound) return [];
  if (isTaken(target, imports, local)) return undefined;
  const isCommonJs = target.anchors.moduleKind === 'cjs';
  const extended = imported === '*' || imported === 'default' ? undefined : same.find((statement) => statement.named && !statement.typeOnly);
  if (extended?.named) {
    const item = imported === local ? imported : `${imported}${isCommonJs ? ':' : ' as'} ${local}`;
    return insertItem(target.text, extended.named, extended.named.items.length, item, target.style);
  }
  return insertImport(target, imports, isCommonJs ? writeRequire(imported, local, from, target.style) : writeImport(imported, local, from, target.style));
}

/** ES imports stand before `lastImportEnd`; requires are looked for at the top level of the whole file. */
function readHead({ text, anchors }: ImportTarget): readonly ImportStatement[] | undefined {
  const start = Math.min(anchors.afterDirectives, anchors.lastImportEnd ?? Number.POSITIVE_INFINITY);
  if (anchors.moduleKind === 'esm') return anchors.lastImportEnd === undefined ? [] : readImports(text, start, anchors.lastImportEnd);
  return readImports(text, start, text.length);
}

function isTaken({ original }: ImportTarget, imports: readonly ImportStatement[], local: string): boolean {
  if (imports.some((statement) => statement.bindings.some((binding) => binding.local === local))) return true;
  const tokens = tokenize(original)?.filter((token) => token.kind !== 'comment');
  // Without tokens any mention counts.
  if (!tokens) return original.includes(local);
  return tokens.some((token, index) => {
    const [before, after] = [tokens[index - 1]?.text, tokens[index + 1]?.text];
    return token.text === local && before !== '.' && before !== '?.' && (after !== ':' || before === '?');
  });
}

function writeImport(imported: string, local: string, from: string, style: Style): string {
  const named = imported === local ? imported : `${imported} as ${local}`;
  const clause = imported === 'default' ? local : imported === '*' ? `* as ${local}` : `{ ${named} }`;
  return `import ${clause} from ${style.quote}${from}${style.quote}${style.semicolons ? ';' : ''}`;
}

function writeRequire(imported: string, local: string, from: string, style: Style): string {
  const named = imported === local ? imported : `${imported}: ${local}`;
  const pattern = imported === 'default' || imported === '*' ? local : `{ ${named} }`;
  return `const ${pattern} = require(${style.quote}${from}${style.quote})${style.semicolons ? ';' : ''}`;
}

function insertImport({ text, anchors, style }: ImportTarget, imports: readonly ImportStatement[], statement: string): readonly TextEdit[] {
  const last = anchors.moduleKind === 'esm' ? anchors.lastImportEnd : imports.at(-1)?.end;
  const at = last ?? behindHead(text, anchors.afterDirectives);
  const lineBreak = lineBreakAt(text, at, style);
  if (last === undefined && isFirstOnLine(text, at)) {
    const indent = indentAt(text, at);
    const atLineStart = at === lineStart(text, at);
    return [{ range: [at, at], text: atLineStart ? indent + statement + lineBreak : statement + lineBreak + indent }];
  }
  const indent = indentAt(text, at);
  const rest = text.slice(at, lineEnd(text, at));
  const comment = /^[^\S\n\r]*(?:\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\/[^\S\n\r]*)?$/.test(rest);
  const behind = comment ? at + rest.trimEnd().length : at;
  return [{ range: [behind, behind], text: lineBreak + indent + statement + (comment ? '' : lineBreak + indent) }];
}

/** Behind the hashbang, the directives, and a licence comment that a blank line sets apart. */
function behindHead(text: string, afterDirectives: number): number {
  const hashbang = text.startsWith('#!') ? lineEnd(text, 0) : 0;
  const at = Math.max(hashbang, afterDirectives);
  const start = at === 0 ? 0 : at;
  const licence = /^\s*\/\*[^]*?\*\/[^\S\n\r]*(?=\r?\n[^\S\n\r]*\r?\n)/.exec(text.slice(start));
  const end = licence ? start + licence[0].length : start;
  return end === 0 || isFirstOnLine(text, end) ? end : lineEndIfBlank(text, end);
}

/** The start of the next line, when nothing follows on this one and there is a next one. */
function lineEndIfBlank(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text.slice(offset, end).trim() === '' && end < text.length ? afterLineBreak(text, end) : offset;
}
