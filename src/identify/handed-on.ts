import type { FileSummary, FunctionSummary } from '../facts/index.js';
import type { CallSite, Term } from '../link/term.js';
import type { IdentifyContext } from './context.js';
import { knownCalls } from './known-calls.js';
import { receiverOf } from './receiver-of.js';
import type { Origin, SessionOrigins } from './session-origins.js';

const MAX_DEPTH = 4;

/**
 * Which sessions reach code that is not seen: as an argument of a call whose function is not linked, as the result of
 * a function that others call, or as a property of something else.
 */
export class HandedOn {
  readonly #context: IdentifyContext;
  readonly #origins: SessionOrigins;
  readonly #keys = new Set<string>();

  constructor(context: IdentifyContext, origins: SessionOrigins) {
    this.#context = context;
    this.#origins = origins;
    const known = knownCalls(context);
    for (const site of context.linked.callSites) if (!known.has(site.call)) this.#addArguments(site);
    for (const file of context.linked.files.values()) for (const fn of file.functions) this.#addFunction(file, fn);
  }

  has(origin: Origin): boolean {
    return this.#keys.has(origin.key);
  }

  #addArguments(site: CallSite): void {
    const { value } = site.call;
    if ((value.k !== 'call' && value.k !== 'new') || this.#context.linked.callees(site.call).length > 0 || isOfObject(this.#context, site.call)) return;
    for (const id of value.args) this.#add(this.#context.linked.beside(site.call, id));
  }

  #addFunction(file: FileSummary, fn: FunctionSummary): void {
    const { linked } = this.#context;
    for (const effect of fn.effects) if (effect.e === 'write') this.#add(linked.term(file, effect.value));
    if (linked.callsOf(fn).length > 0 && !this.#hasOtherCallers(file, fn)) return;
    for (const id of fn.returns) this.#add(linked.term(file, id));
  }

  /** In one file an exported function may have callers that are not seen; in a project they are. */
  #hasOtherCallers(file: FileSummary, fn: FunctionSummary): boolean {
    if (this.#context.scope === 'project') return false;
    return fn.class !== undefined || file.exports.some((one) => this.#context.linked.functionsOf(this.#context.linked.term(file, one.value)).some((ref) => ref.fn === fn));
  }

  /** The value itself, and what lies in an object or array that is written there. A part of a session cannot be saved. */
  #add(term: Term, depth = 0): void {
    const { linked } = this.#context;
    const { value } = term;
    if (depth > MAX_DEPTH) return;
    const inside = value.k === 'object' ? [...value.entries.map((entry) => entry.value), ...value.spreads.map((spread) => spread.of)]
      : value.k === 'array' || value.k === 'any' ? value.of
      : value.k === 'jsx' ? [value.attributes, ...value.children] : [];
    for (const id of inside) this.#add(linked.beside(term, id), depth + 1);
    for (const origin of this.#origins.all(term)) this.#keys.add(origin.key);
  }
}

/** `Object.assign(session, answers)` and the like save nothing. */
function isOfObject({ linked }: IdentifyContext, call: Term): boolean {
  const owner = receiverOf(linked, call)?.value;
  return owner?.k === 'global' && owner.name === 'Object';
}
