import type { Term } from '../link/term.js';
import type { Row } from '../models/library-model.js';
import { matchCalls, rowsOf } from './context.js';
import type { IdentifyContext, ModelRow } from './context.js';

/** Calls of which models say what they do with the session that they are handed: `commitSession(session)`. */
export function knownCalls(context: IdentifyContext): ReadonlySet<Term> {
  const rows: readonly ModelRow<Row>[] = [
    ...rowsOf(context.models, (model) => model.saves),
    ...rowsOf(context.models, (model) => model.writes),
    ...rowsOf(context.models, (model) => model.reads),
    ...rowsOf(context.models, (model) => model.clears),
    ...rowsOf(context.models, (model) => model.escapes),
  ];
  return new Set(matchCalls(context, rows).map(({ site }) => site.call));
}
