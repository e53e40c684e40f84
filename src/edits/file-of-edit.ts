import type { Edit } from '../rule.js';
import { placeOfEdit } from './place-of-edit.js';

/** The file that an intent changes, as places name it. */
export function fileOfEdit(edit: Edit): string {
  return edit.edit === 'ensure-import' ? edit.file : placeOfEdit(edit).file;
}
