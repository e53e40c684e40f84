/**
 * The one argument of a scaffold.
 *
 * @throws {Error} when it is missing or does not match.
 */
export function nameArgument(shape: RegExp, usage: string): string {
  const [name, ...rest] = process.argv.slice(2);
  if (!name || rest.length > 0 || !shape.test(name)) throw new Error(usage);
  return name;
}
