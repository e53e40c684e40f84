/** Accents and the German sharp s go: `Straße` is `strasse`, `prénom` is `prenom`. */
function withoutAccents(text: string): string {
  return text.replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/**
 * The lower-case words of a name in camel, Pascal, snake, kebab or constant case; digits are words of their own.
 *
 * @example `toWords('billing_emailAddress2')` is `['billing', 'email', 'address', '2']`; `toWords('userSSN')` is `['user', 'ssn']`.
 */
export function toWords(name: string): string[] {
  const spaced = withoutAccents(name)
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/(\p{L})(\d)/gu, '$1 $2')
    .replaceAll(/(\d)(\p{L})/gu, '$1 $2');
  return spaced.toLowerCase().split(/[^\p{L}\d]+/u).filter((word) => word !== '');
}
