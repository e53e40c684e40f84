import type { FunctionId, ModuleVariable } from '../facts/index.js';
import { valueOfVariable } from './evaluate-variable.js';
import type { Extraction } from './extraction.js';
import type { Node } from './node.js';
import { rangeOf, unwrap } from './node.js';
import type { ScopeVariable } from './program.js';

const COLLECTIONS: ReadonlySet<string> = new Set(['NewExpression', 'ObjectExpression', 'ArrayExpression', 'CallExpression']);

/** The variables of the module itself that hold a collection, or that its functions assign. */
export function moduleVariables(x: Extraction): readonly ModuleVariable[] {
  return [...(x.scope?.set.values() ?? [])].flatMap(variable => toModuleVariable(x, variable) ?? []);
}

function toModuleVariable(x: Extraction, variable: ScopeVariable): ModuleVariable | undefined {
  const [definition] = variable.defs;
  if (definition?.type !== 'Variable') return undefined;
  const declared = definition.name as Node;
  const assigned = x.names.writesOf(variable).flatMap(identifier => {
    const binding = x.bindings.get(identifier);
    const value = identifier === declared || !binding || binding.site.fn.id === 0 ? undefined : binding.value;
    return binding && value ? [{ at: rangeOf(identifier), fn: binding.site.fn.id, value: value() }] : [];
  });
  const initial = x.initials.get(declared);
  if (assigned.length === 0 && !(initial && COLLECTIONS.has(unwrap(initial).type))) return undefined;
  return { name: variable.name, at: rangeOf(declared), value: valueOfVariable(x, variable), assigned, read: assigned.length === 0 ? [] : readsOf(x, variable) };
}

function readsOf(x: Extraction, variable: ScopeVariable): ModuleVariable['read'] {
  return x.names.readsOf(variable).flatMap(identifier => {
    const at = rangeOf(identifier);
    const fn = functionAt(x, at[0]);
    return fn === 0 ? [] : [{ at, fn }];
  });
}

/** The innermost function around an offset: functions are listed outer ones first. */
function functionAt(x: Extraction, offset: number): FunctionId {
  return x.functions.findLast(({ at }) => at[0] <= offset && offset < at[1])?.id ?? (0 as FunctionId);
}
