import type { Write } from '../facts/index.js';
import type { CallSite } from '../link/term.js';
import type { WriteRow } from '../models/library-model.js';
import { placeOfSite } from './context.js';
import type { IdentifyContext } from './context.js';
import { receiverOf } from './receiver-of.js';
import { resolveFlag } from './resolve-flag.js';
import type { SessionOrigins } from './session-origins.js';

/** Who can read what is written, and whether it needs a save. */
export function protectionOf(context: IdentifyContext, site: CallSite, row: WriteRow, origins: SessionOrigins): Pick<Write, 'httpOnly' | 'sealed' | 'needsSave' | 'session'> {
  const httpOnly = httpOnlyOf(context, site, row);
  const written = row.needsSave && receiverOf(context.linked, site.call);
  const session = written && origins.followed(written);
  return {
    ...(httpOnly ? { httpOnly } : {}),
    ...(row.sealed ? { sealed: row.sealed } : {}),
    ...(row.needsSave ? { needsSave: row.needsSave } : {}),
    ...(session ? { session } : {}),
  };
}

function httpOnlyOf({ linked }: IdentifyContext, site: CallSite, { httpOnly }: WriteRow): Write['httpOnly'] {
  if (httpOnly === 'never') return { cases: [{ status: 'known', value: false, at: placeOfSite(site) }] };
  return httpOnly && resolveFlag({ linked, base: site.call, site }, httpOnly.read, httpOnly.whenAbsent);
}
