/** A hash covers this many characters from the start of its line, tabs and spaces aside, also of the lines that follow. */
const BLOCK = 100;
const FACTOR = 37;
/** Stands behind the last character. */
const END = '\uffff';

const TWO_TO_32 = 0x1_0000_0000;
/** What a character that leaves the block has been multiplied with, in two halves of 32 bits. */
const GONE = BigInt.asUintN(64, BigInt(FACTOR) ** BigInt(BLOCK));
const [GONE_HIGH, GONE_LOW] = [Number(GONE >> 32n), Number(GONE & 0xffff_ffffn)];

/**
 * The hash of each line by which code scanning knows an alert again: `<hash>:<occurrence>`. It is the one that
 * codeql-action computes from the file when a result comes without (`primaryLocationLineHash`); results that are
 * uploaded another way would come twice. Lines end at `\n`, `\r\n` and `\r` there.
 */
export function lineHashes(text: string): readonly string[] {
  const occurrences = new Map<string, number>();
  return blockHashes(text.replace(/\r\n?/g, '\n').replace(/[\t ]/g, '') + END).map((hash) => {
    const occurrence = (occurrences.get(hash) ?? 0) + 1;
    occurrences.set(hash, occurrence);
    return `${hash}:${occurrence}`;
  });
}

/**
 * The hash of the block at the start of each line: a polynomial in 64 bits that moves along the text. It is kept in two
 * halves, so that products stay below 2^53. Behind the text stand zeros.
 */
function blockHashes(text: string): readonly string[] {
  const hashes: string[] = [];
  let [high, low] = [0, 0];
  for (let at = 0; at < text.length + BLOCK - 1; at++) {
    const first = at - BLOCK + 1;
    const [come, gone] = [codeAt(text, at), codeAt(text, first - 1)];
    const sum = low * FACTOR + come - gone * GONE_LOW;
    const carry = Math.floor(sum / TWO_TO_32);
    low = sum - carry * TWO_TO_32;
    const highSum = high * FACTOR + carry - gone * GONE_HIGH;
    high = highSum - Math.floor(highSum / TWO_TO_32) * TWO_TO_32;
    if (first === 0 || (first > 0 && text[first - 1] === '\n')) hashes.push(toHex(high, low));
  }
  return hashes;
}

function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}

function toHex(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
