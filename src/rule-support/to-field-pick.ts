import type { Copy, Facts, Write } from '../facts/index.js';
import type { Report, Suggestion } from '../rule.js';
import { findReadFields } from './find-read-fields.js';

/** Where the fields of a stored copy are read, and how to store no others; a rule has its own message for that. */
export interface FieldPick {
  readonly related: NonNullable<Report['related']>;
  /** Absent where the copy is a part of what is written, or its fields may be read elsewhere too. */
  readonly pick?: Omit<Suggestion, 'messageId'>;
}

/** The fields of a stored copy that code reads, as a suggestion to keep only these. */
export function toFieldPick(facts: Facts, write: Write, copy: Copy): FieldPick {
  const fields = findReadFields(facts, write, copy);
  if (!fields) return { related: [] };
  const depth = write.path.length + copy.path.length;
  const related = fields.names.flatMap((name) => {
    const read = fields.reads.find(({ path }) => path[depth] === name);
    return read ? [{ at: read.at, message: `\`${name}\` of it is read here.` }] : [];
  });
  const isWhole = copy.path.length === 0 && copy.properties === undefined && write.others === undefined;
  return { related, ...(isWhole ? { pick: { data: { names: inWords(fields.names) }, edits: [{ edit: 'pick', at: write.at, names: fields.names }] } } : {}) };
}

function inWords(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}` : quoted.join('');
}
