import type { Place, Segment, ValueTraits } from '../facts/index.js';
import { relatePoints } from '../facts/relate.js';
import type { Linked } from '../link/link.js';
import { resolveTerm } from '../link/property.js';
import type { Term } from '../link/term.js';
import type { IdentifyContext } from './context.js';
import { fieldsReadOf } from './fields-read-of.js';
import { wordsOf } from './words-of.js';

const MAX_DEPTH = 4;
const MAX_PROPERTIES = 60;

type TraitsFrom = Pick<IdentifyContext, 'linked' | 'isPosted'>;

/** What is known of a stored value: names that lead to it, functions it went through, and the properties stored with it. */
export function toValueTraits(from: TraitsFrom, term: Term, at: Place, depth = 0): ValueTraits {
  const { linked } = from;
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
    names: wordsOf(linked, asPassed(linked, inner)),
    types: typesOf(linked, inner),
    properties: depth < MAX_DEPTH ? [...propertiesOf(from, cases.flatMap((one) => (one.status === 'known' ? [one.term] : [])), at, depth), ...assignedBefore(from, inner, at, depth)] : [],
    through,
    ...wholeOf(from, inner, known),
    ...(result && result.length > 0 ? { result } : {}),
  };
}

/** What is stored whole: itself, or spread into an object, where later properties take the place of its own. */
function wholeOf(from: TraitsFrom, term: Term, known: Term | undefined): Pick<ValueTraits, 'readAs' | 'posted'> {
  const object = known?.value.k === 'object' ? known.value : undefined;
  if (object === undefined) {
    if (known !== undefined && !WHOLE_KINDS.has(known.value.k)) return {};
    return toWhole(fieldsReadOf(from.linked, term), from.isPosted(term));
  }
  const [only, ...others] = object.spreads;
  if (only === undefined || others.length > 0 || known === undefined) return {};
  const spread = from.linked.beside(known, only.of);
  const replaced = new Set(object.entries.slice(only.before).map(({ key }) => key));
  return toWhole(fieldsReadOf(from.linked, spread).filter((name) => !replaced.has(name)), from.isPosted(spread));
}

const WHOLE_KINDS: ReadonlySet<Term['value']['k']> = new Set(['param', 'member', 'call', 'await', 'instance']);

function toWhole(readAs: readonly string[], posted: boolean): Pick<ValueTraits, 'readAs' | 'posted'> {
  return { ...(readAs.length > 0 ? { readAs } : {}), ...(posted ? { posted } : {}) };
}

/** In a calling context a parameter is called what the caller calls it: `remember('draft', form.password)`. */
function asPassed(linked: Linked, term: Term): Term {
  let at = term;
  for (let i = 0; i < MAX_DEPTH && at.value.k === 'param' && at.env; i++) {
    const [only, ...others] = linked.step(at);
    if (!only || others.length > 0) break;
    at = only;
  }
  return at;
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

function propertiesOf(from: TraitsFrom, terms: readonly Term[], at: Place, depth: number): ValueTraits['properties'] {
  const { linked } = from;
  return terms.flatMap((term): ValueTraits['properties'] => {
    const { value } = term;
    if (value.k === 'patched') {
      const base = linked.beside(term, value.of);
      const later = value.writes.flatMap((write) => {
        const place = { file: term.file.file, range: write.at };
        return write.path.length === 0 ? [] : [{ path: write.path.map(keyOf), value: toValueTraits(from, linked.beside(term, write.value), place, depth + 1), at: place }];
      });
      return [...propertiesOf(from, [base], at, depth), ...later].slice(0, MAX_PROPERTIES);
    }
    if (value.k !== 'object') return [];
    return value.entries.slice(0, MAX_PROPERTIES).map((entry) => {
      const place = { file: term.file.file, range: entry.at };
      return { path: [entry.key], value: toValueTraits(from, linked.beside(term, entry.value), place, depth + 1), at: place };
    });
  });
}

/** `accounts[email] = record` stores a record under a key that is not known. */
function keyOf(segment: Segment): string {
  return typeof segment === 'string' ? segment : '*';
}

/**
 * A parameter that is changed and then stored: `state.address = action.payload; localStorage.setItem('cart',
 * JSON.stringify(state))` in a reducer. The place is that of the store: the assignment itself is no mistake.
 */
function assignedBefore(from: TraitsFrom, term: Term, at: Place, depth: number): ValueTraits['properties'] {
  const { linked } = from;
  const { file, value } = term;
  const fn = value.k === 'param' ? file.functions[value.fn] : undefined;
  const store = fn?.effects.find((effect) => effect.e === 'call' && at.file === file.file && effect.at[0] === at.range[0] && effect.at[1] === at.range[1]);
  if (fn === undefined || store === undefined) return [];
  return fn.effects.flatMap((effect) => {
    if (effect.e !== 'write' || effect.op !== '=' || relatePoints(effect.where, store.where) !== 'before') return [];
    const path = pathBelow(linked, linked.beside(term, effect.target), term);
    return path === undefined ? [] : [{ path, value: toValueTraits(from, linked.beside(term, effect.value), at, depth + 1), at }];
  }).slice(0, MAX_PROPERTIES);
}

/** The keys from `root` down to `target`; `undefined` where it lies elsewhere, or is `root` itself. */
function pathBelow(linked: Linked, target: Term, root: Term): readonly string[] | undefined {
  const path: string[] = [];
  for (let at = target; at.value.k === 'member' && path.length < MAX_DEPTH; at = linked.beside(at, at.value.of)) {
    path.unshift(keyOf(at.value.key));
    if (at.value.of === root.id) return path;
  }
  return undefined;
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

