export { applyTextEdits } from './apply-text-edits.js';
export type { EditSource } from './edit-source.js';
export type { TextEdit } from './text-edit.js';
export { toTextEdits } from './to-text-edits.js';
