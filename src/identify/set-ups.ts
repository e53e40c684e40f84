import type { TermCase } from '../link/property.js';
import type { LibraryModel } from '../models/library-model.js';
import { parseAccessPath } from './access-path.js';
import { matchCalls } from './context.js';
import type { IdentifyContext } from './context.js';
import { read } from './readers/read.js';

const found = new WeakMap<IdentifyContext, Map<LibraryModel, readonly TermCase[]>>();

/** The options of every linked call that sets a library up. Looked for once, and only when somebody asks. */
export function setUpsOf(context: IdentifyContext, model: LibraryModel): readonly TermCase[] {
  let ofModel = found.get(context);
  if (!ofModel) found.set(context, (ofModel = new Map<LibraryModel, readonly TermCase[]>()));
  let options = ofModel.get(model);
  if (!options) ofModel.set(model, (options = optionsOfAll(context, model)));
  return options;
}

function optionsOfAll(context: IdentifyContext, model: LibraryModel): readonly TermCase[] {
  return matchCalls(context, (model.configs ?? []).map((row) => ({ model, row }))).flatMap(({ site, match: { row } }) => {
    const isArgument = parseAccessPath(row.options).length === 1;
    // `registerAsync({ useClass: JwtSettings })` has options, if not where this row knows them.
    return read({ linked: context.linked, base: site.call }, row.options).map((one): TermCase => (one.status === 'absent' && !isArgument ? { status: 'unknown', why: 'dynamic' } : one));
  });
}
