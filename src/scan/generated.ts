/** Says a header comment that a program wrote this file? `@generated`, or `generated … do not edit` in either order. */
export function isGenerated(text: string): boolean {
  const head = text.slice(0, 1_000);
  if (!/generated/i.test(head)) return false;
  const header = /^(?:#![^\n]*\n)?(?:\s*(?:\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|<!--[^]*?(?:-->|$)|(['"])use [a-z ]+\1;?))*/.exec(head)?.[0] ?? '';
  return /@generated\b/.test(header) || /\bgenerated\b[^]{0,200}\bdo not (?:edit|modify|change)\b|\bdo not (?:edit|modify|change)\b[^]{0,200}\bgenerated\b/i.test(header);
}
