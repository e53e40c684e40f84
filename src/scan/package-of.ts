/** The package that an import specifier is of: `@scope/name/deep/file.js` is of `@scope/name`, `node:fs` of `fs`. */
export function packageOf(specifier: string): string {
  const bare = specifier.replace(/^node:/, '');
  return bare.split('/').slice(0, bare.startsWith('@') ? 2 : 1).join('/');
}
