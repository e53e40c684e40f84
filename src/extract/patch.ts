import type * as Oxc from 'oxc-parser';
import type { Range, Segment } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import type { Extraction, Later, OpenPatch } from './extraction.js';
import type { Node } from './node.js';
import { rangeOf, staticKey, unwrap } from './node.js';
import { segmentOf } from './segment.js';

/** Note `variable.a.b = value`. Whether the variable holds something that can be patched is known only later. */
export function addPatch(x: Extraction, target: Oxc.MemberExpression, value: Later, at: Range): void {
  const steps: Oxc.MemberExpression[] = [];
  let base: Node = target;
  while (base.type === 'MemberExpression') {
    steps.unshift(base);
    base = unwrap(base.object);
  }
  const path = (): Segment[] => steps.map(step => segmentOf(x, step.property, step.computed));
  add(x, base, { path, value, site: x.site(), at });
}

/** Note `Object.assign(variable, source)`: every property of the source, so the path is empty. */
export function addAssignPatch(x: Extraction, node: Oxc.CallExpression): void {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || staticKey(callee.property, callee.computed) !== 'assign' || !x.isGlobal(callee.object, 'Object')) return;
  const [target, ...sources] = node.arguments;
  if (!target) return;
  for (const source of sources) {
    if (source.type === 'SpreadElement') continue;
    add(x, unwrap(target), { path: () => [], value: () => evaluate(x, source), site: x.site(), at: rangeOf(node) });
  }
}

function add(x: Extraction, base: Node, patch: OpenPatch): void {
  const variable = base.type === 'Identifier' ? x.names.of(base) : undefined;
  if (!variable) return;
  const patches = x.patches.get(variable);
  if (patches) patches.push(patch);
  else x.patches.set(variable, [patch]);
}
