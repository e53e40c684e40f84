/** A hash covers this many characters from the start of its line, tabs and spaces aside, also of the lines that follow. */
const BLOCK = 100;
const FACTOR = 37;
/** Stands behind the last character. */
const END = '\uffff';
const TWO_TO_32 = 0x1_0000_0000;

/**
 * The hash of each line by which code scanning knows an alert again: `<hash>:<occurrence>`. It is the one that
 * codeql-action computes from the file when a result comes without (`primaryLocationLineHash`); results that are
 * uploaded another way would come twice. Lines end at `\n`, `\r\n` and `\r` there.
 */
export function lineHashes(text: string): readonly string[] {
  const all = text.replace(/\r\n?/g, '\n').replace(/[\t ]/g, '') + END;
  const starts = [0, ...Array.from(all.matchAll(/\n/g), ({ index }) => index + 1)];
  const occurrences = new Map<string, number>();
  return starts.map((start) => {
    const hash = hashFrom(all, start);
    const occurrence = (occurrences.get(hash) ?? 0) + 1;
    occurrences.set(hash, occurrence);
    return `${hash}:${occurrence}`;
  });
}

/** A polynomial in 64 bits, kept in two halves of 32: products stay below 2^53. */
function hashFrom(text: string, start: number): string {
  let [high, low] = [0, 0];
  for (let at = start; at < start + BLOCK; at++) {
    const sum = low * FACTOR + (at < text.length ? text.charCodeAt(at) : 0);
    low = sum % TWO_TO_32;
    high = (high * FACTOR + Math.floor(sum / TWO_TO_32)) % TWO_TO_32;
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
