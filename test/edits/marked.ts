import type { Place, Range, Style } from '../../src/facts/index.js';
import { applyTextEdits } from './apply-text-edits.js';
import { toTextEdits } from '../../src/edits/to-text-edits.js';
import type { EditSource } from '../../src/edits/edit-source.js';
import type { Edit } from '../../src/rule.js';

export const FILE = 'src/app.ts';
const STYLE: Style = { quote: "'", semicolons: true, indent: '  ', eol: '\n' };

export interface Marked {
  readonly text: string;
  readonly places: readonly Place[];
}

/** Reads `«…»` as places: `const a = «{}»`. Nested marks give places in order of their start. */
export function marked(source: string, file = FILE): Marked {
  let text = '';
  const ranges: [number, number][] = [];
  const open: [number, number][] = [];
  for (const char of source) {
    if (char === '«') {
      const range: [number, number] = [text.length, -1];
      ranges.push(range);
      open.push(range);
    } else if (char === '»') open.pop()![1] = text.length;
    else text += char;
  }
  return { text, places: ranges.map((range: Range) => ({ file, range })) };
}

export interface Setting {
  readonly style?: Partial<Style>;
  readonly anchors?: EditSource['anchors'];
  readonly file?: string;
}

export function sourceOf(text: string, { style, anchors, file }: Setting = {}): EditSource {
  return { file: file ?? FILE, text, style: { ...STYLE, ...style }, anchors: anchors ?? { afterDirectives: 0, moduleKind: 'esm' } };
}

/** The text after the edits that `toEdits` makes of the marked places; `undefined` when they are refused. */
export function edited(source: string, toEdits: (...places: Place[]) => readonly Edit[], setting: Setting = {}): string | undefined {
  const { text, places } = marked(source, setting.file);
  const edits = toTextEdits(toEdits(...places), sourceOf(text, setting));
  return edits && applyTextEdits(text, edits);
}
