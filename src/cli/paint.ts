import { styleText } from 'node:util';

/** Colours text for one stream. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** `NO_COLOR` wins over `FORCE_COLOR`, which wins over what the stream is. */
export function hasColour(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && environment['TERM'] !== 'dumb';
}

/** @param colour from {@link hasColour} */
export function paintFor(colour: boolean): Paint {
  return colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
}
