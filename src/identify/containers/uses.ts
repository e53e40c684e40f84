import type { ControlPoint, Effect, Place } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import type { FunctionRef, Term } from '../../link/term.js';
import { placeIn } from '../context.js';
import { receiverOf } from '../receiver-of.js';
import type { Candidate } from './candidates.js';
import type { Holdings } from './holdings.js';

/** One thing that the code does with a container. */
export interface Use {
  readonly at: Place;
  readonly where: ControlPoint;
  readonly within: FunctionRef;
  /** The key, or what is put into a set or list. */
  readonly key?: Term;
  readonly value?: Term;
  readonly entry?: true;
}

/** All that is done with one container. */
export interface Uses {
  readonly additions: Use[];
  readonly removals: Use[];
  /** Shortened or emptied as a whole: `history = history.slice(-20)`. */
  readonly cuts: Use[];
  readonly reads: Use[];
  /** Handed to code that is not linked. */
  readonly escapes: Use[];
}

const ADDING: ReadonlyMap<string, 'keyed' | 'plain'> = new Map([['set', 'keyed'], ['add', 'plain'], ['push', 'plain'], ['unshift', 'plain']]);
const REMOVING: ReadonlySet<string> = new Set(['delete', 'clear', 'splice', 'shift', 'pop']);
const READING: ReadonlySet<string> = new Set(['get', 'has', 'values', 'entries', 'keys', 'forEach', 'find', 'filter', 'map', 'includes', 'some', 'every', 'at', 'slice', 'join', 'reduce', 'findIndex', 'indexOf', 'sort']);
const CUTTING: ReadonlySet<string> = new Set(['slice', 'filter', 'splice', 'toSpliced']);

/** Goes through all effects once and notes what is done with which container. */
export function collectUses(linked: Linked, holdings: Holdings, candidates: readonly Candidate[]): ReadonlyMap<Candidate, Uses> {
  const uses = new Map<Candidate, Uses>(candidates.map((candidate) => [candidate, { additions: [], removals: [], cuts: [], reads: [], escapes: [] }]));
  const note = (candidate: Candidate, list: keyof Uses, use: Use): void => void uses.get(candidate)?.[list].push(use);
  for (const file of linked.files.values()) {
    for (const fn of file.functions) {
      for (const effect of fn.effects) noteEffect(linked, holdings, { file, fn }, effect, note);
    }
    noteAssigned(linked, holdings, file, note);
  }
  return uses;
}

type Note = (candidate: Candidate, list: keyof Uses, use: Use) => void;

function noteEffect(linked: Linked, holdings: Holdings, within: FunctionRef, effect: Effect, note: Note): void {
  const base = { at: placeIn(within.file, effect.at), where: effect.where, within };
  if (effect.e === 'call') return noteCall(linked, holdings, linked.term(within.file, effect.call), base, note);
  const target = linked.term(within.file, effect.target);
  if (target.value.k !== 'member') return;
  const { key } = target.value;
  const owner = linked.beside(target, target.value.of);
  const held = holdings.find(owner);
  if (effect.e === 'write' && held === undefined) return noteFieldWrite(linked, holdings, target, linked.term(within.file, effect.value), base, note);
  if (held === undefined) return;
  const keyTerm = typeof key === 'object' && 'dynamic' in key ? { key: linked.beside(target, key.dynamic) } : {};
  if (effect.e === 'delete') return note(held.candidate, 'removals', { ...base, ...keyTerm });
  if (effect.e === 'read') return note(held.candidate, 'reads', base);
  if (key === 'length') return note(held.candidate, 'cuts', base);
  if (!held.entry && held.candidate.kind === 'object' && typeof key !== 'string') note(held.candidate, 'additions', { ...base, ...keyTerm, value: linked.term(within.file, effect.value) });
}

function noteCall(linked: Linked, holdings: Holdings, call: Term, base: Use, note: Note): void {
  if (call.value.k !== 'call' && call.value.k !== 'new') return;
  const callee = linked.beside(call, call.value.callee);
  const method = callee.value.k === 'member' && typeof callee.value.key === 'string' ? callee.value.key : undefined;
  const receiver = receiverOf(linked, call);
  const isMethod = method !== undefined && (ADDING.has(method) || REMOVING.has(method) || READING.has(method));
  const held = isMethod && receiver ? holdings.find(receiver) : undefined;
  const args = call.value.args.map((id) => linked.beside(call, id));
  if (held && method !== undefined) noteMethod(held, method, args, base, note);
  if (linked.callees(call).length === 0 && !isOfLanguage(linked, callee)) noteEscapes(linked, holdings, args, base, note);
}

function noteMethod({ candidate, entry }: { readonly candidate: Candidate; readonly entry: boolean }, method: string, args: readonly Term[], base: Use, note: Note): void {
  const [first, second] = args;
  const inEntry = entry ? { entry: true as const } : {};
  const adds = ADDING.get(method);
  if (adds) note(candidate, 'additions', { ...base, ...inEntry, ...(first ? { key: first } : {}), ...((adds === 'keyed' ? second : first) ? { value: adds === 'keyed' ? second : first } as { value: Term } : {}) });
  else if (REMOVING.has(method)) note(candidate, 'removals', { ...base, ...inEntry, ...(first ? { key: first } : {}) });
  else note(candidate, 'reads', base);
}

/** `this.history = this.history.slice(-20)`, `this.sessions = new Map()`. */
function noteFieldWrite(linked: Linked, holdings: Holdings, target: Term, value: Term, base: Use, note: Note): void {
  const candidate = holdings.whole(target);
  if (!candidate || base.where.fn === 0) return;
  noteReplaced(linked, holdings, candidate, value, base, note);
}

/** `history = [...history, message]` adds, `history = history.slice(-20)` and `history = []` take away. */
function noteReplaced(linked: Linked, holdings: Holdings, candidate: Candidate, value: Term, base: Use, note: Note): void {
  const { fn } = base.within;
  if (fn.name === 'constructor' && candidate.class !== undefined) return;
  if (value.value.k === 'array' && (value.value.spreads ?? []).some((id) => holdings.whole(linked.beside(value, id)) === candidate)) return note(candidate, 'additions', base);
  const method = value.value.k === 'call' ? linked.beside(value, value.value.callee).value : undefined;
  if (method?.k === 'member' && typeof method.key === 'string' && CUTTING.has(method.key)) return note(candidate, 'cuts', base);
  note(candidate, 'removals', base);
}

function noteAssigned(linked: Linked, holdings: Holdings, file: FunctionRef['file'], note: Note): void {
  for (const variable of file.variables ?? []) {
    const candidate = variable.assigned.length > 0 ? holdings.whole(linked.term(file, variable.value)) : undefined;
    if (!candidate) continue;
    for (const { at, fn, value } of variable.assigned) {
      const within = file.functions[fn];
      if (within) noteReplaced(linked, holdings, candidate, linked.term(file, value), { at: placeIn(file, at), where: { fn, order: 0, arms: [], statement: at }, within: { file, fn: within } }, note);
    }
  }
}

/** What is handed to code that is not linked, itself or in an object that is written there. */
function noteEscapes(linked: Linked, holdings: Holdings, args: readonly Term[], base: Use, note: Note): void {
  for (const argument of args) {
    const { value } = argument;
    const inside = value.k === 'object' ? value.entries.map((entry) => entry.value) : value.k === 'array' ? value.of : [];
    for (const term of [argument, ...inside.map((id) => linked.beside(argument, id))]) {
      if (!MAY_BE_HELD.has(term.value.k)) continue;
      const candidate = holdings.whole(term);
      if (candidate) note(candidate, 'escapes', base);
    }
  }
}

const MAY_BE_HELD: ReadonlySet<string> = new Set(['new', 'patched', 'instance', 'object', 'array', 'member', 'import', 'any', 'call']);

/** `Object.keys(sessions)`, `Array.from(sessions)`, `new Map(sessions)`, `[].concat(list)`: they look and do not touch. */
function isOfLanguage(linked: Linked, callee: Term): boolean {
  const root = callee.value.k === 'member' ? linked.beside(callee, callee.value.of) : callee;
  return root.value.k === 'global' && /^(?:Object|Array|JSON|Map|Set|console|structuredClone|Promise|String|Math|Response)$/.test(root.value.name);
}
