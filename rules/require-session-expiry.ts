import type { ExpiryRemedy, Facts, Place, SessionConfig, Write } from '../src/facts/index.js';
import { defineRule, type Report, type Suggestion } from '../src/rule.js';
import { endsOtherwise } from '../src/rule-support/ends-otherwise.js';
import { isProvenNever, type ProvenNever } from '../src/rule-support/is-proven-never.js';
import { sameStoreKey } from '../src/rule-support/same-store-key.js';
import { toExpiryEdits } from '../src/rule-support/to-expiry-edits.js';
import { toKeyText } from '../src/rule-support/to-key-text.js';

interface Options {
  /** Idle minutes that suggestions write. */
  readonly idleMinutes: number;
}

function toSuggestions(remedy: ExpiryRemedy | undefined, minutes: number): readonly Suggestion[] {
  const expiry = remedy === undefined ? undefined : toExpiryEdits(remedy, minutes);
  if (remedy === undefined || expiry === undefined) return [];
  return [{ messageId: 'remove' in remedy ? 'removeOption' : 'addExpiry', data: { code: expiry.code }, edits: expiry.edits }];
}

/** Another expiry beside `disableTTL: true` changes nothing: the option must go. `maxAge: Infinity` is written over. */
function toOptionRemedy(never: ProvenNever, remedy: ExpiryRemedy | undefined, at: Place): ExpiryRemedy | undefined {
  if (never.because !== 'option' || never.at === undefined || never.option === undefined) return remedy;
  const option = never.option.replace(/:.*$/u, '').split('.').at(-1);
  if (remedy !== undefined && 'set' in remedy && remedy.set.at(-1) === option) return remedy;
  return never.at.file === at.file ? { remove: never.at, what: never.option } : undefined;
}

/** `{ ex: 60 }` on a client that reads `EX`: the one takes the other's place. */
function toIgnoredSuggestions(never: ProvenNever, remedy: ExpiryRemedy | undefined, minutes: number): readonly Suggestion[] {
  if (never.at === undefined || remedy === undefined || !('set' in remedy) || remedy.object?.file !== never.at.file) return toSuggestions(remedy, minutes);
  const code = toExpiryEdits(remedy, minutes)?.code ?? '';
  return [{ messageId: 'moveOption', data: { option: never.option ?? '', code }, edits: [{ edit: 'replace', at: never.at, code }] }];
}

/** An option in the wrong place is the one thing to mend, so it is told instead of the missing lifetime. */
function checkMisplaced(config: SessionConfig, never: ProvenNever | undefined, options: Options): readonly Report[] {
  const expiry = config.remedy === undefined ? undefined : toExpiryEdits(config.remedy, options.idleMinutes);
  return config.misplaced.map(({ option, instead, at }) => ({
    messageId: never === undefined ? 'misplacedBounded' : 'misplaced',
    data: { option, instead, library: config.name },
    at,
    ...(never === undefined ? { severity: 'warn' as const } : {}),
    related: [{ at: config.at, message: 'The session is set up here.' }],
    suggestions: expiry === undefined ? [] : [{ messageId: 'moveOption', data: { option, code: expiry.code }, edits: [{ edit: 'remove-property', at }, ...expiry.edits] }],
    subject: `${config.library}.${option}`,
  }));
}

/** A moment made at start-up ends every session at once, and those that begin later are over when they begin. */
function checkFixed(config: SessionConfig, options: Options): readonly Report[] {
  const expiry = config.remedy === undefined ? undefined : toExpiryEdits(config.remedy, options.idleMinutes);
  return config.fixed.map(({ option, instead, at }) => ({
    messageId: 'fixedMoment',
    data: { option, instead },
    at,
    related: [{ at: config.at, message: 'The session is set up here.' }],
    suggestions: expiry === undefined ? [] : [{ messageId: 'useSpan', data: { option, code: expiry.code }, edits: [{ edit: 'remove-property', at }, ...expiry.edits] }],
    subject: `${config.library}.${option}`,
  }));
}

/** Browsers keep no cookie longer. */
const LONGEST_COOKIE = 400 * 24 * 60 * 60 * 1000;

/** A record that is never renewed lasts as long as the cookie it was written with, however long nobody comes. */
function checkNotRenewed({ notRenewed, record, library, at }: SessionConfig): readonly Report[] {
  const spans = record.cases.map((found) => (found.status === 'known' && found.value.ends === 'after' ? found.value.ms : 0));
  if (notRenewed === undefined || spans.length === 0 || !spans.every((ms) => ms > LONGEST_COOKIE)) return [];
  const years = Math.round(Math.min(...spans) / (365 * 24 * 60 * 60 * 1000));
  return [{
    messageId: 'notRenewed',
    data: { option: notRenewed.option, years },
    at: notRenewed.at,
    related: [{ at, message: 'The session is set up here.' }],
    suggestions: [],
    subject: `${library}.${notRenewed.option}`,
  }];
}

type KeepsEnded = NonNullable<SessionConfig['keepsEnded']>;

/** Some stores remove nothing before they are told how often. */
function toNeverRemoved({ option, at }: KeepsEnded, { object, code }: NonNullable<KeepsEnded['missing']>, library: string): Report {
  return {
    messageId: 'neverRemoved',
    data: { option },
    at,
    severity: 'warn',
    suggestions: object === undefined ? [] : [{ messageId: 'addExpiry', data: { code: `${option}: ${code}` }, edits: [{ edit: 'set-property', object, path: [option], code }] }],
    subject: `${library}.${option}`,
  };
}

/** Reads skip a record that is over, but nothing takes it out of the store. Another file may, so only a project tells. */
function checkKeepsEnded({ keepsEnded, library, at }: SessionConfig, scope: Facts['scope']): readonly Report[] {
  if (keepsEnded === undefined || scope === 'file') return [];
  if (keepsEnded.missing !== undefined) return [toNeverRemoved(keepsEnded, keepsEnded.missing, library)];
  return [{
    messageId: 'keepsEnded',
    data: { option: keepsEnded.option },
    at: keepsEnded.at,
    severity: 'warn',
    related: [{ at, message: 'The session is set up here.' }],
    suggestions: keepsEnded.at.file === at.file ? [{ messageId: 'keepCleanUp', data: { code: keepsEnded.option }, edits: [{ edit: 'remove-property', at: keepsEnded.at }] }] : [],
    subject: `${library}.${keepsEnded.option}`,
  }];
}

const CONFIG_MESSAGES = { 'default': 'endlessByDefault', 'option': 'endlessByOption', 'ignored-option': 'endlessByIgnoredOption' } as const;
const ENTRY_MESSAGES = { 'default': 'entryByDefault', 'option': 'entryByOption', 'ignored-option': 'entryByIgnoredOption' } as const;

function checkConfig(config: SessionConfig, options: Options, scope: Facts['scope']): readonly Report[] {
  const never = isProvenNever(config.record);
  if (config.misplaced.length > 0) return checkMisplaced(config, never, options);
  if (config.fixed.length > 0) return checkFixed(config, options);
  if (never === undefined) return [...checkNotRenewed(config), ...checkKeepsEnded(config, scope)];
  const option = never.option ?? 'an option';
  return [{
    messageId: CONFIG_MESSAGES[never.because],
    data: { library: config.name, option },
    at: never.at ?? config.at,
    ...(never.at === undefined ? {} : { related: [{ at: config.at, message: 'The session is set up here.' }] }),
    suggestions: toSuggestions(toOptionRemedy(never, config.remedy, config.at), options.idleMinutes),
    subject: `${config.library}.${never.option ?? 'expiry'}`,
  }];
}

/** `SET` with `EX` at login and a plain `SET` at each step: the second one takes the expiry away. */
function findBoundedTwin(write: Write, writes: readonly Write[]): Write | undefined {
  return writes.find((other) => other !== write && sameStoreKey(write, other) && other.lifetime?.cases.some((found) => found.status === 'known' && found.value.ends === 'after') === true);
}

function checkEntry(write: Write, facts: Facts, options: Options): readonly Report[] {
  const never = write.memory === 'server-record' && write.sessionKeyed && write.lifetime !== undefined ? isProvenNever(write.lifetime) : undefined;
  if (never === undefined) return [];
  const twin = never.because === 'default' ? findBoundedTwin(write, facts.writes) : undefined;
  const key = toKeyText(write);
  return [{
    messageId: twin === undefined ? ENTRY_MESSAGES[never.because] : 'entryLosesExpiry',
    data: { key, library: write.library, option: never.option ?? 'the option' },
    at: never.at ?? write.at,
    related: [
      ...(twin === undefined ? [] : [{ at: twin.at, message: 'The same key is written with an expiry here.' }]),
      ...write.via.map((at) => ({ at, message: 'Written through this call.' })),
    ],
    suggestions: never.because === 'ignored-option' ? toIgnoredSuggestions(never, write.remedy, options.idleMinutes) : toSuggestions(write.remedy, options.idleMinutes),
    subject: key,
  }];
}

const TOKEN_MESSAGES = { 'default': 'tokenByDefault', 'option': 'tokenByOption', 'ignored-option': 'tokenByIgnoredOption' } as const;

/** Nobody can take a signed token back: its expiry is the one thing that ends it. */
function checkToken(write: Write, options: Options): readonly Report[] {
  const never = write.memory === 'token' && write.lifetime !== undefined ? isProvenNever(write.lifetime) : undefined;
  if (never === undefined || endsOtherwise(write)) return [];
  return [{
    messageId: TOKEN_MESSAGES[never.because],
    data: { library: write.library, option: never.option ?? 'the option' },
    at: never.at ?? write.at,
    related: write.via.map((at) => ({ at, message: 'Signed through this call.' })),
    suggestions: toSuggestions(toOptionRemedy(never, write.remedy, write.at), options.idleMinutes),
    subject: `${write.library}.${never.option ?? 'expiry'}`,
  }];
}

/** Sessions, session records and session-keyed store entries must end. Judged after each library's own defaults. */
export const requireSessionExpiry = defineRule<Options>({
  name: 'require-session-expiry',
  docs: {
    description: 'Require sessions, session records, signed tokens and session-keyed store entries to expire',
    recommended: true,
    scope: 'file, sharper in project',
    standards: ['OWASP ASVS 5.0 7.3.1', 'OWASP ASVS 5.0 7.3.2', 'OWASP Session Management Cheat Sheet', 'CWE-613', 'CWE-539'],
  },
  severity: 'error',
  weakestIdentity: 'linked',
  messages: {
    endlessByDefault: 'This session never expires: nothing sets an expiry, and {{library}} keeps the record for ever by default. Abandoned sessions pile up, and a stolen session id works for good. Set an idle timeout.',
    endlessByOption: '`{{option}}` keeps this session for ever. Abandoned sessions pile up, and a stolen session id works for good. Give the record an idle timeout instead.',
    endlessByIgnoredOption: '{{library}} silently ignores `{{option}}` in this form, so the session never expires. Abandoned sessions pile up, and a stolen session id works for good. Set the expiry where the library reads it.',
    misplaced: '{{library}} does not read `{{option}}` here, so the session never expires. Abandoned sessions pile up, and a stolen session id works for good. Move it to `{{instead}}`.',
    misplacedBounded: '{{library}} does not read `{{option}}` here, so only the store\'s default ends this session. The lifetime that was meant never applies. Move it to `{{instead}}`.',
    fixedMoment: '`{{option}}` is one moment, fixed when the program starts. Every session ends at that moment, and those that begin later are over at once. Use `{{instead}}`, which counts from each request.',
    notRenewed: '`{{option}}` leaves each record in the store for the {{years}} years of its cookie, however long nobody comes back. Abandoned sessions pile up, and a stolen session id works for years. Give the cookie a short `maxAge` and let visits renew the record.',
    keepsEnded: '`{{option}}` stops this store from removing sessions that are over, and nothing in this project removes them. They pile up in the store, with all that is in them. Leave the clean-up on, or run it yourself.',
    neverRemoved: 'Without `{{option}}` this store removes no session that is over, and nothing in this project removes them. They pile up in the store, with all that is in them. Set `{{option}}`, or remove them yourself.',
    entryByDefault: 'The session entry `{{key}}` is written without an expiry. Entries of people who never come back stay in the store for ever. Give the entry a time to live.',
    entryByOption: '`{{option}}` keeps the session entry `{{key}}` for ever. Entries of people who never come back stay in the store. Give the entry a time to live.',
    entryByIgnoredOption: '{{library}} silently ignores `{{option}}`, so the session entry `{{key}}` never expires. Entries of people who never come back stay in the store for ever. Use the form that this client reads.',
    tokenByDefault: 'This token is signed without an expiry. Nobody can take a signed token back, so whoever gets hold of it has a login that works for good. Give it a short life and renew it.',
    tokenByOption: '`{{option}}` makes this token good for ever. Nobody can take a signed token back, so whoever gets hold of it has a login that works for good. Give it a short life and renew it.',
    tokenByIgnoredOption: '{{library}} silently ignores `{{option}}` in this form, so this token is good for ever. Whoever gets hold of it has a login that works for good. Use the form that the library reads.',
    entryLosesExpiry: 'This plain write takes away the expiry that `{{key}}` was given elsewhere. From here on the entry stays in the store for ever. Pass the expiry again or keep the old one.',
  },
  suggestions: {
    addExpiry: 'Add `{{code}}`',
    moveOption: 'Replace `{{option}}` by `{{code}}`',
    useSpan: 'Replace `{{option}}` by `{{code}}`',
    removeOption: 'Remove `{{code}}`, so that the default expiry applies',
    keepCleanUp: 'Remove `{{code}}`, so that the store removes what is over',
  },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { idleMinutes: { description: 'Idle minutes after which a session should end; suggestions write this value.', type: 'integer', minimum: 1 } },
  },
  defaultOptions: { idleMinutes: 30 },
  check(facts, options) {
    const configs = facts.sessionConfigs.filter((config) => !config.environmentGuard && !facts.isTest(config.at.file));
    const writes = facts.writes.filter((write) => !facts.isTest(write.at.file));
    return [...configs.flatMap((config) => checkConfig(config, options, facts.scope)), ...writes.flatMap((write) => [...checkEntry(write, facts, options), ...checkToken(write, options)])];
  },
});
