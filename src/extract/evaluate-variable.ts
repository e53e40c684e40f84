import type { Patch, ValueId } from '../facts/index.js';
import type { Binding, Extraction, OpenPatch, VariableState } from './extraction.js';
import type { Expression } from './node.js';
import type { ScopeVariable } from './program.js';
import { typeReference } from './type-reference.js';
import { MAX_ALTERNATIVES } from './value-table.js';

/** What is seen where the name of a variable or a global is used. */
export function evaluateIdentifier(x: Extraction, node: Extract<Expression, { type: 'Identifier' }>): ValueId {
  const variable = x.names.of(node);
  return variable ? valueOfVariable(x, variable) : x.table.global(node.name);
}

/**
 * What a variable may hold, wherever it is read: its only write, or any of its writes; with the properties that are
 * set on it afterwards.
 */
export function valueOfVariable(x: Extraction, variable: ScopeVariable): ValueId {
  const known = x.variables.get(variable);
  if (known?.value !== undefined) return known.value;
  if (known) {
    x.provisional += 1;
    return known.before ?? x.table.unknown('cycle');
  }
  const state: VariableState = { value: undefined, before: undefined };
  x.variables.set(variable, state);
  const bindings = x.names.bindingsOf(variable).flatMap(identifier => x.bindings.get(identifier) ?? []);
  const written = valueOfWrites(x, bindings, state);
  // `o.self = o`: while the patches are evaluated, the variable is what it was without them.
  state.before = written;
  const patched = applyPatches(x, written, bindings, x.patches.get(variable));
  state.value = seenAsDeclared(x, patched, bindings);
  return state.value;
}

function valueOfWrites(x: Extraction, bindings: readonly Binding[], state: VariableState): ValueId | undefined {
  const values = new Set<ValueId>();
  const [declared] = bindings;
  for (const binding of bindings) {
    if (!binding.value) continue;
    // `options = options || {}` behind the declaration means what it was before; in a loop or another function
    // nobody knows.
    const straight = binding.site.fn === declared?.site.fn && binding.site.arms.every(arm => arm.kind !== 'loop');
    state.before = straight && values.size > 0 ? x.table.any('writes', [...values]) : undefined;
    values.add(binding.value());
    if (values.size > MAX_ALTERNATIVES) return x.table.unknown('budget');
  }
  if (values.size > 0) return x.table.any('writes', [...values]);
  // A type, a namespace: no value of its own.
  return bindings.length === 0 ? x.table.unknown('dynamic') : undefined;
}

/** `let r: Redis` is an instance without a value, `let r` is undefined. */
function seenAsDeclared(x: Extraction, value: ValueId | undefined, bindings: readonly Binding[]): ValueId {
  const annotation = bindings.find(binding => binding.type)?.type;
  const type = annotation && typeReference(x, annotation);
  if (type) return x.table.instance(value, type);
  return value ?? x.table.undefined();
}

const PATCHABLE: ReadonlySet<string> = new Set(['object', 'array', 'call', 'new']);

function applyPatches(x: Extraction, value: ValueId | undefined, bindings: readonly Binding[], patches: readonly OpenPatch[] | undefined): ValueId | undefined {
  if (value === undefined || !patches || !PATCHABLE.has(x.table.get(value).k)) return value;
  const declared = bindings.find(binding => binding.value);
  const writes = patches.map((patch): Patch => ({ path: patch.path(), value: patch.value(), certainty: certaintyOf(patch, declared), at: patch.at }));
  return x.table.patched(value, writes);
}

/** A patch is certain when it runs whenever the declaration runs. */
function certaintyOf(patch: OpenPatch, declared: Binding | undefined): 'must' | 'may' {
  if (!declared || patch.site.fn !== declared.site.fn) return 'may';
  return patch.site.arms.every(arm => declared.site.arms.includes(arm)) ? 'must' : 'may';
}
