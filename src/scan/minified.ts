const longAverage = 500;
/** A short file on one line is data or a one-liner, not a bundle. */
const smallest = 4_096;

/** Was this text written by a bundler? Judged by the average length of its lines (more than 500 characters). */
export function isMinified(text: string): boolean {
  if (text.length < smallest) return false;
  const most = text.length / longAverage;
  let lines = 1;
  // Any terminator of the language counts: a file of the old Mac has no line feed at all.
  const terminator = /\r\n|[\n\r\u2028\u2029]/g;
  while (terminator.exec(text) !== null) {
    if (++lines >= most) return false;
  }
  return true;
}
