/**
 * A POSIX path as a relative URI reference. All but letters, digits and `-._~` is percent-encoded, so that it stands in
 * Markdown links too. Half a surrogate pair, which no encoding has, becomes U+FFFD.
 */
export function toUri(path: string): string {
  return path.replace(/[\ud800-\udfff]/gu, '\ufffd').split('/').map(encodeSegment).join('/');
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
