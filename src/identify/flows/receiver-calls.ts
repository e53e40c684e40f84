import type { CallSite, Term } from '../../link/term.js';
import type { IdentifyContext } from '../context.js';

/** Method calls on one of some objects: `scene.enter(…)`, `composer.on('text', …)`, with the method's name. */
export function callsOn(context: IdentifyContext, objects: ReadonlySet<Term>): readonly { readonly site: CallSite; readonly method: string }[] {
  return context.linked.callSites.flatMap((site) => {
    const { value } = site.call;
    const callee = value.k === 'call' ? context.linked.beside(site.call, value.callee) : undefined;
    if (callee?.value.k !== 'member' || typeof callee.value.key !== 'string') return [];
    const receiver = context.linked.beside(callee, callee.value.of);
    return context.linked.views(receiver).some((view) => objects.has(view)) ? [{ site, method: callee.value.key }] : [];
  });
}
