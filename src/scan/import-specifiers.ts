const specifier = /\b(?:from|import|require\s{0,4}\(|import\s{0,4}\()\s{0,4}(['"])([^'"\n]{1,300})\1/g;

/**
 * What a file imports, by a regular expression over its bytes as latin1: five times cheaper than a scanner, and a
 * specifier inside a comment does no harm where the graph only decides what to look at.
 */
export function importSpecifiers(latin1: string): readonly string[] {
  const found = new Set<string>();
  specifier.lastIndex = 0;
  for (let match = specifier.exec(latin1); match !== null; match = specifier.exec(latin1)) {
    const raw = match[2] ?? '';
    found.add(/[\x80-\xff]/.test(raw) ? Buffer.from(raw, 'latin1').toString('utf8') : raw);
  }
  return [...found];
}
