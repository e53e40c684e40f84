/** Whether `<…>` after a name can be type arguments. `unsure` where the language is said elsewhere (`<script lang>`). */
export type Language = 'js' | 'ts' | 'unsure';

/** Decided on the file's name, as parsers do. */
export function languageOf(file: string): Language {
  if (/\.[cm]?tsx?$/i.test(file)) return 'ts';
  return /\.[cm]?jsx?$/i.test(file) ? 'js' : 'unsure';
}
