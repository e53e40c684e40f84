import type { FileSummary } from './summary.js';
import type { Segment, Value, ValueId } from './value.js';

/** The values that a value is made of, without looking into functions and classes. */
export function operandsOf(value: Value): readonly ValueId[] {
  switch (value.k) {
    case 'template': case 'array': case 'any': case 'op': return value.of;
    case 'member': return [value.of, ...dynamicKeys([value.key])];
    case 'await': return [value.of];
    case 'call': case 'new': return [value.callee, ...value.args];
    case 'object': return [...value.entries.map((entry) => entry.value), ...value.spreads.map((spread) => spread.of)];
    case 'instance': return value.of === undefined ? [] : [value.of];
    case 'patched': return [value.of, ...value.writes.flatMap((write) => [write.value, ...dynamicKeys(write.path)])];
    case 'jsx': return [value.tag, value.attributes, ...value.children];
    default: return [];
  }
}

/** The values at the surface of a function or class: what it returns, does and takes by default. */
export function bodyOf(summary: FileSummary, value: Value): readonly ValueId[] {
  if (value.k === 'function') return functionValues(summary, value.id);
  if (value.k !== 'class') return [];
  const declared = summary.classes[value.id];
  if (declared === undefined) return [];
  return [...declared.members.map((member) => member.value), ...(declared.extends === undefined ? [] : [declared.extends])];
}

function functionValues(summary: FileSummary, id: number): readonly ValueId[] {
  const declared = summary.functions[id];
  if (declared === undefined) return [];
  const defaults = declared.params.flatMap((param) => (param.default === undefined ? [] : [param.default]));
  return [...declared.returns, ...defaults, ...declared.effects.flatMap(valuesOfEffect)];
}

/** The values that an effect names. */
export function valuesOfEffect(effect: FileSummary['functions'][number]['effects'][number]): readonly ValueId[] {
  switch (effect.e) {
    case 'write': return [effect.target, effect.value];
    case 'read': case 'delete': return [effect.target];
    case 'call': return [effect.call];
  }
}

function dynamicKeys(path: readonly Segment[]): readonly ValueId[] {
  return path.flatMap((segment) => (typeof segment === 'object' && 'dynamic' in segment ? [segment.dynamic] : []));
}
