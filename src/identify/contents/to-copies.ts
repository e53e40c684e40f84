import type { Copy, Place } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import { placeOf } from '../place-of.js';
import { wordsOf } from '../words-of.js';
import type { Content, Source } from './content.js';

const MAX_DEPTH = 3;
const MAX_COPIES = 12;
const MAX_WORDS = 4;
/** Up to so many properties are picked; more are the thing itself under other names. */
const MAX_PICKED = 10;

/** The copies that a stored value holds, each once, with where in the value they are. */
export function toCopies(linked: Linked, contents: readonly Content[], at: Place): readonly Copy[] {
  const found = new Map<string, Copy>();
  for (const copy of copiesIn(linked, contents, [], at)) {
    const key = `${copy.kind} ${copy.path.join('.')} ${copy.source.file} ${copy.source.range[0]}`;
    if (!found.has(key) && found.size < MAX_COPIES) found.set(key, copy);
  }
  return [...found.values()];
}

function copiesIn(linked: Linked, contents: readonly Content[], path: readonly string[], at: Place): readonly Copy[] {
  return contents.flatMap((content): readonly Copy[] => {
    switch (content.is) {
      case 'copy':
        return [{ kind: content.kind, path, ...sourceOf(linked, content.of, at), ...(content.bounded ? { bounded: true } : {}) }];
      case 'object': {
        const inner = path.length >= MAX_DEPTH ? [] : content.entries.flatMap((entry) => copiesIn(linked, entry.contents, [...path, entry.key], at));
        return [...copiesIn(linked, content.spreads, path, at), ...inner, ...rebuilt(linked, content, path, at)];
      }
      case 'tuple':
        return content.elements.flatMap((element) => copiesIn(linked, element, path, at));
      default:
        return [];
    }
  });
}

/** `{ id: data.id, name: data.name, … }` with a line for each of forty properties is the data all the same. */
function rebuilt(linked: Linked, { entries }: Content & { readonly is: 'object' }, path: readonly string[], at: Place): readonly Copy[] {
  const bySource = new Map<Source['term'], { readonly of: Source; count: number }>();
  for (const { contents } of entries) {
    const [first] = contents;
    if (first?.is !== 'part') continue;
    const known = bySource.get(first.of.term);
    if (known) known.count++;
    else bySource.set(first.of.term, { of: first.of, count: 1 });
  }
  return [...bySource.values()].filter(({ count }) => count > MAX_PICKED).map(({ of, count }) => ({ kind: of.match.row.gives, path, ...sourceOf(linked, of, at), properties: count }));
}

function sourceOf(linked: Linked, { match, term }: Source, at: Place): Pick<Copy, 'source' | 'words' | 'library'> {
  return { source: placeOf(term, at), words: calledAs(linked, term), library: match.model.id };
}

/** `['slot', 'findMany']` of `prisma.slot.findMany()`, `['findOne']` of a model that a call made. */
function calledAs(linked: Linked, term: Term): readonly string[] {
  const keys: string[] = [];
  let at = term.value.k === 'call' || term.value.k === 'new' ? linked.beside(term, term.value.callee) : term;
  while (at.value.k === 'member' && keys.length < MAX_WORDS) {
    if (typeof at.value.key === 'string') keys.unshift(at.value.key);
    at = linked.beside(at, at.value.of);
  }
  const { k } = at.value;
  return k === 'import' || k === 'global' || k === 'param' ? [...wordsOf(linked, at), ...keys] : keys;
}
