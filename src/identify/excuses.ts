import type { FileSummary, SessionConfig } from '../facts/index.js';
import type { CallSite } from '../link/term.js';
import { rowsOf } from './context.js';
import type { IdentifyContext } from './context.js';
import { isBrowserCode } from './is-browser-code.js';
import { isDurableWorkflow } from './is-durable-workflow.js';

/** Where memory of the process is right: a tab's, a replayed workflow's, or that in front of a store. */
export function excuseOf(context: IdentifyContext, site: CallSite): Pick<SessionConfig, 'excuse'> {
  const { file } = site.call;
  if (isBrowserCode(file)) return { excuse: 'browser' };
  if (isDurableWorkflow(file)) return { excuse: 'durable-workflow' };
  return standsInFront(context, site, file) ? { excuse: 'cache' } : {};
}

/** `new TieredSaver(new MemorySaver(), PostgresSaver.fromConnString(url))`: handed to one call beside a durable one. */
function standsInFront(context: IdentifyContext, site: CallSite, file: FileSummary): boolean {
  const { linked, matcher } = context;
  const durable = [...rowsOf(context.models, (model) => model.configs), ...rowsOf(context.models, (model) => model.stores)].filter(({ row }) => ('inProcess' in row ? !row.inProcess : !('store' in row)));
  return linked.callSites.some(({ call }) => {
    if (call.file !== file || (call.value.k !== 'call' && call.value.k !== 'new') || call.value.args.length === 0) return false;
    const handed = call.value.args.map((id) => linked.beside(call, id)).flatMap((term) => (term.value.k === 'array' ? term.value.of.map((id) => linked.beside(term, id)) : [term]));
    if (handed.length < 2 || !handed.some((term) => linked.views(term).some((view) => view.file === file && view.id === site.call.id))) return false;
    return handed.some((term) => linked.views(term).some((view) => view.id !== site.call.id && durable.some(({ row }) => matcher.isItself(view, row) !== undefined)));
  });
}
