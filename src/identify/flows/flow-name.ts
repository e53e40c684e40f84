import type { CallSite } from '../../link/term.js';
import type { Read } from '../../models/library-model.js';
import type { IdentifyContext } from '../context.js';
import { read } from '../readers/read.js';

/** The literal name that a flow is defined with, else `'flow'`. */
export function flowName(context: IdentifyContext, site: CallSite, where: Read): string {
  for (const found of read({ linked: context.linked, base: site.call }, where)) {
    if (found.status === 'known' && found.term.value.k === 'literal') return String(found.term.value.value);
  }
  return 'flow';
}
