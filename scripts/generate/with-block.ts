/**
 * A text with what stands between `<!-- name:start -->` and `<!-- name:end -->` replaced.
 *
 * @throws {Error} when the two markers are not there.
 */
export function withBlock(text: string, name: string, content: string): string {
  const startMarker = `<!-- ${name}:start -->`;
  const start = text.indexOf(startMarker);
  const end = text.indexOf(`<!-- ${name}:end -->`);
  if (start < 0 || end < start) throw new Error(`There is no ${startMarker} with its end.`);
  return `${text.slice(0, start + startMarker.length)}\n\n${content.trimEnd()}\n\n${text.slice(end)}`;
}
