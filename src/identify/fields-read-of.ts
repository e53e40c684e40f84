import type { FileSummary, ValueId } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import type { Term } from '../link/term.js';

/** Functions that hand a value on to one another. */
const MAX_DEPTH = 3;
const MAX_FIELDS = 60;

/**
 * Names of the properties that are read of a value which is not seen being made: a parameter, a request's body, the
 * result of an unknown call. Looks into linked functions that it is handed to, so that `validate(form)` tells what a
 * form holds. What is deleted or written over in the file is left out.
 */
export function fieldsReadOf(linked: Linked, { file, id, value }: Term): readonly string[] {
  if (value.k !== 'param' && value.k !== 'member' && value.k !== 'call') return [];
  const changed = changedFields(file, id);
  return [...new Set(readsOf(linked, file, id, 0))].filter((name) => !changed.has(name)).slice(0, MAX_FIELDS);
}

function readsOf(linked: Linked, file: FileSummary, id: ValueId, depth: number): readonly string[] {
  return file.values.flatMap((value, index): readonly string[] => {
    if (value.k === 'member' && value.of === id) return typeof value.key === 'string' ? [value.key] : [];
    if (value.k === 'await' && value.of === id) return readsOf(linked, file, index as ValueId, depth);
    const at = value.k === 'call' || value.k === 'new' ? value.args.indexOf(id) : -1;
    return at < 0 || depth >= MAX_DEPTH ? [] : readByCallees(linked, linked.term(file, index as ValueId), at, depth + 1);
  });
}

function readByCallees(linked: Linked, call: Term, argument: number, depth: number): readonly string[] {
  return linked.callees(call).flatMap(({ file, fn }) => {
    const parameter = file.values.findIndex((value) => value.k === 'param' && value.fn === fn.id && value.index === argument) as ValueId;
    return parameter < 0 ? [] : readsOf(linked, file, parameter, depth);
  });
}

/** `delete req.body.password`, `req.body.password = undefined`. */
function changedFields(file: FileSummary, id: ValueId): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const { effects } of file.functions) {
    for (const effect of effects) {
      const target = effect.e === 'write' || effect.e === 'delete' ? file.values[effect.target] : undefined;
      if (target?.k === 'member' && target.of === id && typeof target.key === 'string') changed.add(target.key);
    }
  }
  return changed;
}
