import type { Capture } from '../../facts/index.js';
import { resolveTerm } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { IdentifyContext } from '../context.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import type { SessionRoots } from '../session-roots.js';
import { wordsOf } from '../words-of.js';
import type { ComposedEffect } from './composed-effects.js';
import { literals } from './page-routes.js';
import type { PageAsk } from './template-asks.js';

/** What an effect keeps of a posted form: `session.email = req.body.email`, `session.form = { …, email }`. */
export function pageCaptures(context: IdentifyContext, roots: SessionRoots, one: ComposedEffect, posted: (term: Term) => string[] | undefined, asks: readonly PageAsk[]): readonly Capture[] {
  const { linked } = context;
  const taken = storedBy(context, one);
  if (!taken) return [];
  const target = roots.pathOf(taken.target);
  if (!target) return [];
  const path = [target.match.row.name, ...target.path];
  const capture = (names: readonly string[], below: readonly string[], at = one.at): readonly Capture[] => {
    // The page knows more of `q_18` than its name.
    const asked = asks.find((ask) => ask.names.join('\u0000') === names.join('\u0000'))?.ask.field;
    const field = asked ?? toFieldIdentity(names, context.fieldAliases);
    return field ? [{ at, memory: target.match.row.memory, field, path: [...path, ...below], where: one.where }] : [];
  };
  const whole = (): readonly Capture[] => asks.flatMap(({ names }) => capture(names, names));
  const own = posted(taken.value);
  if (own) return own.length > 0 ? capture(own, []) : whole();
  const inside = (value: Term, below: readonly string[]): readonly Capture[] => resolveTerm(linked, value).flatMap((found): readonly Capture[] => {
    if (found.status !== 'known' || found.term.value.k !== 'object' || below.length > 3) return [];
    const { term } = found;
    if (term.value.k !== 'object') return [];
    const spread = below.length === 0 && term.value.spreads.some(({ of }) => posted(linked.beside(term, of))?.length === 0) ? whole() : [];
    // `{ ...forms, [page]: form }`, where a caller says which page
    const computed = (term.value.computed ?? []).flatMap(({ key, ...entry }) => {
      const [name, ...others] = literals(context, linked.beside(term, key));
      return name === undefined || others.length > 0 ? [] : [{ ...entry, key: name }];
    });
    const named = [...term.value.entries, ...computed].flatMap((entry) => {
      const inner = linked.beside(term, entry.value);
      const name = posted(inner);
      // `journey = { search: { surname: req.body.surname } }`
      if (name === undefined) return inside(inner, [...below, entry.key]);
      return name.length > 0 ? capture(name, [...below, entry.key], { file: term.file.file, range: entry.at }) : [];
    });
    return [...spread, ...named];
  });
  return inside(taken.value, []);
}

/** `session.email = x`, `Object.assign(session.form, x)`. */
function storedBy({ linked }: IdentifyContext, one: ComposedEffect): { readonly target: Term; readonly value: Term } | undefined {
  const { effect, ref, env } = one;
  if (effect.e === 'write') return { target: linked.term(ref.file, effect.target, env), value: linked.term(ref.file, effect.value, env) };
  if (effect.e !== 'call') return undefined;
  const call = linked.term(ref.file, effect.call, env);
  if (call.value.k !== 'call' || wordsOf(linked, linked.beside(call, call.value.callee)).join('.') !== 'Object.assign') return undefined;
  const [target, value] = call.value.args;
  return target === undefined || value === undefined ? undefined : { target: linked.beside(call, target), value: linked.beside(call, value) };
}
