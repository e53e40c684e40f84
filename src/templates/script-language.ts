/** What a script is parsed as. */
export type ScriptLanguage = 'js' | 'ts' | 'jsx' | 'tsx';

const LANGUAGES: ReadonlyMap<string, ScriptLanguage> = new Map([
  ['', 'js'],
  ['js', 'js'],
  ['javascript', 'js'],
  ['mjs', 'js'],
  ['module', 'js'],
  ['babel', 'js'],
  ['ecmascript', 'js'],
  ['jsx', 'jsx'],
  ['ts', 'ts'],
  ['typescript', 'ts'],
  ['tsx', 'tsx'],
]);

/** The language of a `<script>`: `lang="ts"`, `type="text/typescript"`. `undefined`: one that is not read. */
export function scriptLanguage(attributes: ReadonlyMap<string, string>): ScriptLanguage | undefined {
  const written = attributes.get('lang') ?? attributes.get('type')?.replace(/^(?:text|application)\/(?:x-)?/i, '') ?? '';
  return LANGUAGES.get(written.trim().toLowerCase());
}
