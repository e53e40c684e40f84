import { contains, type Change, type Node, type Source } from './source.js';

type Operator = (source: Source, region: readonly Node[]) => Change[];

/** A test of something that was stored, as against one of what was typed just now: that is a retry, not a guard. */
const STORED = /(?:\b(?:state|session|data|answers)\b[!?)]*\s*\??\.)(?!.*\(.*\bctx\.message)/;

/** `if (!state.email) await ctx.reply('…')` → `await ctx.reply('…')`. The innermost guard around the ask. */
export const dropGuard: Operator = (source, region) => {
  const ask = region[0]!;
  const guard = source.nodes
    .filter((node) => node.type === 'IfStatement' || node.type === 'ConditionalExpression')
    .filter((node) => contains(node['consequent'] as Node, ask) && tests(source, node))
    .at(-1);
  if (!guard) return [];
  const { start, end } = guard['consequent'] as Node;
  return [
    {
      edits: [
        { start: guard.start, end: start, text: '' },
        { start: end, end: guard.end, text: '' },
      ],
    },
  ];
};

/** `if (state.email) return next();` before the ask, in the same block → gone. */
export const dropEarlyExit: Operator = (source, region) => {
  const ask = region[0]!;
  let block: Node | undefined = ask;
  while (block && !Array.isArray(block['body'])) block = source.parents.get(block);
  const statements = (block?.['body'] ?? []) as Node[];
  return statements
    .filter((statement) => statement.type === 'IfStatement' && statement.end <= ask.start && !statement['alternate'])
    .filter((statement) => tests(source, statement))
    .filter(({ start, end }) => /\breturn\b/.test(source.text.slice(start, end)))
    .map(({ start, end }) => ({ edits: [{ start, end, text: '' }] }));
};

function tests(source: Source, guard: Node): boolean {
  const { start, end } = guard['test'] as Node;
  return STORED.test(source.text.slice(start, end));
}

/** `<input value="{{ data.email }}">` → `<input>`; `value: data.email` of a macro's argument likewise. */
export function dropPrefill(text: string, line: number): Change[] {
  const element = elementAt(text, line);
  return [
    ...matches(element, /\s(?:value|checked|selected)=(?:"[^"]*\{\{[\s\S]*?\}\}[^"]*"|'[^']*\{\{[\s\S]*?\}\}[^']*')/g, ''),
    ...matches(element, /,?\s*\bvalue:\s*[\w.]+(?:\s*(?:or|\|)\s*[\w.'"()]+)*/g, ''),
    ...matches(element, />\s*\{\{[^}]*\}\}\s*(?=<\/textarea>)/g, '>'),
    ...matches(element, /\{%-?\s*if [^%]*%\}\s*(?:checked|selected)\s*\{%-?\s*endif\s*-?%\}/g, ''),
  ];
}

/** `{% if not data.email %}<input …>{% endif %}` → `<input …>`. */
export function dropTemplateGuard(text: string, line: number): Change[] {
  const { start } = elementAt(text, line);
  const open = [...text.slice(0, start).matchAll(/\{%-?\s*(if|endif)\b[^%]*%\}/g)];
  const guards: RegExpExecArray[] = [];
  for (const tag of open) {
    if (tag[1] === 'if') guards.push(tag);
    else guards.pop();
  }
  const guard = guards.at(-1);
  const end = guard && /\{%-?\s*endif\s*-?%\}/.exec(text.slice(start));
  if (!guard || !end) return [];
  return [
    {
      edits: [
        { start: guard.index, end: guard.index + guard[0].length, text: '' },
        { start: start + end.index, end: start + end.index + end[0].length, text: '' },
      ],
    },
  ];
}

interface Element {
  readonly start: number;
  readonly text: string;
}

/** From the start of the line to the end of the tag or macro call that begins on it. */
function elementAt(text: string, line: number): Element {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const rest = text.slice(start);
  const end = /^\s*\{\{/.test(rest) ? /\)\s*\}\}/.exec(rest) : /<\/textarea>|<\/select>|(?<![{}%])>\s*$/m.exec(rest);
  return { start, text: end ? rest.slice(0, end.index + end[0].length) : (lines[line - 1] ?? '') };
}

function matches(element: Element, pattern: RegExp, text: string): Change[] {
  return [...element.text.matchAll(pattern)].map((match) => ({
    edits: [{ start: element.start + match.index, end: element.start + match.index + match[0].length, text }],
  }));
}
