import type { Memory, Place, Write } from '../src/facts/index.js';
import { startsTogether } from '../src/facts/starts-together.js';
import { defineRule, type Report, type Severity } from '../src/rule.js';
import { findSensitiveParts, type SensitivePart } from '../src/rule-support/find-sensitive-parts.js';
import { isWholeUser } from '../src/rule-support/is-whole-user.js';

type SensitiveKind = SensitivePart['kind'];

interface Options {
  /** Report session tokens in the browser's storage too. */
  readonly tokens: boolean;
  /** Report whole user objects of unknown contents in the browser's storage too. */
  readonly wholeUsers: boolean;
}

/** How messages call each kind. */
const WHAT: Readonly<Record<SensitiveKind, string>> = {
  'password': 'a password', 'password-hash': 'a password hash', 'private-key': 'a private key', 'second-factor': 'a second-factor secret', 'api-key': 'an API key', 'secret': 'a secret',
  'card': 'card data', 'bank': 'bank details', 'national-id': 'a national identifier', 'health': 'health data', 'pii': 'personal data', 'token': 'a session token',
};

const PLACES: Readonly<Record<Memory, string>> = {
  'local-storage': '`localStorage`', 'session-storage': '`sessionStorage`', 'cookie': 'a cookie', 'server-session': 'the session', 'server-record': 'a session record', 'flow-state': 'the state of the flow',
  'indexed-db': 'IndexedDB', 'token': 'a token that the client can read',
};

/** Whoever takes a session over must not get what opens other doors. Everything else may stand on the server. */
const NEVER_IN_ANY_SESSION: ReadonlySet<SensitiveKind> = new Set(['password', 'private-key', 'second-factor']);

/** What only says who somebody is may stand in a cookie that no script can read. */
const FINE_IN_COOKIES: ReadonlySet<SensitiveKind> = new Set(['pii', 'token']);

type MessageId = 'inBrowser' | 'inCookie' | 'tokenInBrowser' | 'inSession';

/** Is it proven that scripts of the page can read the cookie? */
function isReadable({ httpOnly }: Write): boolean {
  return httpOnly !== undefined && httpOnly.cases.length > 0 && httpOnly.cases.every((found) => found.status === 'known' && !found.value);
}

function toCookieMessageId(part: SensitivePart, write: Write): MessageId | undefined {
  if (isReadable(write)) return part.kind === 'token' ? 'tokenInBrowser' : 'inBrowser';
  return FINE_IN_COOKIES.has(part.kind) ? undefined : 'inCookie';
}

function toMessageId(part: SensitivePart, write: Write): MessageId | undefined {
  const inAnySession = NEVER_IN_ANY_SESSION.has(part.kind) ? 'inSession' : undefined;
  // What the library encrypts is as good as on the server.
  if (write.sealed) return inAnySession;
  switch (write.memory) {
    case 'local-storage':
    case 'session-storage':
    case 'indexed-db':
      return part.kind === 'token' ? 'tokenInBrowser' : 'inBrowser';
    case 'cookie':
      return toCookieMessageId(part, write);
    // Who holds a signed token can read it. That it holds a name or an id is what it is for.
    case 'token':
      return FINE_IN_COOKIES.has(part.kind) ? undefined : 'inCookie';
    case 'server-record':
      return write.sessionKeyed ? inAnySession : undefined;
    default:
      return inAnySession;
  }
}

function toSeverity(kind: SensitiveKind): Severity {
  if (kind === 'token') return 'info';
  return kind === 'pii' ? 'warn' : 'error';
}

/** What was assigned to an object before it was stored stands at the write: it has no property of its own to take out. */
function isWriteItself(at: Place, write: Write): boolean {
  return startsTogether(at, write.at);
}

/** Only what is written for the store alone may be taken out: an object with a name may be sent elsewhere too. */
function isInside(inner: Place, outer: Place): boolean {
  return inner.file === outer.file && outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** A field that a store keeps is left out of what it keeps; a part of it has no such switch. */
function toSuggestions(part: SensitivePart, write: Write, name: string): NonNullable<Report['suggestions']> {
  const { keptBy } = write;
  const data = { name: part.path.at(-1) ?? name };
  if (keptBy === undefined) return part.property && !isWriteItself(part.at, write) && isInside(part.at, write.at) ? [{ messageId: 'dropProperty', data, edits: [{ edit: 'remove-property', at: part.at }] }] : [];
  if (keptBy.leaveOut === undefined || part.path.length > write.path.length) return [];
  const { leaveOut } = keptBy;
  return [{ messageId: 'leaveOut', data, edits: ['remove' in leaveOut ? { edit: 'remove-property', at: leaveOut.remove } : { edit: 'set-property', object: leaveOut.object, path: leaveOut.set, code: leaveOut.code }] }];
}

function toReport(part: SensitivePart, write: Write, options: Options): readonly Report[] {
  const messageId = toMessageId(part, write);
  if (messageId === undefined || (messageId === 'tokenInBrowser' && !options.tokens)) return [];
  const name = part.path.join('.');
  const property = part.property && !isWriteItself(part.at, write);
  return [{
    messageId,
    data: { name, what: WHAT[part.kind], place: write.sealed ? PLACES['server-session'] : PLACES[write.memory] },
    at: part.at,
    severity: toSeverity(part.kind),
    ...(write.keptBy ? { related: [{ at: write.keptBy.at, message: 'It is kept by this store.' }] } : property ? { related: [{ at: write.at, message: 'It is stored by this write.' }] } : {}),
    suggestions: toSuggestions(part, write, name),
    subject: `${write.memory}.${name}`,
  }];
}

/** Several callers may write the same thing: each place is told once. */
function distinctParts(parts: readonly SensitivePart[]): readonly SensitivePart[] {
  return [...new Map(parts.toReversed().map((part) => [`${part.at.file} ${part.at.range.join()}`, part])).values()].reverse();
}

function checkWrite(write: Write, options: Options): readonly Report[] {
  const parts = [write, ...(write.others ?? [])].flatMap(({ path, value }) => findSensitiveParts(path, value, write.at));
  if (parts.length > 0) return distinctParts(parts).flatMap((part) => toReport(part, write, options));
  const inStorage = write.memory === 'local-storage' || write.memory === 'session-storage' || write.memory === 'indexed-db';
  const whole = { ...write.value, properties: write.value.properties.filter(({ at }) => !isWriteItself(at, write)) };
  if (!options.wholeUsers || !inStorage || !isWholeUser(write.path, whole)) return [];
  const name = write.path.join('.');
  return [{ messageId: 'wholeUser', data: { name, place: PLACES[write.memory] }, at: write.at, severity: 'info', subject: `${write.memory}.${name}` }];
}

/** Sensitive values have no place in what a browser keeps, and the worst of them have none in any session. */
export const noSensitiveSessionData = defineRule<Options>({
  name: 'no-sensitive-session-data',
  docs: {
    description: 'Disallow passwords, keys, payment, health and personal data in session memory that must not hold them',
    recommended: true,
    scope: 'file, sharper in project',
    standards: ['OWASP ASVS 5.0 14.3.3', 'OWASP ASVS 5.0 14.2.6', 'CWE-312', 'CWE-922'],
  },
  severity: 'error',
  weakestIdentity: 'shape',
  messages: {
    inBrowser: '`{{name}}` puts {{what}} into {{place}}. Every script of the page and everybody at the device can read it there. Keep it in the server session, or leave it out of what is stored.',
    inCookie: '`{{name}}` puts {{what}} into {{place}}, where it is not encrypted. It lies readable on the device, and it travels with every request. Keep it in the server session, or leave it out of what is stored.',
    tokenInBrowser: '`{{name}}` puts {{what}} into {{place}}. One injected script is enough to take the login away. Keep it in an http-only cookie or in the server session.',
    inSession: '`{{name}}` puts {{what}} into {{place}} in plain text. Whoever reads the session store gets it, long after it was needed. Use it at once, and keep only its hash or an id.',
    wholeUser: '`{{name}}` puts a whole user object into {{place}}. Whatever it holds now or later, every script of the page can read it. Store the id, or name the fields that the page needs.',
  },
  suggestions: {
    dropProperty: 'Leave `{{name}}` out of what is stored',
    leaveOut: 'Do not keep `{{name}}` in the browser',
  },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      tokens: { description: 'Report access, refresh and session tokens in the browser\'s storage too.', type: 'boolean' },
      wholeUsers: { description: 'Report whole user objects of unknown contents in the browser\'s storage too.', type: 'boolean' },
    },
  },
  defaultOptions: { tokens: false, wholeUsers: false },
  strictOptions: { tokens: true, wholeUsers: true },
  check(facts, options) {
    return facts.writes.filter((write) => !facts.isTest(write.at.file)).flatMap((write) => checkWrite(write, options));
  },
});
