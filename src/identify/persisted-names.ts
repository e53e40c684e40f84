import type { ValueTraits } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import { resolveTerm } from '../link/property.js';
import type { Term } from '../link/term.js';
import { read } from './readers/read.js';

/** The texts that stand at a place, one or a list of them; none where nothing stands there, `undefined` where one is not known. */
export function namesIn(linked: Linked, base: Term, path: string): readonly string[] | undefined {
  const names: string[] = [];
  for (const found of read({ linked, base }, path)) {
    if (found.status === 'absent') continue;
    const value = found.status === 'known' ? found.term.value : undefined;
    if (found.status !== 'known' || (value?.k === 'array' && value.open)) return undefined;
    const terms = value?.k === 'array' ? value.of.map((id) => linked.beside(found.term, id)) : [found.term];
    for (const one of terms.flatMap((term) => resolveTerm(linked, term))) {
      if (one.status !== 'known' || one.term.value.k !== 'literal' || typeof one.term.value.value !== 'string') return undefined;
      names.push(one.term.value.value);
    }
  }
  return names;
}

/** What of a field is kept: `['user.token']` keeps one part of `user`. `undefined`: nothing. */
export function select(value: ValueTraits, path: readonly string[], only: readonly string[] | undefined, except: readonly string[]): ValueTraits | undefined {
  const name = path.join('.');
  if (except.some((one) => one === name)) return undefined;
  if (only && !only.some((one) => one === name || one.startsWith(`${name}.`))) return undefined;
  const inner = only?.includes(name) ? undefined : only;
  const properties = value.properties.flatMap((property) => {
    const kept = select(property.value, [...path, ...property.path], inner, except);
    return kept === undefined ? [] : [{ ...property, value: kept }];
  });
  return { ...value, properties };
}
