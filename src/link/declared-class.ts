import type { FileSummary, TypeRef, ValueId } from '../facts/index.js';
import type { Linker } from './linker.js';
import type { Term } from './term.js';

/**
 * The class of the linked files that a written type names: `VisitService`, declared in `file` or imported there.
 * What stands at such a place is an instance of it, or of a class that extends it.
 */
export function declaredClass(linker: Linker, file: FileSummary, type: TypeRef): Term | undefined {
  if (type.from === undefined) return localClass(linker, file, type.name);
  const [first = '', ...qualified] = type.name.split('.');
  // `import * as services`, then `services.VisitService`; `VisitService` of the module itself otherwise.
  const name = type.imported === '*' ? qualified[0] : qualified.length > 0 ? undefined : (type.imported ?? first);
  if (name === undefined) return undefined;
  const found = linker.modules.exported(file, type.from, name) ?? (name === 'default' ? linker.modules.exported(file, type.from, 'module.exports') : undefined);
  if (!found) return undefined;
  return linker.views(linker.term(found.file, found.id)).find((view) => view.value.k === 'class');
}

function localClass(linker: Linker, file: FileSummary, name: string): Term | undefined {
  const declared = file.classes.find((candidate) => candidate.name === name);
  const id = declared ? file.values.findIndex((value) => value.k === 'class' && value.id === declared.id) : -1;
  return id < 0 ? undefined : linker.term(file, id as ValueId);
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
