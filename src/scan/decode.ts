import { isUtf8 } from 'node:buffer';

/** A file's text, without its byte order mark. */
export interface DecodedText {
  readonly text: string;
  /** False when the bytes are not valid UTF-8: decoding and encoding would destroy them, so nothing may be written. */
  readonly fixable: boolean;
}

/** UTF-8 to text. Invalid bytes become U+FFFD. */
export function decode(bytes: Buffer): DecodedText {
  const text = bytes.toString('utf8');
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, fixable: isUtf8(bytes) };
}
