import type { Range } from '../facts/index.js';
import type { TextEdit } from './text-edit.js';

type Piece = { readonly old: Range } | { readonly added: string };

/**
 * A text under change: several intents one after the other, each seeing what those before it wrote, and in the end
 * one set of edits of the original. Two properties set in `{}` so become `{ a: 1, b: 2 }`, not two conflicting edits.
 */
export class Draft {
  readonly #original: string;
  #pieces: Piece[];

  constructor(original: string) {
    this.#original = original;
    this.#pieces = original === '' ? [] : [{ old: [0, original.length] }];
  }

  get text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join('');
  }

  /** Where a range of the original is now; `undefined` when an end of it was removed. */
  map([start, end]: Range): Range | undefined {
    const from = start === end ? this.mapEnd(start) : this.#find(start, (old) => old[0] <= start && start < old[1]);
    const to = this.mapEnd(end);
    return from === undefined || to === undefined ? undefined : [from, to];
  }

  /** Where the offset behind the original's character `end - 1` is now. */
  mapEnd(end: number): number | undefined {
    return end === 0 ? 0 : this.#find(end, (old) => old[0] < end && end <= old[1]);
  }

  /**
   * Applies edits of the text as it is now.
   *
   * @returns false, and the draft is spoilt, when they overlap or take away what an earlier intent added.
   */
  apply(edits: readonly TextEdit[]): boolean {
    let limit = Number.POSITIVE_INFINITY;
    for (const { range: [start, end], text } of [...edits].sort(byStart).reverse()) {
      if (end < start || end > limit) return false;
      limit = start;
      const to = this.#split(end);
      const before = this.#pieces.length;
      const from = this.#split(start);
      const until = to + (this.#pieces.length - before);
      if (this.#pieces.slice(from, until).some((piece) => 'added' in piece)) return false;
      this.#pieces.splice(from, until - from, ...(text === '' ? [] : [{ added: text }]));
    }
    return true;
  }

  /** All changes as edits of the original, sorted, without overlaps. */
  toEdits(): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let text = '';
    for (const piece of [...this.#pieces, { old: [this.#original.length, this.#original.length] as const }]) {
      if ('added' in piece) {
        text += piece.added;
        continue;
      }
      const [start, end] = piece.old;
      if (text !== '' || start > at) edits.push({ range: [at, start], text });
      text = '';
      at = end;
    }
    return edits;
  }

  #textOf(piece: Piece): string {
    return 'added' in piece ? piece.added : this.#original.slice(...piece.old);
  }

  #find(offset: number, holds: (old: Range) => boolean): number | undefined {
    let at = 0;
    for (const piece of this.#pieces) {
      if ('old' in piece && holds(piece.old)) return at + offset - piece.old[0];
      at += this.#textOf(piece).length;
    }
    return undefined;
  }

  /** Makes `offset` a border between pieces and returns the index of the piece that starts there. */
  #split(offset: number): number {
    let at = 0;
    for (const [index, piece] of this.#pieces.entries()) {
      if (at === offset) return index;
      const length = this.#textOf(piece).length;
      if (offset < at + length) {
        const cut = offset - at;
        const parts: Piece[] =
          'added' in piece
            ? [{ added: piece.added.slice(0, cut) }, { added: piece.added.slice(cut) }]
            : [{ old: [piece.old[0], piece.old[0] + cut] }, { old: [piece.old[0] + cut, piece.old[1]] }];
        this.#pieces.splice(index, 1, ...parts);
        return index + 1;
      }
      at += length;
    }
    return this.#pieces.length;
  }
}

function byStart(a: TextEdit, b: TextEdit): number {
  return a.range[0] - b.range[0] || a.range[1] - b.range[1];
}
