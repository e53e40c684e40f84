import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { reasonOf } from './problem.js';

export type ReadBytes =
  /** Valid until the next call of {@link ByteReader.read}: every file is read into the same memory. */
  | { readonly bytes: Buffer }
  | { readonly skipped: string }
  | { readonly failed: string };

/** Reads whole files up to a size, one after the other. Never blocks on a pipe, socket or device. */
export class ByteReader {
  private memory: Buffer;

  /** @param limit largest file in bytes */
  constructor(private readonly limit: number) {
    this.memory = Buffer.allocUnsafe(Math.min(limit, 65_536) + 1);
  }

  read(absolute: string): ReadBytes {
    let handle: number;
    try {
      // A pipe that took the place of the listed file would block the plain call for ever.
      handle = openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    } catch (error) {
      const reason = reasonOf(error);
      return reason === 'symbolic link' || reason === 'not a regular file' ? { skipped: reason } : { failed: reason };
    }
    try {
      return this.readOpen(handle);
    } catch (error) {
      return { failed: reasonOf(error) };
    } finally {
      closeSync(handle);
    }
  }

  private readOpen(handle: number): ReadBytes {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { skipped: 'not a regular file' };
    if (stat.size > this.limit) return { skipped: `larger than ${formatBytes(this.limit)}` };
    if (stat.size >= this.memory.length) this.memory = Buffer.allocUnsafe(stat.size + 1);
    let length = 0;
    // A file that grows while it is read is cut at the size it had.
    while (length < stat.size) {
      const read = readSync(handle, this.memory, length, stat.size - length, null);
      if (read === 0) break;
      length += read;
    }
    return { bytes: this.memory.subarray(0, length) };
  }
}

function formatBytes(bytes: number): string {
  if (bytes >= 1_048_576 && bytes % 1_048_576 === 0) return `${bytes / 1_048_576} MiB`;
  if (bytes >= 1_024 && bytes % 1_024 === 0) return `${bytes / 1_024} KiB`;
  return `${bytes} bytes`;
}
