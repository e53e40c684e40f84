import type { Piece } from './text-pieces.js';

/** A cookie as it is written in a text. */
export interface CookieParts {
  readonly name: readonly Piece[];
  readonly value: readonly Piece[];
  /** By their names in lower case: `max-age`. */
  readonly attributes: ReadonlyMap<string, readonly Piece[]>;
  /** A value is put in where attributes may be: which there are is not known. */
  readonly open: boolean;
}

/** Splits `name=value; max-age=60; secure`. `undefined` where no name is to be seen. */
export function splitCookie(pieces: readonly Piece[]): CookieParts | undefined {
  const [first = [], ...rest] = splitAt(pieces, ';');
  const [name = [], ...value] = splitAt(first, '=');
  if (value.length === 0 || name.length === 0) return undefined;
  const attributes = rest.map((part) => splitAt(part, '='));
  const named = attributes.flatMap(([key = [], ...given]): readonly (readonly [string, readonly Piece[]])[] => {
    const [text, ...others] = key;
    return typeof text === 'string' && others.length === 0 ? [[text.trim().toLowerCase(), given.flat()]] : [];
  });
  const flat = value.flat();
  // `${value}${expires}`
  const isRun = flat.some((piece, index) => typeof piece !== 'string' && index > 0 && typeof flat[index - 1] !== 'string');
  return { name, value: flat, attributes: new Map(named), open: isRun || named.length < attributes.filter(([key = []]) => key.length > 0).length };
}

function splitAt(pieces: readonly Piece[], separator: string): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      parts.at(-1)?.push(piece);
      continue;
    }
    piece.split(separator).forEach((text, index) => {
      if (index > 0) parts.push([]);
      if (text.trim() !== '') parts.at(-1)?.push(text);
    });
  }
  return parts;
}
