import type { FunctionRef, Term } from '../../link/term.js';
import type { IdentifyContext } from '../context.js';
import { wordsOf } from '../words-of.js';
import { changesNothing } from './look-up-words.js';
import type { RunStep } from './run-of.js';
import { termKey } from './term-key.js';

const MAX_DEPTH = 3;

/** Is what was looked up, and what it was looked up by, still the same after this step? */
export function stays(context: IdentifyContext, step: RunStep, lookUp: RunStep): boolean {
  if (step.asks !== undefined) return true;
  if (step.effect.e === 'call') return step.entered === true || isHarmless(context, step.call, 0);
  if (step.effect.e === 'read') return true;
  const target = termKey(context.linked, step.call);
  return target === undefined ? step.call.value.k === 'member' : lookUp.asks?.key.includes(target) !== true;
}

/** A call that changes nothing that is stored, waits for nothing, and runs nothing of which that is not known. */
function isHarmless(context: IdentifyContext, call: Term, depth: number): boolean {
  const { linked } = context;
  const { value } = call;
  if (value.k !== 'call' && value.k !== 'new') return true;
  if (depth > MAX_DEPTH || !value.args.every((id) => linked.functionsOf(linked.beside(call, id)).every((ref) => isHarmlessInside(context, ref, depth)))) return false;
  if (value.k === 'new') return true;
  const callees = linked.callees(call);
  if (callees.length > 0) return callees.every((ref) => isHarmlessInside(context, ref, depth));
  return changesNothing(wordsOf(linked, linked.beside(call, value.callee)).at(-1) ?? '');
}

function isHarmlessInside(context: IdentifyContext, { file, fn }: FunctionRef, depth: number): boolean {
  return fn.effects.every((effect) => effect.e !== 'call' || isHarmless(context, context.linked.term(file, effect.call), depth + 1));
}
