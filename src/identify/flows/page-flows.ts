import type { Capture, Flow, FlowStep } from '../../facts/index.js';
import { resolveTerm } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import { rowsOf, whereOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import type { SessionRoots } from '../session-roots.js';
import { wordsOf } from '../words-of.js';
import { clearsOf } from './clears-of.js';
import { composedEffects } from './composed-effects.js';
import type { ComposedEffect } from './composed-effects.js';
import { findPages, literals } from './page-routes.js';
import type { Handler, Page } from './page-routes.js';
import { TemplateAsks } from './template-asks.js';
import type { PageAsk } from './template-asks.js';

/** What a page does, before pages are put in order. */
interface PageDraft {
  readonly page: Page;
  readonly asks: readonly PageAsk[];
  readonly captures: readonly Capture[];
  readonly clears: FlowStep['clears'];
  readonly clearsOnLeave: FlowStep['clears'];
  readonly redirects: readonly string[];
}

/**
 * Journeys over several pages: routes whose handlers redirect to one another, keep answers in the session, and show
 * templates that ask. Order is that of the redirects; without one there is no order, and no flow.
 */
export function findPageFlows(context: IdentifyContext, roots: SessionRoots): readonly Flow[] {
  const posted = postedMatcher(context);
  const templates = new TemplateAsks(context, roots);
  const drafts = findPages(context).map((page) => draftOf(context, roots, page, posted, templates));
  return journeys(drafts).map((members) => toFlow(members));
}

function draftOf(context: IdentifyContext, roots: SessionRoots, page: Page, posted: (term: Term) => string[] | undefined, templates: TemplateAsks): PageDraft {
  const shows = run(context, page.shows);
  const takes = run(context, page.takes);
  const asks = templates.of(shows);
  return {
    page,
    asks,
    captures: takes.flatMap((one) => captureOf(context, roots, one, posted, asks)),
    clears: shows.flatMap((one) => clearsOf(context, roots, one)),
    clearsOnLeave: takes.flatMap((one) => clearsOf(context, roots, one)),
    redirects: [...takes, ...shows].flatMap((one) => redirectsOf(context, one)),
  };
}

function run(context: IdentifyContext, handlers: readonly Handler[]): readonly ComposedEffect[] {
  return handlers.flatMap(({ ref, env }) => composedEffects(context.linked, ref, env));
}

/** The name of the posted field that a value is: `req.body.email` gives `['email']`, `req.body` itself `[]`. */
function postedMatcher(context: IdentifyContext): (term: Term) => string[] | undefined {
  const rows = rowsOf(context.models, (model) => model.posted);
  const posted = (term: Term, depth = 0): string[] | undefined => {
    if (depth > 6) return undefined;
    for (const view of context.linked.views(term)) {
      if (view.value.k === 'member' && rows.some(({ row }) => context.matcher.matches(view, row))) return [];
      if (view.value.k === 'member' && typeof view.value.key === 'string') {
        const outer = posted(context.linked.beside(view, view.value.of), depth + 1);
        if (outer) return [...outer, view.value.key];
      }
      // `req.body.email.trim()`
      if (view.value.k === 'call') {
        const callee = context.linked.beside(view, view.value.callee);
        const receiver = callee.value.k === 'member' ? posted(context.linked.beside(callee, callee.value.of), depth + 1) : undefined;
        if (receiver && receiver.length > 0) return receiver;
      }
    }
    return undefined;
  };
  return (term) => posted(term);
}

function captureOf(context: IdentifyContext, roots: SessionRoots, one: ComposedEffect, posted: (term: Term) => string[] | undefined, asks: readonly PageAsk[]): readonly Capture[] {
  const { linked } = context;
  const taken = storedBy(context, one);
  if (!taken) return [];
  const target = roots.pathOf(taken.target);
  if (!target) return [];
  const path = [target.match.row.name, ...target.path];
  const capture = (names: readonly string[], below: readonly string[], at = one.at): readonly Capture[] => {
    const field = toFieldIdentity(names);
    return field ? [{ at, field, path: [...path, ...below], where: one.where }] : [];
  };
  const whole = (): readonly Capture[] => asks.flatMap(({ names }) => capture(names, names));
  const own = posted(taken.value);
  if (own) return own.length > 0 ? capture(own, []) : whole();
  return resolveTerm(linked, taken.value).flatMap((found): readonly Capture[] => {
    if (found.status !== 'known' || found.term.value.k !== 'object') return [];
    const { term } = found;
    if (term.value.k !== 'object') return [];
    const spread = term.value.spreads.some(({ of }) => posted(linked.beside(term, of))?.length === 0) ? whole() : [];
    const named = term.value.entries.flatMap((entry) => {
      const name = posted(linked.beside(term, entry.value));
      return name && name.length > 0 ? capture(name, [entry.key], { file: term.file.file, range: entry.at }) : [];
    });
    return [...spread, ...named];
  });
}

/** `session.email = x`, `Object.assign(session.form, x)`. */
function storedBy({ linked }: IdentifyContext, one: ComposedEffect): { readonly target: Term; readonly value: Term } | undefined {
  const { effect, ref, env } = one;
  if (effect.e === 'write') return { target: linked.term(ref.file, effect.target, env), value: linked.term(ref.file, effect.value, env) };
  if (effect.e !== 'call') return undefined;
  const call = linked.term(ref.file, effect.call, env);
  if (call.value.k !== 'call' || wordsOf(linked, linked.beside(call, call.value.callee)).join('.') !== 'Object.assign') return undefined;
  const [target, value] = call.value.args;
  return target === undefined || value === undefined ? undefined : { target: linked.beside(call, target), value: linked.beside(call, value) };
}

function redirectsOf(context: IdentifyContext, one: ComposedEffect): readonly string[] {
  if (one.effect.e !== 'call') return [];
  const call = context.linked.term(one.ref.file, one.effect.call, one.env);
  const callee = call.value.k === 'call' ? context.linked.beside(call, call.value.callee) : undefined;
  if (call.value.k !== 'call' || callee?.value.k !== 'member' || callee.value.key !== 'redirect') return [];
  return call.value.args.slice(-1).flatMap((id) => literals(context, context.linked.beside(call, id)));
}

/** Groups of pages that redirects connect. */
function journeys(drafts: readonly PageDraft[]): readonly (readonly PageDraft[])[] {
  const group = drafts.map((_, index) => index);
  const find = (index: number): number => (group[index] === index ? index : find(group[index] ?? index));
  drafts.forEach((draft, index) => {
    for (const target of targetsOf(draft, drafts)) group[find(target)] = find(index);
  });
  const byRoot = new Map<number, PageDraft[]>();
  drafts.forEach((draft, index) => byRoot.set(find(index), [...(byRoot.get(find(index)) ?? []), draft]));
  return [...byRoot.values()].filter((members) => members.length > 1 && members.some((draft) => draft.captures.length > 0) && members.some((draft) => draft.asks.length > 0));
}

/** Pages that a draft redirects to: the same path, or one that a mount point stands before. */
function targetsOf(draft: PageDraft, drafts: readonly PageDraft[]): readonly number[] {
  return draft.redirects.flatMap((target) => {
    const path = target.split(/[?#]/)[0] ?? '';
    const exact = drafts.findIndex((other) => other.page.path === path);
    if (exact >= 0) return [exact];
    const mounted = drafts.flatMap((other, index) => (other.page.path.length > 1 && path.endsWith(other.page.path.startsWith('/') ? other.page.path : `/${other.page.path}`) ? [index] : []));
    return mounted.length === 1 ? mounted : [];
  }).filter((index) => drafts[index] !== draft);
}

function toFlow(members: readonly PageDraft[]): Flow {
  const [first] = members;
  const { page } = first as PageDraft;
  return {
    fact: 'flow',
    at: page.at,
    identity: page.identity,
    library: page.library,
    where: whereOf(page.site),
    name: page.path,
    steps: members.map((draft) => ({
      name: draft.page.path,
      at: draft.page.at,
      asks: draft.asks.map(({ ask }) => ask),
      captures: draft.captures,
      clears: draft.clears,
      clearsOnLeave: draft.clearsOnLeave,
      next: [...new Set(targetsOf(draft, members))],
    })),
  };
}

