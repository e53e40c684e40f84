import type { FlowStep } from '../../facts/index.js';
import type { Term } from '../../link/term.js';
import type { IdentifyContext } from '../context.js';
import type { SessionMemory } from '../session-roots.js';
import type { ComposedEffect } from './composed-effects.js';

/** The session paths that an effect clears: `delete`, emptying writes, and the end of the whole session (`[]`). */
export function clearsOf({ linked }: IdentifyContext, roots: SessionMemory, one: ComposedEffect): FlowStep['clears'] {
  const { effect, ref, env } = one;
  if (effect.e === 'read') return [];
  if (effect.e === 'call') return roots.isEndedBy(linked.term(ref.file, effect.call, env)) ? [[]] : [];
  const target = roots.pathOf(linked.term(ref.file, effect.target, env));
  if (!target) return [];
  const empties = effect.e === 'delete' || (effect.op === '=' && isEmpty(linked.term(ref.file, effect.value, env)));
  return empties ? [[target.match.row.name, ...target.path]] : [];
}

/** `null`, `undefined`, `{}`: what is written to forget. */
export function isEmpty({ value }: Term): boolean {
  if (value.k === 'literal') return value.value === null || value.value === '';
  if (value.k === 'global') return value.name === 'undefined';
  return value.k === 'object' && value.entries.length === 0 && value.spreads.length === 0 && !value.open;
}
