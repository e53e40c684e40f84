import type { TypeDeclaration, TypeRef, TypeShape } from '../../facts/index.js';

/** The types that a declaration names: what it extends, and those of its members. */
export function refsOfDeclaration(type: TypeDeclaration): readonly TypeRef[] {
  const refs = [...type.extends];
  for (const member of type.members) refsOfShape(member.type, refs);
  if (type.shape !== undefined) refsOfShape(type.shape, refs);
  return refs;
}

function refsOfShape(root: TypeShape, refs: TypeRef[]): void {
  const pending = [root];
  for (let shape = pending.pop(); shape !== undefined; shape = pending.pop()) {
    if (typeof shape === 'string') continue;
    if ('ref' in shape) refs.push(shape.ref);
    else if ('array' in shape) pending.push(shape.array);
    else if ('union' in shape) pending.push(...shape.union);
    else if ('object' in shape) pending.push(...shape.object.map((member) => member.type));
  }
}
