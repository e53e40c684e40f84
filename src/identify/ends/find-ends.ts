import type { End, Place } from '../../facts/index.js';
import type { Env, FunctionRef } from '../../link/term.js';
import { placeIn } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { composedEffects } from '../flows/composed-effects.js';
import type { ComposedEffect } from '../flows/composed-effects.js';
import { findPages } from '../flows/page-routes.js';
import { isOwnKey } from '../is-own-key.js';
import type { SessionPath, SessionRoots } from '../session-roots.js';
import { wordsOf } from '../words-of.js';

/** `logout`, `handleSignOut`, `logOutUser`, `signoutController`; not `isLoggedOut`, `LogoutButton`. */
const NAME = /^(?:(?:handle|on|do|perform|process|auth|user|admin|post|get)_?)?(?:log|sign)_?(?:out|off)(?:(?:[A-Z_]\w*)?(?:User|Handler|Action|Controller|Session|Customer|Admin|Submit|Click))?$/i;
const PATH = /(?:^|\/)(?:log|sign)[-_]?(?:out|off)\/?$/i;
/** What may clear more than is seen. */
const MAY_CLEAR = /(?:log|sign)_?(?:out|off)|clear|reset|destroy|remove|delete|invalidate|revoke|purge|end_?session|clean|expire|dispatch|next|setState|setUser|setAuth/i;

/** Functions and routes that sign people out. */
export function findEnds(context: IdentifyContext, roots: SessionRoots): readonly End[] {
  const found = new Map<FunctionRef['fn'], End>();
  for (const page of findPages(context)) {
    if (!PATH.test(page.path)) continue;
    for (const { ref, env } of [...page.shows, ...page.takes]) found.set(ref.fn, toEnd(context, roots, page.path, ref, env));
  }
  for (const file of context.linked.files.values()) {
    for (const fn of file.functions) if (fn.name !== undefined && NAME.test(fn.name) && !found.has(fn)) found.set(fn, toEnd(context, roots, fn.name, { file, fn }));
  }
  return [...found.values()];
}

function toEnd(context: IdentifyContext, roots: SessionRoots, name: string, ref: FunctionRef, env?: Env): End {
  const { linked } = context;
  const effects = runsOf(context, ref, env);
  const further = effects.flatMap(({ effect, ref: within, env: inside, at }): readonly Place[] => {
    // `req.session.cookie.maxAge = 0` ends the record in the library's own way.
    if (effect.e === 'write') return isOfLibrary(roots.pathOf(linked.term(within.file, effect.target, inside))) ? [at] : [];
    if (effect.e !== 'call') return [];
    const call = linked.term(within.file, effect.call, inside);
    if (call.value.k !== 'call' || linked.callees(call).length > 0) return [];
    return MAY_CLEAR.test(wordsOf(linked, linked.beside(call, call.value.callee)).at(-1) ?? '') ? [at] : [];
  });
  return {
    fact: 'end',
    at: placeIn(ref.file, ref.fn.at),
    identity: 'linked',
    library: 'project',
    where: { fn: ref.fn.id, order: 0, arms: [], statement: ref.fn.at },
    name,
    runs: effects.map(({ at }) => at),
    further,
  };
}

function isOfLibrary(path: SessionPath | undefined): boolean {
  return path !== undefined && isOwnKey(path);
}

const MAX_FUNCTIONS = 30;

/** What runs, and what stands in callbacks of all that runs: `req.logout(() => req.session.destroy())`. */
function runsOf({ linked }: IdentifyContext, ref: FunctionRef, env: Env | undefined): readonly ComposedEffect[] {
  const effects = [...composedEffects(linked, ref, env)];
  const seen = new Set([ref.fn]);
  const pending = new Map([[ref.fn, ref], ...effects.map((one) => [one.ref.fn, one.ref] as const)]);
  for (const [fn, { file }] of pending) {
    for (const inner of file.functions) {
      if (inner.parent !== fn.id || seen.has(inner) || seen.size > MAX_FUNCTIONS) continue;
      seen.add(inner);
      for (const one of composedEffects(linked, { file, fn: inner })) {
        effects.push(one);
        pending.set(one.ref.fn, one.ref);
      }
      pending.set(inner, { file, fn: inner });
    }
  }
  return effects;
}
