import type { Term } from '../../link/term.js';
import { rowsOf } from '../context.js';
import type { IdentifyContext } from '../context.js';

/** The name of the posted field that a value is: `req.body.email` gives `['email']`, `req.body` and `matchedData(req)` themselves `[]`. */
export function postedMatcher(context: Pick<IdentifyContext, 'linked' | 'matcher' | 'models'>): (term: Term) => string[] | undefined {
  const rows = rowsOf(context.models, (model) => model.posted);
  const posted = (term: Term, depth = 0): string[] | undefined => {
    if (depth > 6) return undefined;
    for (const view of context.linked.views(term)) {
      if ((view.value.k === 'member' || view.value.k === 'call') && rows.some(({ row }) => context.matcher.matches(view, row))) return [];
      if (view.value.k === 'member' && typeof view.value.key === 'string') {
        const outer = posted(context.linked.beside(view, view.value.of), depth + 1);
        if (outer) return [...outer, view.value.key];
      }
      // `req.body.email.trim()`
      if (view.value.k === 'call') {
        const callee = context.linked.beside(view, view.value.callee);
        const receiver = callee.value.k === 'member' ? posted(context.linked.beside(callee, callee.value.of), depth + 1) : undefined;
        if (receiver && receiver.length > 0) return receiver;
      }
    }
    return undefined;
  };
  return (term) => posted(term);
}
