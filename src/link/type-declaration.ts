import type { FileSummary, TypeDeclaration, TypeRef } from '../facts/index.js';
import type { Linker } from './linker.js';

/** Files that pass a type on. */
const MAX_FILES = 6;

/** A declared type together with the file that its own references are read in. */
export interface LocatedType {
  readonly file: FileSummary;
  readonly declaration: TypeDeclaration;
}

/** The interface, alias or enum of the linked files that a written type names; through imports and re-exports. */
export function typeDeclaration(linker: Linker, file: FileSummary, type: TypeRef): LocatedType | undefined {
  if (type.from === undefined) return declaredIn(file, type.name);
  const [first = '', ...qualified] = type.name.split('.');
  const name = type.imported === '*' ? qualified.join('.') : (type.imported ?? first);
  return exportedType(linker, file, type.from, name, 0);
}

function exportedType(linker: Linker, from: FileSummary, specifier: string, name: string, depth: number): LocatedType | undefined {
  const file = depth < MAX_FILES ? linker.modules.fileOf(from, specifier) : undefined;
  if (!file) return undefined;
  const own = declaredIn(file, name);
  if (own) return own;
  for (const exported of file.exports) {
    const value = exported.name === name ? file.values[exported.value] : undefined;
    const found = value?.k === 'import' ? exportedType(linker, file, value.from, value.name, depth + 1) : undefined;
    if (found) return found;
  }
  for (const passedOn of file.reexports) {
    const found = exportedType(linker, file, passedOn, name, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function declaredIn(file: FileSummary, name: string): LocatedType | undefined {
  const declaration = file.types.find((candidate) => candidate.name === name && candidate.augments === undefined);
  return declaration && { file, declaration };
}
