/** `no-repeated-ask` → `noRepeatedAsk`: the name that a file's one export has. */
export function toCamelCase(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
