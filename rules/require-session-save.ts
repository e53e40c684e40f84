import type { Clear, ControlPoint, Facts, Place, Redirect, Save, Write } from '../src/facts/index.js';
import { relatePoints } from '../src/facts/relate.js';
import { defineRule, type Report } from '../src/rule.js';

type Unsaved = Write & { readonly session: Place };

function isSame(a: Place, b: Place): boolean {
  return a.file === b.file && a.range[0] === b.range[0] && a.range[1] === b.range[1];
}

/**
 * Can the save bring the write to the store? One that runs before it in the same function, or instead of it, cannot,
 * nor can one of a function that is only called there. When others run is not known.
 */
function mayFollow(save: Save, write: Unsaved): boolean {
  if (save.library !== write.library || !save.sessions.some((session) => isSame(session, write.session))) return false;
  const isHere = (file: string, { fn }: ControlPoint): boolean => file === write.at.file && fn === write.where.fn;
  if (isHere(save.at.file, save.where)) return runsAfter(save.where, write);
  return save.calls.length === 0 || save.calls.some(({ file, where }) => !isHere(file, where) || runsAfter(where, write));
}

function runsAfter(point: ControlPoint, write: Write): boolean {
  const relation = relatePoints(point, write.where);
  return (relation !== 'before' && relation !== 'exclusive') || isInLoop(write);
}

/** A save before it in the same loop saves what an earlier round wrote, and the one after the last is missing. That is too fine to tell. */
function isInLoop(write: Write): boolean {
  return write.where.arms.some(({ kind }) => kind === 'loop');
}

/** Writes of one session in one function are one mistake. */
function groupBySession(writes: readonly Unsaved[]): readonly (readonly Unsaved[])[] {
  const groups = new Map<string, Unsaved[]>();
  for (const write of writes) {
    const key = `${write.session.file} ${write.session.range.join()} ${write.at.file} ${write.where.fn}`;
    const group = groups.get(key);
    if (group) group.push(write);
    else groups.set(key, [write]);
  }
  return [...groups.values()];
}

function toName(write: Write): string {
  return write.path.length === 0 ? 'the session' : `\`${write.path.join('.')}\``;
}

function checkUnsaved(facts: Facts): readonly Report[] {
  const unsaved = facts.writes.filter((write): write is Unsaved =>
    (write.needsSave === 'call' || write.needsSave === 'header') && write.session !== undefined && !facts.isTest(write.at.file))
    .filter((write) => !facts.saves.some((save) => mayFollow(save, write)));
  return groupBySession(unsaved).flatMap(([first, ...others]): readonly Report[] => first === undefined ? [] : [{
    messageId: first.needsSave === 'call' ? 'unsaved' : 'uncommitted',
    data: { name: toName(first), library: first.library },
    at: first.at,
    related: others.map(({ at }) => ({ at, message: 'This is lost too.' })),
    suggestions: [],
    subject: `${first.library}.${first.path.join('.')}`,
  }]);
}

/** `await commitSession(session);` makes a header, and nobody sends it. */
function checkDropped(facts: Facts): readonly Report[] {
  return facts.saves.filter((save) => save.dropped && save.memory === 'cookie' && !facts.isTest(save.at.file)).map((save) => ({
    messageId: 'dropped',
    data: { library: save.library },
    at: save.at,
    suggestions: [],
    subject: `${save.library}.header`,
  }));
}

/** Does the renewal run whenever the write has run? A session that is renewed after a good password only may lose its count of bad ones. */
function alwaysFollows(renewal: Clear, write: Write): boolean {
  if (renewal.at.file !== write.at.file || renewal.memory !== write.memory || relatePoints(write.where, renewal.where) !== 'before') return false;
  return renewal.where.arms.every(({ branch, arm }) => write.where.arms.some((other) => other.branch === branch && other.arm === arm));
}

/** `req.session.regenerate(() => { req.session.cart = cart; })` brings it over. */
function isBroughtOver(write: Write, renewal: Clear, facts: Facts): boolean {
  const [, end] = renewal.where.statement;
  return facts.writes.some((other) => {
    if (other.at.file !== renewal.at.file || other.at.range[0] < renewal.at.range[0]) return false;
    const follows = other.where.fn === renewal.where.fn || other.at.range[1] <= end;
    return follows && (other.path.length === 0 || other.path[0] === write.path[0]);
  });
}

/** What is captured just before the session is renewed is gone with the old one. */
function checkRenewed(facts: Facts): readonly Report[] {
  const renewals = facts.clears.filter(({ renews }) => renews);
  if (renewals.length === 0) return [];
  return facts.writes.filter((write) => write.memory === 'server-session' && write.path.length > 0 && !facts.isTest(write.at.file)).flatMap((write): readonly Report[] => {
    const renewal = renewals.find((one) => alwaysFollows(one, write) && !isBroughtOver(write, one, facts));
    return renewal === undefined ? [] : [{
      messageId: 'renewed',
      data: { name: toName(write) },
      at: write.at,
      related: [{ at: renewal.at, message: 'A new, empty session takes its place here.' }],
      suggestions: [],
      subject: `${write.library}.${write.path.join('.')}`,
    }];
  });
}

/** Does something save what is written before the browser is sent on? What another function saves may come first. */
function isSavedBefore(redirect: Redirect, save: Save): boolean {
  if (!save.sessions.some((session) => isSame(session, redirect.session))) return false;
  if (save.at.file !== redirect.at.file || save.where.fn !== redirect.where.fn) return true;
  const relation = relatePoints(save.where, redirect.where);
  return relation !== 'after' && relation !== 'exclusive';
}

/** Sessions of several set-ups are not told apart: each of them must be slow, and in one file a set-up must be there. */
function isSlow(facts: Facts, { at, library }: Write): boolean {
  const configs = facts.sessionConfigs.filter((config) => config.library === library && !facts.isTest(config.at.file));
  return configs.length > 0 && configs.every(({ slow }) => slow) && (facts.scope === 'project' || configs.some((config) => config.at.file === at.file));
}

/** Redirects of one function that overtake the save of the same writes. */
interface Race {
  readonly writes: readonly Write[];
  readonly redirects: Redirect[];
}

/** A redirect is out before a slow store has the session, and the next page is asked for at once. Ways out after one write are one mistake. */
function findRaces(facts: Facts): readonly Race[] {
  const races = new Map<string, Race>();
  for (const redirect of facts.redirects) {
    if (facts.isTest(redirect.at.file)) continue;
    const writes = facts.writes.filter((write) => write.needsSave === 'response' && write.session && isSame(write.session, redirect.session)
      && write.at.file === redirect.at.file && relatePoints(write.where, redirect.where) === 'before');
    const [first] = writes;
    if (!first || !isSlow(facts, first) || facts.saves.some((save) => isSavedBefore(redirect, save))) continue;
    const key = `${first.at.file} ${redirect.where.fn} ${writes.map(({ at }) => at.range[0]).join()}`;
    const race = races.get(key);
    if (race) race.redirects.push(redirect);
    else races.set(key, { writes, redirects: [redirect] });
  }
  return [...races.values()];
}

function checkRedirects(facts: Facts): readonly Report[] {
  return findRaces(facts).flatMap(({ writes, redirects }): readonly Report[] => {
    const [first] = writes;
    const [redirect, ...others] = redirects;
    if (!first || !redirect) return [];
    const edits = redirects.flatMap(({ at, saveFirst }) => (saveFirst ? [{ edit: 'wrap' as const, at, ...saveFirst }] : []));
    return [{
      messageId: 'redirected',
      data: { name: toName(first), library: first.library },
      at: redirect.at,
      severity: 'info',
      related: [...writes.map(({ at }) => ({ at, message: 'It is written here.', earlier: true as const })), ...others.map(({ at }) => ({ at, message: 'This one is too early, too.' }))],
      suggestions: edits.length === redirects.length ? [{ messageId: 'saveFirst', edits }] : [],
      subject: `${first.library}.${first.path.join('.')}`,
    }];
  });
}

interface Options {
  readonly redirects: boolean;
}

/** Libraries that keep a session in a cookie write it when they are told to, and not before. */
export const requireSessionSave = defineRule<Options>({
  name: 'require-session-save',
  docs: {
    description: 'Require what is written to a session to be saved, where the library does not do it by itself',
    recommended: true,
    scope: 'file, sharper in project',
    standards: ['WCAG 2.2 SC 3.3.7'],
  },
  severity: 'error',
  weakestIdentity: 'linked',
  messages: {
    unsaved: 'Nothing saves {{name}} after this write, and {{library}} keeps only what `save()` puts into the cookie. The next request finds the old session, and what was captured here is lost. Call `await session.save()` before the response is sent.',
    uncommitted: 'Nothing commits the session after {{name}} is written, so the browser never gets it. The next request finds the old session, and what was captured here is lost. Send `await commitSession(session)` as the `Set-Cookie` header of the response.',
    renewed: '{{name}} is written to a session that is replaced right afterwards. What was captured here is lost, and a later step has to ask for it again. Write it once the new session is there, in the callback.',
    redirected: 'The browser is sent on before {{name}} is saved: {{library}} saves with the end of the response, a redirect is followed as soon as its head is there, and this store takes longer. The next page then finds the old session. Redirect once the session is saved, in the callback of `save`.',
    dropped: 'The header that this commit makes is not sent. The session lives in that header alone, so what was captured is lost. Send it as `Set-Cookie` of the response.',
  },
  suggestions: { saveFirst: 'Save the session, then redirect' },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      redirects: { type: 'boolean', description: 'Report redirects right after a write to an `express-session` whose store is known to be a network, a database or a disk away' },
    },
  },
  defaultOptions: { redirects: false },
  strictOptions: { redirects: true },
  check: (facts, { redirects }) => [...checkUnsaved(facts), ...checkDropped(facts), ...checkRenewed(facts), ...(redirects ? checkRedirects(facts) : [])],
});
