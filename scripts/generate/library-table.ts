import type { LibraryModel } from '../../src/models/library-model.js';

/** What the rows of a model are about, in the words of README, by the model's key. */
const KNOWN: readonly (readonly [keyof LibraryModel, string])[] = [
  ['configs', 'session options'],
  ['stores', 'stores and their lifetime'],
  ['writes', 'entries and their lifetime'],
  ['roots', 'session data'],
  ['routes', 'pages'],
  ['posted', 'posted fields'],
  ['renders', 'rendered templates'],
  ['steps', 'steps of a flow'],
  ['asks', 'questions'],
];

/** The table of libraries in README.md. */
export function toLibraryTable(models: readonly LibraryModel[]): string {
  return ['| Library | What is known of it | Checked against |', '| --- | --- | --- |', ...models.map(toRow)].join('\n');
}

function toRow(model: LibraryModel): string {
  const known = KNOWN.filter(([key]) => (model[key] as readonly unknown[] | undefined)?.length).map(([, words]) => words);
  const others = model.packages.filter((name) => name !== model.id).map((name) => `, \`${name}\``);
  return `| [${model.id}](${model.docs})${others.join('')} | ${known.join(', ')} | ${model.checkedAgainst} |`;
}
