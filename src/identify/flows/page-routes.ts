import { resolveTerm } from '../../link/property.js';
import type { CallSite, Env, FunctionRef, Term } from '../../link/term.js';
import { argumentOf } from '../../link/linker.js';
import type { LibraryModel } from '../../models/library-model.js';
import { matchCalls, placeOfSite, rowsOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { mentionsParameter } from '../mentions-parameter.js';
import type { FactBase, Place } from '../../facts/index.js';

type RouteRow = NonNullable<LibraryModel['routes']>[number];

/** One address with the functions that show it and those that take its form. */
export interface Page {
  readonly path: string;
  readonly at: Place;
  readonly library: string;
  readonly identity: FactBase['identity'];
  readonly site: CallSite;
  readonly shows: Handler[];
  readonly takes: Handler[];
}

/** A handler, and the call that made it: `show('contact.njk')` gives a function that knows its view. */
export interface Handler {
  readonly ref: FunctionRef;
  readonly env?: Env;
}

/** Pages in the order in which they are registered: a GET and a POST of one path are one page. */
export function findPages(context: IdentifyContext): readonly Page[] {
  const pages = new Map<string, Page>();
  for (const { site, match, identity } of matchCalls(context, rowsOf(context.models, (model) => model.routes))) {
    for (const call of inContexts(context, site)) {
      const handlers = handlersOf(context, call, match.row);
      for (const path of pathsOf(context, call, match.row)) {
        const key = `${site.call.file.file} ${path}`;
        const page = pages.get(key) ?? { path, at: placeOfSite(site), library: match.model.id, identity, site, shows: [], takes: [] };
        pages.set(key, page);
        if (match.row.method !== 'post') page.shows.push(...handlers);
        if (match.row.method !== 'get') page.takes.push(...handlers);
      }
    }
  }
  return [...pages.values()];
}

/** `const get = (path, handler) => router.get(path, wrap(handler))` registers a page for each of its calls. */
function inContexts(context: IdentifyContext, site: CallSite): readonly Term[] {
  const envs = mentionsParameter(context.linked, site.call, site.within.fn.id) ? context.linked.contexts(site.within) : [];
  return envs.length === 0 ? [site.call] : envs.map((env) => context.linked.term(site.call.file, site.call.id, env));
}

function pathsOf(context: IdentifyContext, call: Term, row: RouteRow): readonly string[] {
  const own = argumentOf(context.linked, call, row.pathArgument);
  const texts = own ? literals(context, own) : [];
  if (texts.length > 0) return texts;
  // `router.route('/contact').get(show).post(save)`
  for (let at = receiverOf(context, call), i = 0; at && i < 4; at = receiverOf(context, at), i++) {
    const first = argumentOf(context.linked, at, 0);
    const found = first ? literals(context, first) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function receiverOf(context: IdentifyContext, call: Term): Term | undefined {
  const callee = call.value.k === 'call' ? context.linked.beside(call, call.value.callee) : undefined;
  const receiver = callee?.value.k === 'member' ? context.linked.beside(callee, callee.value.of) : undefined;
  return receiver?.value.k === 'call' ? receiver : undefined;
}

/** The literal texts that a value can be; those of an array, too. */
export function literals(context: IdentifyContext, term: Term): readonly string[] {
  return resolveTerm(context.linked, term).flatMap((found): readonly string[] => {
    if (found.status !== 'known') return [];
    const { value } = found.term;
    if (value.k === 'member') return fromTable(context, found.term);
    if (value.k === 'literal') return typeof value.value === 'string' ? [value.value] : [];
    return value.k === 'array' ? value.of.flatMap((id) => literals(context, context.linked.beside(found.term, id))) : [];
  });
}

/** `NEXT[page]`, where the page is known. */
function fromTable(context: IdentifyContext, term: Term): readonly string[] {
  const { value } = term;
  if (value.k !== 'member' || typeof value.key === 'string' || !('dynamic' in value.key)) return [];
  const { linked } = context;
  const keys = new Set(literals(context, linked.beside(term, value.key.dynamic)));
  return resolveTerm(linked, linked.beside(term, value.of)).flatMap((found): readonly string[] => {
    if (found.status !== 'known' || found.term.value.k !== 'object') return [];
    const { entries, computed = [] } = found.term.value;
    // `{ [Page.Contact]: '/vehicle' }`
    const named = computed.filter(({ key }) => literals(context, linked.beside(found.term, key)).some((name) => keys.has(name)));
    return [...entries.filter(({ key }) => keys.has(key)), ...named].flatMap((entry) => literals(context, linked.beside(found.term, entry.value)));
  });
}

function handlersOf(context: IdentifyContext, call: Term, row: RouteRow): readonly Handler[] {
  const args = call.value.k === 'call' ? call.value.args : [];
  return args.slice(row.pathArgument).flatMap((id) => handlersIn(context, context.linked.beside(call, id), 0));
}

/** A handler, a list of handlers, or one inside a wrapper that is not linked: `asyncHandler(save)`. */
function handlersIn(context: IdentifyContext, term: Term, depth: number): readonly Handler[] {
  const direct = functionsIn(context, term);
  if (direct.length > 0 || depth > 2) return direct;
  return context.linked.views(term).flatMap((view): readonly Handler[] => {
    if (view.value.k === 'array') return view.value.of.flatMap((id) => handlersIn(context, context.linked.beside(view, id), depth + 1));
    if (view.value.k === 'call' && context.linked.callees(view).length === 0) return view.value.args.flatMap((id) => handlersIn(context, context.linked.beside(view, id), depth + 1));
    return [];
  });
}

function functionsIn(context: IdentifyContext, term: Term): readonly Handler[] {
  return context.linked.views(term).flatMap((view): readonly Handler[] => {
    const fn = view.value.k === 'function' ? context.linked.functionOf(view.file, view.value.id) : undefined;
    return fn ? [{ ref: { file: view.file, fn }, ...(view.env ? { env: view.env } : {}) }] : [];
  });
}
