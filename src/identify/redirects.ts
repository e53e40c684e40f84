import type { FunctionSummary, Redirect } from '../facts/index.js';
import type { FunctionRef, Term } from '../link/term.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from './context.js';
import type { IdentifyContext } from './context.js';
import { resolveKey } from './key-shape.js';
import { receiverOf } from './receiver-of.js';
import type { Origin, SessionOrigins } from './session-origins.js';
import type { SessionRoots } from './session-roots.js';

/** An address of the same site. Others take long enough to come back from. */
const OF_THIS_SITE = /^(?:\/(?!\/)|\.|back$)/;

const MAX_DEPTH = 4;

/**
 * Redirects to pages of the same site, in functions that write a session which is saved with the response. Left out
 * where the function hands the session to code that is not seen, and where redirects are not the library's own.
 */
export function findRedirects(context: IdentifyContext, roots: SessionRoots, origins: SessionOrigins): readonly Redirect[] {
  const found = matchCalls(context, rowsOf(context.models, (model) => model.redirects)).flatMap(({ site, match: { model }, identity }): readonly Redirect[] => {
    const written = writtenIn(context, site.within, roots, origins);
    if (!written || !isOfThisSite(context, site.call) || isHandedOn(context, site.within, written.origin, origins)) return [];
    const saveFirst = saveFirstOf(context, site.call, written.root);
    return [{ fact: 'redirect', at: placeOfSite(site), identity, library: model.id, where: whereOf(site), session: written.origin.place, ...(saveFirst ? { saveFirst } : {}) }];
  });
  return found.length > 0 && isReplaced(context) ? [] : found;
}

interface Written {
  /** The session: `req.session`. */
  readonly root: Term;
  readonly origin: Origin;
}

function writtenIn({ linked }: IdentifyContext, { file, fn }: FunctionRef, roots: SessionRoots, origins: SessionOrigins): Written | undefined {
  for (const effect of fn.effects) {
    if (effect.e !== 'write') continue;
    const target = linked.term(file, effect.target);
    if (roots.pathOf(target)?.match.row.needsSave !== 'response') continue;
    const root = origins.rootOf(target);
    const origin = origins.originOf(target);
    if (root && origin) return { root, origin };
  }
  return undefined;
}

function isOfThisSite({ linked }: IdentifyContext, call: Term): boolean {
  const last = call.value.k === 'call' && call.value.spreadFrom === undefined ? call.value.args.at(-1) : undefined;
  if (last === undefined) return false;
  const { cases } = resolveKey(linked, linked.beside(call, last));
  return cases.length > 0 && cases.every((one) => one.status === 'known' && OF_THIS_SITE.test(one.value.quasis[0] ?? ''));
}

/** Is the session, or the request that it belongs to, handed to a function that is not linked, in the end? That one may save it. */
function isHandedOn(context: IdentifyContext, { file, fn }: FunctionRef, origin: Origin, origins: SessionOrigins, depth = 0): boolean {
  const { linked } = context;
  if (depth > MAX_DEPTH) return true;
  const inside = file.functions.filter((one) => one === fn || one.parent === fn.id);
  return inside.flatMap(({ effects }) => effects).some((effect) => {
    const call = effect.e === 'call' ? linked.term(file, effect.call) : undefined;
    if (call?.value.k !== 'call' || !call.value.args.some((id) => holds(context, linked.beside(call, id), origin, origins))) return false;
    const callees = linked.callees(call);
    return callees.length === 0 || callees.some((callee) => isHandedOn(context, callee, origin, origins, depth + 1));
  });
}

/** Is it the value itself, or a property of an object that is written there: `{ req, user }`? */
function holds(context: IdentifyContext, term: Term, origin: Origin, origins: SessionOrigins): boolean {
  const inner = term.value.k === 'object' ? term.value.entries.map(({ value }) => value) : term.value.k === 'array' ? term.value.of : [];
  return origins.all(term).some(({ key }) => key === origin.key) || inner.some((id) => holds(context, context.linked.beside(term, id), origin, origins));
}

/** `req.session.save((saveError) => (saveError ? next(saveError) : res.redirect('/step-2')))`, by the names of the code. */
function saveFirstOf({ linked }: IdentifyContext, call: Term, root: Term): Redirect['saveFirst'] {
  const request = root.value.k === 'member' ? linked.beside(root, root.value.of) : undefined;
  const owner = request?.value.k === 'param' ? request.file.functions[request.value.fn] : undefined;
  const name = request && owner && nameOf(owner, request);
  const failed = owner && onError(owner, call, receiverOf(linked, call));
  if (name === undefined || failed === undefined || root.value.k !== 'member' || typeof root.value.key !== 'string') return undefined;
  return { before: `${name}.${root.value.key}.save((saveError) => (saveError ? ${failed} : `, after: '))' };
}

/** An error is for `next`, where the handler takes it; else for the browser. */
function onError(owner: FunctionSummary, call: Term, response: Term | undefined): string | undefined {
  const next = owner.params.at(-1)?.name;
  if (owner.params.length > 2 && next !== undefined) return `${next}(saveError)`;
  const name = response?.value.k === 'param' ? nameOf(call.file.functions[response.value.fn], response) : undefined;
  return name === undefined ? undefined : `${name}.sendStatus(500)`;
}

function nameOf(fn: FunctionSummary | undefined, { value }: Term): string | undefined {
  return value.k === 'param' ? fn?.params[value.index]?.name : undefined;
}

/** `res.redirect = (url) => req.session.save(() => redirect(url))` saves for all. */
function isReplaced({ linked }: IdentifyContext): boolean {
  return [...linked.files.values()].some((file) => file.functions.some(({ effects }) => effects.some((effect) => {
    const target = effect.e === 'write' ? file.values[effect.target] : undefined;
    return target?.k === 'member' && target.key === 'redirect';
  })));
}
