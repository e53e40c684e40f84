import type { FieldIdentity } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import { NO_ALIASES, type FieldAliases } from '../fields/field-aliases.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import type { SessionRoots } from '../session-roots.js';
import type { ComposedEffect } from './composed-effects.js';

/**
 * The fields that the session has, or has not, wherever a place runs: at the redirect of `if (req.session.email) return
 * res.redirect('/next')` the e-mail is there.
 */
export function fieldsTested(linked: Linked, roots: SessionRoots, { where, tests }: ComposedEffect, wanted: 'present' | 'missing', aliases: FieldAliases = NO_ALIASES): readonly FieldIdentity[] {
  return where.arms.flatMap((arm, index) => {
    const test = tests[index];
    if (test === undefined || (arm.kind !== 'if' && arm.kind !== 'short-circuit')) return [];
    const paths = pathsTested(linked, roots, test, arm.arm === 0, wanted === 'present', 0);
    return paths.flatMap((path) => toFieldIdentity(path, aliases) ?? []);
  });
}

/** Session paths that are there (`present`) or not, given that `test` is `truth`. */
function pathsTested(linked: Linked, roots: SessionRoots, test: Term, truth: boolean, present: boolean, depth: number): readonly (readonly string[])[] {
  const { value } = test;
  if (depth > 6) return [];
  const parts = value.k === 'op' || value.k === 'any' ? value.of.map((id) => linked.beside(test, id)) : [];
  const [left, right] = parts;
  if (value.k === 'op' && value.op === '!' && left) return pathsTested(linked, roots, left, !truth, present, depth + 1);
  if (value.k === 'op' && /^[!=]==?$/.test(value.op) && left && right && isNothing(right)) return pathsTested(linked, roots, left, value.op.startsWith('!') === truth, present, depth + 1);
  // `a && b` holds when both do; `a || b` fails when both do.
  if (value.k === 'any' && value.op === (truth ? '&&' : '||')) return parts.flatMap((part) => pathsTested(linked, roots, part, truth, present, depth + 1));
  const found = truth === present ? roots.pathOf(test) : undefined;
  return found && found.path.length > 0 ? [found.path] : [];
}

function isNothing({ value }: Term): boolean {
  return (value.k === 'literal' && (value.value === null || value.value === '')) || (value.k === 'global' && value.name === 'undefined');
}
