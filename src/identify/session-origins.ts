import type { Place } from '../facts/index.js';
import { argumentOf } from '../link/linker.js';
import type { Term } from '../link/term.js';
import type { IdentifyContext } from './context.js';
import { HandedOn } from './handed-on.js';
import type { SessionRoots } from './session-roots.js';

const MAX_DEPTH = 8;

/** Where a session, or what it belongs to, comes from. `key` tells the parameters of one function apart. */
export interface Origin {
  readonly key: string;
  readonly place: Place;
}

/** Tells sessions apart by the call that gave them, or by the parameter that they belong to. */
export class SessionOrigins {
  readonly #context: IdentifyContext;
  readonly #roots: SessionRoots;
  readonly #known = new Map<Term, readonly Origin[]>();
  #handedOn: HandedOn | undefined;

  constructor(context: IdentifyContext, roots: SessionRoots) {
    this.#context = context;
    this.#roots = roots;
  }

  /**
   * The origin of the session that `term` is a part of. `undefined` where it has several, and where code that is not
   * seen gets hold of the session: such code may save it.
   */
  followed(term: Term): Place | undefined {
    const root = this.rootOf(term);
    const origin = root && this.#originOf(root);
    if (!origin) return undefined;
    this.#handedOn ??= new HandedOn(this.#context, this);
    return this.#handedOn.has(origin) ? undefined : origin.place;
  }

  /** The one origin of the session that `term` is a part of, whoever else gets hold of it. */
  originOf(term: Term): Origin | undefined {
    const root = this.rootOf(term);
    return root && this.#originOf(root);
  }

  /** All origins that the session `term` may have: here, in the functions that were handed it on, and in those that gave it. */
  all(term: Term): readonly Origin[] {
    const known = this.#known.get(term);
    if (known) return known;
    this.#known.set(term, []);
    const found = new Map<string, Origin>();
    for (const origin of this.#allOf(term)) found.set(origin.key, origin);
    const origins = [...found.values()];
    this.#known.set(term, origins);
    return origins;
  }

  /** The session memory as a whole that `term` lies in: `req.session` of `req.session.user.name`. */
  rootOf(term: Term): Term | undefined {
    let at: Term | undefined = term;
    for (let depth = 0; at && depth < MAX_DEPTH; depth++) {
      if (this.#roots.pathOf(at)?.path.length === 0) return at;
      at = this.#inner(at) ?? (at.value.k === 'member' ? this.#context.linked.beside(at, at.value.of) : undefined);
    }
    return undefined;
  }

  /** A parameter that is a session is the caller's: it may have others, and they may save it. */
  #originOf(root: Term): Origin | undefined {
    const at = this.#plain(root);
    if (at.value.k === 'call' || at.value.k === 'new') return ofCall(at);
    if (at.value.k !== 'member') return undefined;
    const owner = this.#ownerOf(at);
    return owner.value.k === 'param' ? ofParameter(owner) : undefined;
  }

  *#allOf(term: Term): Iterable<Origin> {
    const { linked } = this.#context;
    const at = this.#plain(term);
    const { value } = at;
    if (value.k === 'any') for (const id of value.of) yield* this.all(linked.beside(at, id));
    if (value.k === 'call' || value.k === 'new') {
      const own = ofCall(at);
      if (own) yield own;
      for (const result of linked.step(at)) yield* this.all(linked.term(result.file, result.id));
    }
    if (value.k === 'param') {
      const own = ofParameter(at);
      if (own) yield own;
      for (const argument of this.#argumentsOf(at)) yield* this.all(argument);
    }
    if (value.k === 'member' && typeof value.key === 'string') yield* this.#allOfMember(at, value.key);
  }

  /** `req.session` comes from where `req` does; `{ session }` of a parameter from what calls put there. */
  *#allOfMember(member: Term, key: string): Iterable<Origin> {
    const { linked } = this.#context;
    if (member.value.k !== 'member') return;
    const owner = this.#plain(linked.beside(member, member.value.of));
    if (this.#roots.pathOf(member)?.path.length === 0) yield* this.all(this.#ownerOf(member));
    const owners = owner.value.k === 'param' ? [owner, ...this.#argumentsOf(owner)] : [owner];
    for (const one of owners) {
      for (const view of linked.views(one)) for (const value of linked.propertyValues(view, key)) yield* this.all(value);
    }
  }

  /** The outermost thing that a session is a property of: `context` of `context.req.session`. */
  #ownerOf(member: Term): Term {
    let at = member;
    for (let depth = 0; depth < MAX_DEPTH && at.value.k === 'member'; depth++) at = this.#plain(this.#context.linked.beside(at, at.value.of));
    return at;
  }

  /** What known calls pass for a parameter, all of them: a wrapper may have many callers. */
  #argumentsOf(parameter: Term): readonly Term[] {
    const { linked } = this.#context;
    const { value, file } = parameter;
    const fn = value.k === 'param' ? linked.functionOf(file, value.fn) : undefined;
    if (!fn || value.k !== 'param') return [];
    return linked.callsOf(fn).flatMap((site) => argumentOf(linked, site.call, value.index) ?? []);
  }

  /** The value itself, without waits and type assertions. */
  #plain(term: Term): Term {
    let at = term;
    for (let depth = 0; depth < MAX_DEPTH; depth++) at = this.#inner(at) ?? at;
    return at;
  }

  #inner(term: Term): Term | undefined {
    const { value } = term;
    return (value.k === 'await' || value.k === 'instance' || value.k === 'patched') && value.of !== undefined ? this.#context.linked.beside(term, value.of) : undefined;
  }
}

function ofCall({ file, value }: Term): Origin | undefined {
  return 'at' in value ? { key: `${file.file} ${value.at[0]}-${value.at[1]}`, place: { file: file.file, range: value.at } } : undefined;
}

function ofParameter({ file, value }: Term): Origin | undefined {
  const fn = value.k === 'param' ? file.functions[value.fn] : undefined;
  return fn && value.k === 'param' ? { key: `${file.file} ${fn.id} ${value.index}`, place: { file: file.file, range: fn.at } } : undefined;
}
