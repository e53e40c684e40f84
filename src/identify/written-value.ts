import type { Term } from '../link/term.js';
import type { WriteRow } from '../models/library-model.js';
import { parseAccessPath } from './access-path.js';
import { argumentAt } from './argument-at.js';
import type { IdentifyContext } from './context.js';
import { read } from './readers/read.js';

/** An argument as it is written; what lies deeper (`Argument[0].Return`) as far as it is known. */
export function writtenValue(context: IdentifyContext, call: Term, row: WriteRow): Term {
  if (row.value === undefined) return call;
  if (typeof row.value === 'string' && parseAccessPath(row.value).length === 1) return argumentAt(context.linked, call, row.value) ?? call;
  if (typeof row.value === 'object' && row.value.reader === 'first-of') {
    const [written] = row.value.reads.flatMap((one) => argumentAt(context.linked, call, one) ?? []);
    return written ?? call;
  }
  const known = read({ linked: context.linked, base: call }, row.value).find((found) => found.status === 'known');
  return known?.term ?? call;
}
