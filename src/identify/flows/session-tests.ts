import type { Ask, FieldIdentity } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import { NO_ALIASES, type FieldAliases } from '../fields/field-aliases.js';
import { sameField } from '../fields/same-field.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import type { SessionMemory } from '../session-roots.js';
import type { ComposedEffect } from './composed-effects.js';

/** The paths of session memory that a value is made from: `!ctx.session.email && ctx.session.step` mentions two. */
export function sessionPathsIn(linked: Linked, roots: SessionMemory, term: Term, depth = 0): readonly (readonly string[])[] {
  if (depth > 8) return [];
  const own = roots.pathOf(term);
  if (own && own.path.length > 0) return [[own.match.row.name, ...own.path]];
  return partsOf(linked, term).flatMap((part) => sessionPathsIn(linked, roots, part, depth + 1));
}

/** The values that a value is put together from. */
export function partsOf(linked: Linked, term: Term): readonly Term[] {
  const { value } = term;
  switch (value.k) {
    case 'op':
    case 'any':
    case 'template':
    case 'array':
      return value.of.map((id) => linked.beside(term, id));
    case 'member':
    case 'await':
    case 'patched':
      return [linked.beside(term, value.of)];
    case 'instance':
      return value.of === undefined ? [] : [linked.beside(term, value.of)];
    case 'call':
    case 'new':
      return [linked.beside(term, value.callee), ...value.args.map((id) => linked.beside(term, id))];
    case 'object':
      return [...value.entries.map((entry) => linked.beside(term, entry.value)), ...value.spreads.map((spread) => linked.beside(term, spread.of)), ...(value.computed ?? []).map((entry) => linked.beside(term, entry.value))];
    case 'param':
    case 'import':
      return linked.step(term);
    default:
      return [];
  }
}

/** What {@link guardOf} finds. */
export type Guard = Pick<Ask, 'guard' | 'guardedBy'>;

/**
 * Under which condition a place runs, as far as an ask of `field` is concerned. `missing`: a test of the session's
 * value of that field; `other`: any other branch that `counts`.
 */
export function guardOf(linked: Linked, roots: SessionMemory, { where, tests }: Pick<ComposedEffect, 'where' | 'tests'>, field: FieldIdentity | undefined, isHarmless: (test: Term, arm: number) => boolean, aliases: FieldAliases = NO_ALIASES): Guard {
  let guard: 'none' | 'other' = 'none';
  for (const [index, arm] of where.arms.entries()) {
    const test = tests[index];
    if (arm.kind === 'loop') guard = 'other';
    if (arm.kind === 'try' || arm.kind === 'loop') continue;
    if (test === undefined) {
      guard = 'other';
      continue;
    }
    const names = sessionPathsIn(linked, roots, test);
    const tested = field === undefined ? [] : names.filter((path) => { const identity = toFieldIdentity(path.slice(1), aliases); return identity !== undefined && (sameField(identity, field) || identity.meaning === field.meaning); });
    if (tested.length > 0) return { guard: 'missing', guardedBy: tested };
    if (!isHarmless(test, arm.arm)) guard = 'other';
  }
  return { guard };
}
