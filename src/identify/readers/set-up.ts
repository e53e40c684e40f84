import type { TermCase } from '../../link/property.js';
import type { AccessPath } from '../../models/library-model.js';
import { read } from './read.js';
import type { ReadFrom } from './read.js';

const UNKNOWN: readonly TermCase[] = [{ status: 'unknown', why: 'dynamic' }];

/**
 * `app.register(jwt, { sign: { expiresIn: '15m' } })`, for what `app.jwt.sign(claims)` is not given. Where a library is
 * set up several times, which of them a call belongs to is not known; only what none of them says is.
 */
export function setUp({ linked, setUps }: ReadFrom, path: AccessPath): readonly TermCase[] {
  const options = setUps?.() ?? [];
  const cases = options.flatMap((found) => (found.status === 'known' ? read({ linked, base: found.term }, path) : [found]));
  if (cases.length > 0 && cases.every(({ status }) => status === 'absent')) return [{ status: 'absent' }];
  return options.length === 1 ? cases : UNKNOWN;
}
