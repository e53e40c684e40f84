import type { Facts, Place, SessionConfig, Write } from '../src/facts/index.js';
import { findLongSpan, type LongSpan } from '../src/rule-support/find-long-span.js';
import { toCarrier } from '../src/rule-support/session-carrier.js';
import { toDurationText } from '../src/rule-support/to-duration-text.js';
import { toKeyText } from '../src/rule-support/to-key-text.js';
import { toShorterCode } from '../src/rule-support/to-shorter-code.js';
import { defineRule, type Report } from '../src/rule.js';

interface Options {
  readonly idleHours: number;
  readonly absoluteDays: number;
  readonly cookieDays: number;
  readonly accessTokenHours: number;
  readonly refreshTokenDays: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Browsers keep no cookie longer, and nobody means a session to last so long. */
const ABSURD = 400 * DAY;

type Kind = 'record' | 'entry' | 'cookie' | 'absolute' | 'access' | 'refresh';

const LIMITS: Readonly<Record<Kind, (options: Options) => number>> = {
  record: ({ idleHours }) => idleHours * HOUR,
  entry: ({ idleHours }) => idleHours * HOUR,
  cookie: ({ cookieDays }) => cookieDays * DAY,
  absolute: ({ absoluteDays }) => absoluteDays * DAY,
  access: ({ accessTokenHours }) => accessTokenHours * HOUR,
  refresh: ({ refreshTokenDays }) => refreshTokenDays * DAY,
};

/** What suggestions write where the limit itself is longer. */
const USUAL: Readonly<Record<Kind, number>> = { record: DAY, entry: DAY, cookie: 30 * DAY, absolute: 30 * DAY, access: HOUR, refresh: 90 * DAY };

function toReport(kind: Kind, span: LongSpan, options: Options, subject: string, related: readonly Place[], data: Report['data'] = {}): Report {
  const proposed = Math.min(LIMITS[kind](options), USUAL[kind]);
  const change = toShorterCode(span, proposed);
  return {
    messageId: kind,
    data: { ...data, now: toDurationText(span.ms), proposed: toDurationText(proposed) },
    at: span.at,
    ...(span.ms > ABSURD ? {} : { severity: 'info' as const }),
    related: related.map((at) => ({ at, message: kind === 'entry' ? 'Written through this call.' : 'The session is set up here.' })),
    suggestions: change === undefined ? [] : [{ messageId: 'shorten', data: { code: change.code }, edits: [change.edit] }],
    subject,
  };
}

/** A cookie that only names a record is over when the record is. */
function isRecordBounded({ record }: SessionConfig, limit: number): boolean {
  return record.cases.length > 0 && record.cases.every((found) => found.status === 'known' && found.value.ends === 'after' && found.value.ms <= limit);
}

function samePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.range[0] === b.range[0] && a.range[1] === b.range[1];
}

/** Lifetimes that a library chooses by itself are its business; so are moments that are fixed at start-up `require-session-expiry`'s. */
function checkConfig(config: SessionConfig, facts: Facts, options: Options): readonly Report[] {
  if (config.fixed.length > 0) return [];
  const long = (lifetime: SessionConfig['record'], kind: Kind): LongSpan | undefined => {
    const span = findLongSpan(lifetime, LIMITS[kind](options), facts);
    return span?.given === undefined ? undefined : span;
  };
  const isHeldByClient = config.memory === 'cookie' || config.memory === 'token';
  const record = long(config.record, isHeldByClient ? 'cookie' : 'record');
  const cookie = isRecordBounded(config, LIMITS.cookie(options)) ? undefined : long(config.cookie, 'cookie');
  const absolute = long(config.absolute, 'absolute');
  // What is never renewed lasts as long as its cookie: `require-session-expiry` tells of the record.
  const toldElsewhere = config.notRenewed !== undefined && record !== undefined && record.ms > ABSURD;
  const found: [Kind, LongSpan | undefined][] = [[isHeldByClient ? 'cookie' : 'record', toldElsewhere ? undefined : record], ['cookie', cookie], ['absolute', absolute]];
  const reports = found.flatMap(([kind, span]) => (span === undefined ? [] : [toReport(kind, span, options, `${config.library}.${kind}`, [config.at])]));
  return reports.filter(({ at }, index) => reports.findIndex((other) => samePlace(other.at, at)) === index);
}

/** What kind of lifetime a written entry has; nothing for what does not carry a session. */
function kindOf(write: Write): Kind | undefined {
  const carrier = toCarrier(write);
  if (carrier === 'other') return undefined;
  switch (write.memory) {
    case 'server-record': return write.sessionKeyed ? (carrier === 'refresh' ? 'refresh' : 'entry') : undefined;
    case 'cookie': return carrier === undefined ? undefined : carrier === 'refresh' ? 'refresh' : 'cookie';
    case 'token': return carrier === 'refresh' ? 'refresh' : 'access';
    default: return undefined;
  }
}

function checkWrite(write: Write, facts: Facts, options: Options): readonly Report[] {
  const kind = kindOf(write);
  const span = kind === undefined ? undefined : findLongSpan(write.lifetime, LIMITS[kind](options), facts);
  if (kind === undefined || span === undefined) return [];
  const key = toKeyText(write);
  return [toReport(kind, span, options, key, write.via, { key })];
}

/** Sessions end, and soon enough for what they are. */
export const noExcessiveSessionLifetime = defineRule<Options>({
  name: 'no-excessive-session-lifetime',
  docs: {
    description: 'Disallow sessions, session cookies and tokens that end far too late',
    recommended: true,
    scope: 'file, sharper in project',
    standards: ['OWASP ASVS 5.0 7.3.1', 'OWASP ASVS 5.0 7.3.2', 'OWASP Session Management Cheat Sheet', 'CWE-613', 'CWE-539'],
  },
  severity: 'warn',
  weakestIdentity: 'linked',
  messages: {
    record: 'This session lives for {{now}} after its last use. Abandoned sessions pile up, and a stolen session id works all that time. Let it end after {{proposed}} at most.',
    entry: 'The session entry `{{key}}` lives for {{now}}. Entries of people who never come back pile up, and what they hold stays readable. Let it end after {{proposed}} at most.',
    cookie: 'The browser is told to keep this session for {{now}}. Whoever uses the device later is signed in, and browsers themselves stop at 400 days. Keep it for {{proposed}} at most.',
    absolute: 'This session may go on for {{now}}, however it is used. A stolen session that is kept alive is never noticed. Ask people to sign in again after {{proposed}} at most.',
    access: 'This token is accepted for {{now}}, and nobody can take it back before. Whoever gets hold of it is signed in all that time. Let it end after {{proposed}} at most, and renew it.',
    refresh: 'This refresh token is accepted for {{now}}. Whoever gets hold of it can sign in again and again. Let it end after {{proposed}} at most.',
  },
  suggestions: { shorten: 'Write `{{code}}`' },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      idleHours: { description: 'Longest life of a session on the server after its last use, in hours.', type: 'integer', minimum: 1 },
      absoluteDays: { description: 'Longest life of a session however it is used, in days.', type: 'integer', minimum: 1 },
      cookieDays: { description: 'Longest life of a cookie that carries a session, in days.', type: 'integer', minimum: 1 },
      accessTokenHours: { description: 'Longest life of an access token, in hours.', type: 'integer', minimum: 1 },
      refreshTokenDays: { description: 'Longest life of a refresh token, in days.', type: 'integer', minimum: 1 },
    },
  },
  defaultOptions: { idleHours: 9600, absoluteDays: 400, cookieDays: 400, accessTokenHours: 9600, refreshTokenDays: 400 },
  strictOptions: { idleHours: 24, absoluteDays: 30, accessTokenHours: 1, refreshTokenDays: 90 },
  check(facts, options) {
    const configs = facts.sessionConfigs.filter((config) => !config.environmentGuard && !facts.isTest(config.at.file));
    const writes = facts.writes.filter((write) => !facts.isTest(write.at.file));
    return [...configs.flatMap((config) => checkConfig(config, facts, options)), ...writes.flatMap((write) => checkWrite(write, facts, options))];
  },
});
