import { ByteReader, type ReadBytes } from './byte-reader.js';
import { decode, type DecodedText } from './decode.js';
import type { SourceFile } from './discover.js';
import { isGenerated } from './generated.js';
import { isMinified } from './minified.js';
import { sniff } from './sniff.js';

export type ReadText = DecodedText | { readonly skipped: string } | { readonly failed: string };

/** Reads files of a scan as bytes (to filter) or as text (to parse), with every policy about content in one place. */
export class SourceTexts {
  private readonly reader: ByteReader;
  private readonly texts = new Map<string, DecodedText>();

  /** @param limit largest file in bytes */
  constructor(limit: number) {
    this.reader = new ByteReader(limit);
  }

  /** The bytes as latin1, one character a byte. */
  latin1(file: SourceFile): { readonly latin1: string } | { readonly skipped: string } | { readonly failed: string } {
    const read = this.bytes(file);
    return 'bytes' in read ? { latin1: read.bytes.toString('latin1') } : read;
  }

  /** The text, remembered: reports quote from it and suggestions change it. */
  text(file: SourceFile): ReadText {
    const known = this.texts.get(file.path);
    if (known !== undefined) return known;
    const read = this.bytes(file);
    if (!('bytes' in read)) return read;
    const decoded = decode(read.bytes);
    if (!file.named) {
      if (isMinified(decoded.text)) return { skipped: 'minified' };
      if (isGenerated(decoded.text)) return { skipped: 'generated' };
    }
    this.texts.set(file.path, decoded);
    return decoded;
  }

  /** Text that {@link text} has read before. */
  known(path: string): DecodedText | undefined {
    return this.texts.get(path);
  }

  private bytes(file: SourceFile): ReadBytes {
    const read = this.reader.read(file.absolute);
    if (!('bytes' in read)) return read;
    const skipped = sniff(read.bytes);
    return skipped === undefined ? read : { skipped };
  }
}
