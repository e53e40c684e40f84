import { cookieLifetime } from './cookie-lifetime.js';
import type { AccessPath, ClearRow, WriteRow } from './library-model.js';

/** What servers make of the options of a cookie, which they all call the same. */
export interface CookieOptions {
  readonly at: AccessPath;
  /** What `maxAge` is counted in. */
  readonly unit: 'ms' | 's';
  /** Do scripts not see the cookie unless the options say so? Left out: something else may decide it. */
  readonly hidden?: boolean;
}

/** The part of a row that says when a cookie ends, and who can read it. */
export function cookieOptions({ at, unit, hidden }: CookieOptions): Required<Pick<WriteRow, 'lifetime' | 'httpOnly'>> {
  return { lifetime: cookieLifetime(at, unit), httpOnly: { read: `${at}.Member[httpOnly]`, ...(hidden === undefined ? {} : { whenAbsent: hidden }) } };
}

/** A cookie that is over at once is removed: `{ maxAge: 0 }`. */
export function clearedByAge(at: AccessPath): Required<Pick<ClearRow, 'when' | 'memory' | 'clears'>> {
  return { memory: 'cookie', clears: 'cookie', when: [{ read: `${at}.Member[maxAge]`, is: 0 }] };
}
