/** `1 file`, `2 files`, `1,204 files`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${number === 1 ? noun : plural}`;
}
