import type { Place } from '../facts/index.js';
import type { Edit } from '../rule.js';

/** The place that an intent is about. Imports have none: they find their own. */
export function placeOfEdit(edit: Exclude<Edit, { edit: 'ensure-import' }>): Place {
  switch (edit.edit) {
    case 'set-property':
      return edit.object;
    case 'add-argument':
      return edit.call;
    case 'insert-statement':
      return 'before' in edit ? edit.before : edit.after;
    default:
      return edit.at;
  }
}
