import type { ControlPoint, Effect, Facts, FileSummary, Identity, Place } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import { argumentOf } from '../link/linker.js';
import type { CallSite, Term } from '../link/term.js';
import type { LibraryModel, Row } from '../models/library-model.js';
import type { FieldAliases } from './fields/field-aliases.js';
import { CallRows } from './call-rows.js';
import { holds } from './lifetimes.js';
import { type Matcher } from './matcher.js';
import type { RowVersions } from './row-versions.js';

/** What the builders of facts share: the linked files, the models, and how to match the one against the other. */
export interface IdentifyContext {
  readonly linked: Linked;
  readonly models: readonly LibraryModel[];
  readonly matcher: Matcher;
  readonly versions: RowVersions;
  readonly scope: Facts['scope'];
  readonly fieldAliases: FieldAliases;
  /** Is it all that a person has sent: `req.body`? */
  readonly isPosted: (term: Term) => boolean;
}

/** A model's row together with the model. */
export interface ModelRow<R extends Row> {
  readonly model: LibraryModel;
  readonly row: R;
}

/** Collects the rows of one kind from all models. */
export function rowsOf<R extends Row>(models: readonly LibraryModel[], pick: (model: LibraryModel) => readonly R[] | undefined): readonly ModelRow<R>[] {
  return models.flatMap((model) => (pick(model) ?? []).map((row) => ({ model, row })));
}

/** A call that a row names. */
export interface MatchedCall<R extends Row> {
  readonly site: CallSite;
  readonly match: ModelRow<R>;
  readonly identity: Identity;
  /** Further rows, of other versions that may be in use. */
  readonly others: readonly ModelRow<R>[];
  /** Is there a row for each version that may be in use? */
  readonly complete: boolean;
}

/** Calls of one kind of row, with how each is known. */
export function matchCalls<R extends Row>(context: IdentifyContext, rows: readonly ModelRow<R>[]): readonly MatchedCall<R>[] {
  const index = new CallRows(rows);
  return context.linked.callSites.flatMap((site) => {
    const found: { readonly match: ModelRow<R>; readonly identity: Identity }[] = [];
    let complete = false;
    for (const match of index.candidates(context.linked, site.call)) {
      const fit = context.versions.fit(match.model, match.row, site.call.file);
      const identity = fit === 'no' ? undefined : identityOf(context, site, match.row);
      if (!identity || !isMeant(context, site, match.row)) continue;
      found.push({ match, identity });
      complete = fit === 'yes';
      if (complete) break;
    }
    const [first, ...others] = found;
    return first ? [{ site, ...first, others: others.map(({ match }) => match), complete }] : [];
  });
}

/** What may be another call is not this one: a clear that may not happen would hide what is left behind. */
function isMeant({ linked }: IdentifyContext, site: CallSite, row: Row): boolean {
  return (row.when ?? []).every((when) => holds({ linked, base: site.call, site }, when) === 'yes');
}

function identityOf({ linked, matcher }: IdentifyContext, { call }: CallSite, row: Row): Identity | undefined {
  if (!row.handedTo) return matcher.isItself(call, row);
  const argument = argumentOf(linked, call, row.handedTo.argument);
  const { property } = row.handedTo;
  const plugins = argument && property !== undefined ? linked.views(argument).flatMap((view) => linked.propertyValues(view, property)) : [argument];
  for (const plugin of plugins) {
    const identity = plugin && matcher.matches(plugin, row);
    if (identity) return identity;
  }
  return undefined;
}

export function effectOf(site: CallSite): Effect | undefined {
  return site.within.fn.effects[site.effect];
}

/** The control point of a call site. */
export function whereOf(site: CallSite): ControlPoint {
  return effectOf(site)?.where ?? { fn: site.within.fn.id, order: 0, arms: [], statement: site.within.fn.at };
}

export function placeOfSite(site: CallSite): Place {
  return { file: site.call.file.file, range: effectOf(site)?.at ?? [0, 0] };
}

export function placeIn(file: FileSummary, range: Place['range']): Place {
  return { file: file.file, range };
}
