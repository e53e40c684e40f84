import type { ControlPoint, Effect, Facts, FileSummary, Identity, Place } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import type { CallSite } from '../link/term.js';
import type { LibraryModel, Row } from '../models/library-model.js';
import { CallRows } from './call-rows.js';
import { type Matcher } from './matcher.js';

/** What the builders of facts share: the linked files, the models, and how to match the one against the other. */
export interface IdentifyContext {
  readonly linked: Linked;
  readonly models: readonly LibraryModel[];
  readonly matcher: Matcher;
  readonly scope: Facts['scope'];
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

/** Calls of one kind of row, with how each is known. */
export function matchCalls<R extends Row>(context: IdentifyContext, rows: readonly ModelRow<R>[]): readonly { readonly site: CallSite; readonly match: ModelRow<R>; readonly identity: Identity }[] {
  const index = new CallRows(rows);
  return context.linked.callSites.flatMap((site) => {
    for (const match of index.candidates(context.linked, site.call)) {
      const identity = context.matcher.isItself(site.call, match.row);
      if (identity) return [{ site, match, identity }];
    }
    return [];
  });
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
