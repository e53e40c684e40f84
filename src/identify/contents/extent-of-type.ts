import type { FileSummary, TypeShape } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import { typeDeclaration } from '../../link/type-declaration.js';

/** How much a written type lets through. `small`: a list of scalars, an object of a few; `list`: of objects. */
export type Extent = 'scalar' | 'small' | 'object' | 'list' | 'unknown';

const MAX_DEPTH = 5;
const MAX_UNION = 40;
/** A flat object with up to so many scalar members is small. */
const MAX_MEMBERS = 20;

/** How much a value of this type may hold, as far as declarations tell. `shape` is read in `file`. */
export function extentOfType(linked: Linked, file: FileSummary, shape: TypeShape, depth = 0): Extent {
  if (depth > MAX_DEPTH) return 'unknown';
  if (typeof shape === 'string') return shape === 'unknown' || shape === 'binary' ? 'unknown' : 'scalar';
  if ('literals' in shape) return 'scalar';
  if ('array' in shape) return ofList(extentOfType(linked, file, shape.array, depth + 1));
  if ('union' in shape) return ofUnion(shape.union.slice(0, MAX_UNION).filter((part) => part !== 'null').map((part) => extentOfType(linked, file, part, depth + 1)));
  if ('object' in shape) return ofMembers(shape.object.map(({ type }) => extentOfType(linked, file, type, depth + 1)));
  const found = typeDeclaration(linked, file, shape.ref);
  if (!found) return 'unknown';
  const { declaration } = found;
  if (declaration.kind === 'enum') return 'scalar';
  if (declaration.shape !== undefined) return extentOfType(linked, found.file, declaration.shape, depth + 1);
  // What it extends is not small by what it adds.
  const members = ofMembers(declaration.members.map(({ type }) => extentOfType(linked, found.file, type, depth + 1)));
  if (declaration.extends.length === 0) return members;
  const bases = declaration.extends.map((ref) => extentOfType(linked, found.file, { ref }, depth + 1));
  return isSmall(members) && bases.every(isSmall) ? 'small' : bases.includes('unknown') ? 'unknown' : 'object';
}

function ofList(element: Extent): Extent {
  if (element === 'unknown') return 'unknown';
  return element === 'scalar' ? 'small' : 'list';
}

function ofUnion(parts: readonly Extent[]): Extent {
  const [first = 'scalar', ...others] = parts;
  if (others.every((part) => part === first)) return first;
  if (parts.every(isSmall)) return 'small';
  return parts.includes('unknown') ? 'unknown' : 'object';
}

export function isSmall(extent: Extent): boolean {
  return extent === 'scalar' || extent === 'small';
}

function ofMembers(members: readonly Extent[]): Extent {
  if (members.includes('list')) return 'object';
  if (members.length > 0 && members.length <= MAX_MEMBERS && members.every(isSmall)) return 'small';
  return members.length > MAX_MEMBERS || members.includes('object') ? 'object' : 'unknown';
}
