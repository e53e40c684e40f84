import { resolveTerm } from '../../link/property.js';
import type { TermCase } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { EachRead } from '../../models/library-model.js';
import { read } from './read.js';
import type { ReadFrom } from './read.js';

/** One entry that a call writes. */
export interface Entry {
  /** The key as text, or the cases of it. */
  readonly key: string | readonly TermCase[];
  readonly value: Term | undefined;
}

const MAX_ENTRIES = 60;

/** The entries that one call writes, as far as they stand in the code; none where the container is not known. */
export function entriesOf(from: ReadFrom, each: EachRead): readonly Entry[] {
  const containers = read(from, each.path).flatMap((found) => (found.status === 'known' ? [found.term] : []));
  return containers.flatMap((container) => (each.reader === 'keys-of' ? keysOf(from, container) : elementsOf(from, container, each))).slice(0, MAX_ENTRIES);
}

/** `{ token: a, theme: b }` has two; what is spread into it or assigned to it later counts as well, as far as it is known. */
function keysOf({ linked }: ReadFrom, container: Term): readonly Entry[] {
  const { value } = container;
  if (value.k === 'patched') {
    const later = value.writes.flatMap(({ path: [first, ...rest], value: id }): readonly Entry[] => (typeof first === 'string' && rest.length === 0 ? [{ key: first, value: linked.beside(container, id) }] : []));
    return [...resolveTerm(linked, linked.beside(container, value.of)).flatMap((found) => (found.status === 'known' ? keysOf({ linked, base: found.term }, found.term) : [])), ...later];
  }
  return value.k === 'object' ? value.entries.map((entry) => ({ key: entry.key, value: linked.beside(container, entry.value) })) : [];
}

/** `[['a', 1], ['b', 2]]` and `[{ key: 'a', value: 1 }]`. */
function elementsOf({ linked }: ReadFrom, container: Term, each: Extract<EachRead, { readonly reader: 'elements-of' }>): readonly Entry[] {
  if (container.value.k !== 'array') return [];
  return container.value.of.flatMap((id) => {
    const element = linked.beside(container, id);
    const [value] = read({ linked, base: element }, each.value);
    return [{ key: read({ linked, base: element }, each.key), value: value?.status === 'known' ? value.term : undefined }];
  });
}
