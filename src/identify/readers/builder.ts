import type { Linked } from '../../link/link.js';
import { argumentOf } from '../../link/linker.js';
import type { TermCase } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { Read } from '../../models/library-model.js';
import { read } from './read.js';
import type { ReadFrom } from './read.js';

type Builder = Extract<Read, { readonly reader: 'builder' }>;

const UNKNOWN: readonly TermCase[] = [{ status: 'unknown', why: 'dynamic' }];
const MAX_CHAIN = 64;

/**
 * `await new SignJWT(claims).setExpirationTime('2h').sign(key)`, in one chain or in several statements. Where the object
 * comes from elsewhere, or goes elsewhere on the way, what was called on it is not known.
 */
export function builder(from: ReadFrom, { method, read: path }: Builder): readonly TermCase[] {
  const { linked, base, site } = from;
  const start = startOfBuilder(linked, base);
  if (!start) return UNKNOWN;
  if (!method) return read({ ...from, base: start }, path);
  const calls = (site?.within.fn.effects ?? []).flatMap((effect) => (effect.e === 'call' ? [linked.beside(base, effect.call)] : []));
  const found = calls.filter((call) => isMethod(linked, call, method) && startOfBuilder(linked, call) === start);
  if (found.length > 0) return found.flatMap((call) => read({ ...from, base: call }, path));
  const isMadeHere = calls.includes(start) && !calls.some((call) => isHandedTo(linked, call, start));
  return isMadeHere ? [{ status: 'absent' }] : UNKNOWN;
}

/** What the object that a call is made on was made by: `new SignJWT(…)`, `createSigner(…)`. */
export function startOfBuilder(linked: Linked, call: Term): Term | undefined {
  let made: Term | undefined;
  let at = call;
  for (let i = 0; i < MAX_CHAIN; i++) {
    const { value } = at;
    if (value.k === 'new') return at;
    if (value.k === 'import' || value.k === 'global') return made === call ? undefined : made;
    if (value.k === 'call') {
      made = at;
      at = linked.beside(at, value.callee);
    } else if (value.k === 'await') at = linked.beside(at, value.of);
    else if (value.k === 'member' && !isField(linked, at)) at = linked.beside(at, value.of);
    else return onlyMade(linked, at);
  }
  return undefined;
}

/** `this.signer` is no method of `this`. */
function isField(linked: Linked, term: Term): boolean {
  return term.value.k === 'member' && linked.beside(term, term.value.of).value.k === 'this';
}

/** The one call that a variable, field or function from elsewhere gives. */
function onlyMade(linked: Linked, term: Term): Term | undefined {
  const made = linked.views(term).filter(({ value }) => value.k === 'new' || value.k === 'call');
  const [only, ...others] = made;
  return others.length === 0 ? only : undefined;
}

function isMethod(linked: Linked, call: Term, methods: readonly string[]): boolean {
  const callee = call.value.k === 'call' ? linked.beside(call, call.value.callee).value : undefined;
  return callee?.k === 'member' && typeof callee.key === 'string' && methods.includes(callee.key);
}

function isHandedTo(linked: Linked, call: Term, start: Term): boolean {
  if (call.value.k !== 'call' && call.value.k !== 'new') return false;
  return call.value.args.some((_, index) => {
    const argument = argumentOf(linked, call, index);
    return argument !== undefined && (argument === start || (argument.value.k === 'call' && startOfBuilder(linked, argument) === start));
  });
}
