import type { Place, ValueTraits } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import { resolveTerm } from '../link/property.js';
import type { Term } from '../link/term.js';
import { wordsOf } from './words-of.js';

const MAX_DEPTH = 4;
const MAX_PROPERTIES = 60;

/** What is known of a stored value: names that lead to it, functions it went through, and the properties stored with it. */
export function toValueTraits(linked: Linked, term: Term, at: Place, depth = 0): ValueTraits {
  const through: string[] = [];
  const inner = unwrap(linked, term, through, 0);
  const cases = resolveTerm(linked, inner);
  const only = cases.length === 1 ? cases[0] : undefined;
  const known = only?.status === 'known' ? only.term : undefined;
  const value = known?.value;
  const result = value?.k === 'call' ? wordsOf(linked, known as Term) : undefined;
  return {
    ...(value?.k === 'literal' ? { literal: value.value } : {}),
    ...(only?.status === 'absent' ? { literal: null } : {}),
    names: wordsOf(linked, inner),
    types: typesOf(linked, inner),
    properties: depth < MAX_DEPTH ? propertiesOf(linked, cases.flatMap((one) => (one.status === 'known' ? [one.term] : [])), at, depth) : [],
    through,
    ...(result && result.length > 0 ? { result } : {}),
  };
}

/** `JSON.stringify(x)`, `encrypt(x)`, `String(x)`: the first argument, with the names of the functions noted. */
function unwrap(linked: Linked, term: Term, through: string[], depth: number): Term {
  const { value } = term;
  if (depth > 6) return term;
  if (value.k === 'await') return unwrap(linked, linked.beside(term, value.of), through, depth + 1);
  if (value.k !== 'call' || value.args[0] === undefined || value.args.length > 3) return term;
  const name = wordsOf(linked, linked.beside(term, value.callee)).at(-1);
  if (name === undefined || !/^(stringify|String|toString|btoa|encode|encodeURIComponent|serialize|\w*encrypt\w*|\w*hash\w*|\w*seal\w*|\w*sign\w*|\w*mask\w*|\w*redact\w*)$/i.test(name)) return term;
  through.push(name);
  return unwrap(linked, linked.beside(term, value.args[0]), through, depth + 1);
}

function propertiesOf(linked: Linked, terms: readonly Term[], at: Place, depth: number): ValueTraits['properties'] {
  return terms.flatMap((term): ValueTraits['properties'] => {
    const { value } = term;
    if (value.k === 'patched') {
      const base = linked.beside(term, value.of);
      const later = value.writes.flatMap((write) => {
        const path = write.path.filter((key) => typeof key === 'string');
        const place = { file: term.file.file, range: write.at };
        return path.length === write.path.length && path.length > 0 ? [{ path, value: toValueTraits(linked, linked.beside(term, write.value), place, depth + 1), at: place }] : [];
      });
      return [...propertiesOf(linked, [base], at, depth), ...later].slice(0, MAX_PROPERTIES);
    }
    if (value.k !== 'object') return [];
    return value.entries.slice(0, MAX_PROPERTIES).map((entry) => {
      const place = { file: term.file.file, range: entry.at };
      return { path: [entry.key], value: toValueTraits(linked, linked.beside(term, entry.value), place, depth + 1), at: place };
    });
  });
}

function typesOf(linked: Linked, term: Term): readonly string[] {
  const found = new Set<string>();
  for (const view of linked.views(term)) {
    if (view.value.k === 'instance') found.add(view.value.type.name);
    if (view.value.k === 'param') {
      const type = view.file.functions[view.value.fn]?.params[view.value.index]?.type;
      if (type) found.add(type.name);
    }
  }
  return [...found];
}

