import type { Capture, Flow, FlowStep } from '../../facts/index.js';
import { startsTogether } from '../../facts/starts-together.js';
import type { Term } from '../../link/term.js';
import { whereOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { sameField } from '../fields/same-field.js';
import type { SessionRoots } from '../session-roots.js';
import { clearsOf } from './clears-of.js';
import { composedEffects } from './composed-effects.js';
import type { ComposedEffect } from './composed-effects.js';
import { fieldsTested } from './fields-tested.js';
import { pageCaptures } from './page-captures.js';
import { markSkippable } from './mark-skippable.js';
import { markOwnAnswer, placesIn } from './own-answers.js';
import { findPages } from './page-routes.js';
import type { Handler, Page } from './page-routes.js';
import { postedMatcher } from './posted-matcher.js';
import { Redirects } from './redirects.js';
import { SessionFills } from './session-fills.js';
import { TemplateAsks } from './template-asks.js';
import type { PageAsk } from './template-asks.js';
import { toOwnField } from './to-own-field.js';

/** What stands behind the path of a page whose form has been sent. */
const SENT = ', sent';

/** What a page does, before pages are put in order. */
interface PageDraft {
  readonly page: Page;
  readonly asks: readonly PageAsk[];
  readonly captures: readonly Capture[];
  readonly clears: FlowStep['clears'];
  readonly clearsOnLeave: FlowStep['clears'];
  readonly redirects: readonly string[];
  /** What its handlers run through. */
  readonly places: ReadonlySet<string>;
}

/**
 * Journeys over several pages: routes whose handlers redirect to one another, keep answers in the session, and show
 * templates that ask. Order is that of the redirects; without one there is no order, and no flow.
 */
export function findPageFlows(context: IdentifyContext, roots: SessionRoots): readonly Flow[] {
  const posted = postedMatcher(context);
  const templates = new TemplateAsks(context, roots);
  const redirects = new Redirects(context);
  const found = findPages(context).flatMap((page) => draftsOf(context, roots, redirects, page, posted, templates));
  const fills = new SessionFills(context, roots);
  const drafts = found.map((draft) => withOwnAnswers(draft, found, fills));
  return journeys(drafts).map((members) => toFlow(context, members));
}

function draftsOf(context: IdentifyContext, roots: SessionRoots, redirects: Redirects, page: Page, posted: (term: Term) => string[] | undefined, templates: TemplateAsks): readonly PageDraft[] {
  const shows = run(context, page.shows);
  const takes = run(context, page.takes);
  const shown = templates.of(shows);
  // The form's handler shows the next form by itself.
  const further = templates.of(takes.filter(isGoingOn)).filter(({ ask }) => !shown.some((own) => startsTogether(own.ask.at, ask.at)));
  const captures = takes.flatMap((one) => pageCaptures(context, roots, one, posted, shown));
  const after = `${page.path}${SENT}`;
  const draft: PageDraft = {
    page,
    asks: askedAnyway(context, roots, shows.filter((one) => redirects.has(one)), shown),
    captures: markSkippable(captures, takes.filter((one) => redirects.has(one)), 'in-turn'),
    clears: shows.flatMap((one) => clearsOf(context, roots, one)),
    clearsOnLeave: takes.flatMap((one) => clearsOf(context, roots, one)),
    redirects: [...(further.length > 0 ? [after] : []), ...[...takes, ...shows].flatMap((one) => redirects.targetsOf(one))],
    places: placesIn([...takes, ...shows]),
  };
  if (further.length === 0) return [draft];
  return [draft, { page: { ...page, path: after }, asks: further, captures: [], clears: [], clearsOnLeave: [], redirects: further.flatMap(({ action }) => action ?? []), places: draft.places }];
}

/** What runs for everybody, or for all who were not turned away: `if (errors) return res.render('form.njk'); …`. */
function isGoingOn({ where }: ComposedEffect): boolean {
  return where.arms.every(({ kind, arm }) => (kind === 'try' && arm === 0) || (kind === 'if' && arm === 1));
}

function withOwnAnswers(draft: PageDraft, drafts: readonly PageDraft[], fills: SessionFills): PageDraft {
  const isOwn = (place: string): boolean => draft.places.has(place) && drafts.every((other) => other === draft || !other.places.has(place));
  return { ...draft, asks: draft.asks.map((asked) => markOwnAnswer(asked, fills, isOwn)) };
}

/** A page that redirects whoever has answered asks only when the answer is missing. */
function askedAnyway(context: IdentifyContext, roots: SessionRoots, redirects: readonly ComposedEffect[], asks: readonly PageAsk[]): readonly PageAsk[] {
  const skipped = redirects.flatMap((one) => fieldsTested(context.linked, roots, one, 'present', context.fieldAliases));
  return asks.map((asked) => {
    const { field } = asked.ask;
    return field && skipped.some((known) => sameField(known, field)) ? { ...asked, ask: { ...asked.ask, guard: 'missing' } } : asked;
  });
}

function run(context: IdentifyContext, handlers: readonly Handler[]): readonly ComposedEffect[] {
  return handlers.flatMap(({ ref, env }) => composedEffects(context.linked, ref, env));
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
  return [...byRoot.values()].filter((members) => members.length > 1 && members.some((draft) => draft.asks.length > 0) && (members.some((draft) => draft.captures.length > 0) || members.some(({ page }) => page.path.endsWith(SENT))));
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

function toFlow({ fieldAliases }: IdentifyContext, members: readonly PageDraft[]): Flow {
  const [first] = members;
  const { page } = first as PageDraft;
  return {
    fact: 'flow',
    at: page.at,
    identity: page.identity,
    library: page.library,
    where: whereOf(page.site),
    name: page.path,
    medium: 'pages',
    steps: members.map((draft) => ({
      name: draft.page.path,
      at: draft.page.at,
      asks: draft.asks.map(({ ask }) => toOwnField(ask, draft.captures, members.filter((other) => other !== draft).flatMap((other) => other.captures), fieldAliases)),
      captures: draft.captures,
      clears: draft.clears,
      clearsOnLeave: draft.clearsOnLeave,
      next: [...new Set(targetsOf(draft, members))],
    })),
  };
}
