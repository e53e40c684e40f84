import type { ExpiryRemedy, Place } from '../facts/index.js';
import { argumentOf } from '../link/linker.js';
import type { CallSite } from '../link/term.js';
import type { WriteRow } from '../models/library-model.js';
import { placeOfSite } from './context.js';
import type { IdentifyContext } from './context.js';
import { placeOf } from './place-of.js';
import { startOfBuilder } from './readers/builder.js';

/** How a suggestion gives what a call writes an expiry; `undefined` where no single edit does. */
export function remedyOf({ linked }: IdentifyContext, site: CallSite, row: WriteRow): ExpiryRemedy | undefined {
  const { remedy } = row;
  if (!remedy) return undefined;
  if ('chain' in remedy) {
    const start = startOfBuilder(linked, site.call);
    return start && start.file === site.call.file ? { ...remedy, at: placeOf(start) } : undefined;
  }
  const call: Place = placeOfSite(site);
  const count = site.call.value.k === 'call' || site.call.value.k === 'new' ? site.call.value.args.length : 0;
  if ('append' in remedy) return remedy.argument === count ? { ...remedy, call } : undefined;
  const { set, unit, argument = 0 } = remedy;
  if (argument === count) return { set, unit, call, argument };
  // `sign(claims, secret, { algorithm })`: the options that stand there take it.
  const options = argumentOf(linked, site.call, argument);
  return options?.value.k === 'object' && options.file === site.call.file ? { set, unit, object: placeOf(options) } : undefined;
}
