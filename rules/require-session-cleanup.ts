import type { Clear, End, Facts, Place } from '../src/facts/index.js';
import { startsTogether } from '../src/facts/starts-together.js';
import { defineRule, type Report, type Suggestion } from '../src/rule.js';
import { findKeptOnce } from '../src/rule-support/find-kept-once.js';
import { findPartialLogouts, type PartialLogout } from '../src/rule-support/find-partial-logout.js';

interface Options {
  /** Report also what is needed for one step only and stays until the session ends. */
  readonly oneStepValues: boolean;
}

/** The cookie in which express-session keeps the id, unless it is told another name. */
const ID_COOKIE = /^connect\.sid$/;

function isIn({ runs }: End, at: Place): boolean {
  return runs.some((place) => startsTogether(place, at));
}

/** Sessions that stay in their store when they are set to nothing. */
function keepsUnset({ sessionConfigs }: Facts): boolean {
  const configs = sessionConfigs.filter(({ memory }) => memory === 'server-session' || memory === 'cookie');
  return configs.length > 0 && configs.every((config) => config.keepsUnset === true);
}

function checkUnset(facts: Facts): readonly Report[] {
  if (!keepsUnset(facts)) return [];
  return facts.clears.flatMap((clear): readonly Report[] => {
    const { at, unset } = clear;
    if (unset === undefined || facts.isTest(at.file) || facts.clears.some((other) => isDestroyedBeside(other, clear))) return [];
    return [{
      messageId: 'unset',
      data: { session: unset },
      at,
      suggestions: [{ messageId: 'destroy', data: { session: unset }, edits: [{ edit: 'replace', at, code: `${unset}.destroy(() => {})` }] }],
      subject: `unset.${unset}`,
    }];
  });
}

/** `req.session.destroy(() => { req.session = null; })`, or one after the other. */
function isDestroyedBeside(other: Clear, { at, where }: Clear): boolean {
  if (other.unset !== undefined || other.memory !== 'server-session' || other.path.length > 0 || other.at.file !== at.file) return false;
  const [start, end] = other.where.statement;
  return other.where.fn === where.fn || (start <= at.range[0] && at.range[1] <= end);
}

/** The browser forgets the id, and whoever has copied it is still signed in. */
function checkCookieOnly(facts: Facts): readonly Report[] {
  if (facts.scope !== 'project' || !keepsUnset(facts)) return [];
  return facts.ends.filter(({ at }) => !facts.isTest(at.file)).flatMap((end): readonly Report[] => {
    const clears = facts.clears.filter(({ at }) => isIn(end, at));
    const cookie = clears.find(({ memory, path }) => memory === 'cookie' && ID_COOKIE.test(path[0] ?? ''));
    const isOpen = end.further.some((place) => !clears.some(({ at }) => startsTogether(at, place)));
    if (!cookie || isOpen || clears.some(({ memory, path }) => memory === 'server-session' && path.length === 0)) return [];
    return [{ messageId: 'recordStays', data: { name: end.name }, at: cookie.at, suggestions: [], subject: `logout.${end.name}` }];
  });
}

function toRemoval({ clear, left }: PartialLogout): readonly Suggestion[] {
  const storage = clear.memory === 'local-storage' ? 'localStorage' : clear.memory === 'session-storage' ? 'sessionStorage' : undefined;
  if (storage === undefined || left.some(({ path }) => path.length !== 1)) return [];
  const code = left.map(({ path }) => `${storage}.removeItem(${JSON.stringify(path[0]).replaceAll('"', "'")});`).join('\n');
  return [{ messageId: 'remove', data: { keys: left.map(({ path }) => path.join('.')).join(', ') }, edits: [{ edit: 'insert-statement', after: { file: clear.at.file, range: clear.where.statement }, code }] }];
}

function checkPartialLogout(facts: Facts): readonly Report[] {
  if (facts.scope !== 'project') return [];
  return findPartialLogouts(facts).map((found) => ({
    messageId: 'partial',
    data: { name: found.end.name, keys: found.left.map(({ path }) => `\`${path.join('.')}\``).join(', '), cleared: found.clear.path.join('.') },
    at: found.clear.at,
    related: found.left.map(({ at, path }) => ({ at, message: `\`${path.join('.')}\` is written here, and removed nowhere.`, earlier: true as const })),
    suggestions: toRemoval(found),
    subject: `logout.${found.left.map(({ path }) => path.join('.')).join('.')}`,
  }));
}

function checkOneStep(facts: Facts): readonly Report[] {
  if (facts.scope !== 'project') return [];
  return findKeptOnce(facts).map((write) => ({
    messageId: 'oneStep',
    data: { key: write.path.join('.') },
    at: write.at,
    severity: 'info' as const,
    related: facts.reads.filter(({ memory, path }) => memory === write.memory && path.join('.') === write.path.join('.')).slice(0, 3).map(({ at }) => ({ at, message: 'Here it is used.' })),
    suggestions: [],
    subject: `one-step.${write.path.join('.')}`,
  }));
}

/** What a session or a step has put somewhere goes when it ends. */
export const requireSessionCleanup = defineRule<Options>({
  name: 'require-session-cleanup',
  docs: {
    description: 'Require what a session or a step has stored to be removed when it ends',
    recommended: true,
    scope: 'file, sharper in project',
    standards: ['OWASP ASVS 5.0 7.4.1', 'OWASP ASVS 5.0 14.3.1', 'CWE-613'],
  },
  severity: 'warn',
  weakestIdentity: 'shape',
  messages: {
    unset: '`{{session}}` is only taken away from this request: express-session leaves the record in its store, as it was. Whoever sends the cookie again is still signed in. Call `{{session}}.destroy()`.',
    recordStays: '`{{name}}` only makes the browser forget the cookie: the session behind it stays in the store. Whoever has a copy of the cookie is still signed in. Call `req.session.destroy()` too.',
    partial: '`{{name}}` removes `{{cleared}}` and leaves {{keys}}, which was stored together with it and is removed nowhere. Whoever uses the device next finds it. Remove all that signing in has stored.',
    oneStep: '`{{key}}` is needed for one step, and nothing removes it from the session afterwards. It stays readable in the store for as long as the session lives. Delete it as soon as it has been used.',
  },
  suggestions: {
    destroy: 'Call `{{session}}.destroy()`',
    remove: 'Remove {{keys}} too',
  },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { oneStepValues: { type: 'boolean', description: 'Report also passwords, challenges, codes and keys that are written for one step and stay until the session ends.' } },
  },
  defaultOptions: { oneStepValues: false },
  strictOptions: { oneStepValues: true },
  check: (facts, { oneStepValues }) => [...checkUnset(facts), ...checkCookieOnly(facts), ...checkPartialLogout(facts), ...(oneStepValues ? checkOneStep(facts) : [])],
});
