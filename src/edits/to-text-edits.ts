import type { Range } from '../facts/index.js';
import type { Edit } from '../rule.js';
import { addArgument } from './add-argument.js';
import { Draft } from './draft.js';
import type { EditSource } from './edit-source.js';
import { ensureImport } from './ensure-import.js';
import { fileOfEdit } from './file-of-edit.js';
import { insertStatement } from './insert-statement.js';
import { languageOf } from './language.js';
import { pickProperties } from './pick-properties.js';
import { placeOfEdit } from './place-of-edit.js';
import { removeProperty } from './remove-property.js';
import { removeStatement } from './remove-statement.js';
import { replaceCode } from './replace-code.js';
import { setProperty } from './set-property.js';
import type { TextEdit } from './text-edit.js';
import { wrapCode } from './wrap-code.js';

/**
 * Turns intents into edits of the text: sorted, without overlaps, in the style of the file, every comment kept.
 * Intents of one suggestion build on each other in their order; their places are all places of the text as given.
 *
 * @returns `[]` when everything is as intended already; `undefined` when one of them cannot be done safely: it is
 * for another file, its surroundings cannot be read, or it undoes another
 */
export function toTextEdits(edits: readonly Edit[], source: EditSource): readonly TextEdit[] | undefined {
  const draft = new Draft(source.text);
  for (const edit of edits) {
    const place = edit.edit === 'ensure-import' ? undefined : placeOfEdit(edit);
    const range = place ? draft.map(place.range) : undefined;
    if (fileOfEdit(edit) !== source.file || (place && (!range || !isInside(place.range, source.text)))) return undefined;
    const changes = toChanges(edit, range ?? [0, 0], source, draft);
    if (!changes || !draft.apply(changes)) return undefined;
  }
  return draft.toEdits();
}

function toChanges(edit: Edit, range: Range, source: EditSource, draft: Draft): readonly TextEdit[] | undefined {
  const { style, anchors } = source;
  const { text } = draft;
  const language = languageOf(source.file);
  const codeStart = draft.mapEnd(anchors.afterDirectives) ?? 0;
  switch (edit.edit) {
    case 'set-property':
      return setProperty({ text, style }, range, edit.path, edit.code);
    case 'remove-property':
      return removeProperty(text, range, codeStart);
    case 'remove-statement':
      return removeStatement(text, range, codeStart);
    case 'replace':
      return replaceCode(text, range, edit.code, style);
    case 'add-argument':
      return addArgument(text, range, { index: edit.index, code: edit.code, style, language });
    case 'insert-statement':
      return insertStatement(text, range, { side: 'before' in edit ? 'before' : 'after', code: edit.code, style, codeStart });
    case 'pick':
      return pickProperties(text, range, { names: edit.names, style });
    case 'wrap':
      return wrapCode(text, range, { before: edit.before, after: edit.after, style });
    case 'ensure-import': {
      const lastImportEnd = anchors.lastImportEnd === undefined ? undefined : draft.mapEnd(anchors.lastImportEnd);
      const moved = { moduleKind: anchors.moduleKind, afterDirectives: codeStart, ...(lastImportEnd !== undefined && { lastImportEnd }) };
      return ensureImport({ text, original: source.text, style, anchors: moved }, edit.from, edit.name);
    }
  }
}

function isInside([start, end]: Range, text: string): boolean {
  return 0 <= start && start <= end && end <= text.length;
}
