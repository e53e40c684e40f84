import type { FileSummary, TypeRef } from '../facts/index.js';
import type { Linker } from './linker.js';
import type { Term } from './term.js';

/** A class together with the file that it stands in. */
export interface ClassRef {
  readonly file: FileSummary;
  readonly id: number;
}

/**
 * The class of the linked files that a written type names: `VisitService`, declared in `file` or imported there.
 * What stands at such a place is an instance of it, or of a class that extends it.
 */
export function declaredClass(linker: Linker, file: FileSummary, type: TypeRef): ClassRef | undefined {
  if (type.from === undefined) {
    const local = file.classes.find((candidate) => candidate.name === type.name);
    return local && { file, id: local.id };
  }
  const [first = '', ...qualified] = type.name.split('.');
  // `import * as services`, then `services.VisitService`; `VisitService` of the module itself otherwise.
  const name = type.imported === '*' ? qualified[0] : qualified.length > 0 ? undefined : (type.imported ?? first);
  const { modules } = linker;
  const found = name === undefined ? undefined : (modules.exported(file, type.from, name) ?? (name === 'default' ? modules.exported(file, type.from, 'module.exports') : undefined));
  for (const view of found ? linker.views(linker.term(found.file, found.id)) : []) {
    if (view.value.k === 'class') return { file: view.file, id: view.value.id };
  }
  return undefined;
}

/** The type that is written for a parameter, for a variable, or for a field of the class that `this` is of. */
export function writtenType(linker: Linker, term: Term): TypeRef | undefined {
  const { value, file } = term;
  switch (value.k) {
    case 'instance':
      return value.type;
    case 'param':
      return file.functions[value.fn]?.params[value.index]?.type;
    case 'member': {
      const { key } = value;
      const owner = linker.beside(term, value.of).value;
      if (owner.k !== 'this' || owner.class === null || typeof key !== 'string') return undefined;
      return file.classes[owner.class]?.fieldTypes.find((field) => field.name === key)?.type;
    }
    default:
      return undefined;
  }
}
