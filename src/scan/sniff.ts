/** Bytes looked at. */
const sniffed = 8_192;
/** MPEG transport streams are named `.ts` too; every packet of 188 bytes starts with this. */
const transportStreamSync = 0x47;

/** Why these bytes are no source text, or `undefined` when they may be. Looks at the first 8 KiB. */
export function sniff(bytes: Buffer): 'not UTF-8' | 'binary' | undefined {
  if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    return 'not UTF-8';
  }
  const head = bytes.subarray(0, sniffed);
  if (isTransportStream(head)) return 'binary';
  const firstNul = head.indexOf(0);
  if (firstNul < 0) return undefined;
  let nuls = 0;
  for (let at = firstNul; at >= 0; at = head.indexOf(0, at + 1)) nuls++;
  // A NUL or two inside a string literal is legal source.
  return nuls > 4 && nuls > head.length / 100 ? 'binary' : undefined;
}

function isTransportStream(head: Buffer): boolean {
  if (head.length < 188 * 3) return false;
  for (let at = 0; at < head.length; at += 188) {
    if (head[at] !== transportStreamSync) return false;
  }
  return true;
}
