import type { CallSite, Env, Term } from '../link/term.js';
import type { IdentifyContext } from './context.js';
import { mentionsParameter } from './mentions-parameter.js';

/** The calls of the function around a call site, where what the call is given depends on them. */
export function contextsOf(context: IdentifyContext, site: CallSite): readonly Env[] {
  return mentionsParameter(context.linked, site.call, site.within.fn.id) ? context.linked.contexts(site.within) : [];
}

/** The call, as one of {@link contextsOf} reaches it. */
export function inContext(context: IdentifyContext, site: CallSite, env: Env | undefined): Term {
  return env ? context.linked.term(site.call.file, site.call.id, env) : site.call;
}
