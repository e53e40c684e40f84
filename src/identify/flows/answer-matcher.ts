import type { Term } from '../../link/term.js';
import { rowsOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import type { AnswerTest } from './bot-answers.js';
import { partsOf } from './session-tests.js';

const MAX_DEPTH = 8;

/** Does a value come from what a person has sent, as models tell: `ctx.message.text`, `req.body.Body`? `undefined` where no model tells. */
export function answerMatcher({ linked, matcher, models }: IdentifyContext): AnswerTest | undefined {
  const rows = [...rowsOf(models, (model) => model.answers).map(({ row }) => row), ...rowsOf(models, (model) => model.posted).map(({ row }) => ({ ...row, except: [] }))];
  if (rows.length === 0) return undefined;
  /** Is it such a value, of which the property `below` is used? */
  const isSent = (term: Term, below: unknown): boolean => rows.some((row) => row.except?.includes(String(below)) !== true && matcher.matches(term, row) !== undefined);
  const isIn = (term: Term, below: unknown, depth: number): boolean => {
    if (depth > MAX_DEPTH) return false;
    if ((term.value.k === 'member' || term.value.k === 'call') && isSent(term, below)) return true;
    const key = term.value.k === 'member' ? term.value.key : undefined;
    return partsOf(linked, term).some((part) => isIn(part, key, depth + 1));
  };
  return (term) => isIn(term, undefined, 0);
}
