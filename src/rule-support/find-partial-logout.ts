import type { Clear, End, Facts, Write } from '../facts/index.js';
import { startsTogether } from '../facts/starts-together.js';
import { toWords } from '../identify/fields/to-words.js';
import { coversPath } from './covers-path.js';

/** A logout that forgets a part of what signing in has put there. */
export interface PartialLogout {
  readonly end: End;
  /** What the logout does remove of it. */
  readonly clear: Clear;
  readonly left: readonly Write[];
}

/** Words of keys that say who somebody is, or let them in. */
const OF_PERSON = new Set(['token', 'jwt', 'auth', 'user', 'username', 'role', 'roles', 'email', 'profile', 'account', 'admin', 'customer', 'refresh', 'access', 'session', 'sid', 'permissions', 'logged', 'login', 'uid', 'name', 'phone', 'id']);
/** Words of keys that are meant to stay. */
const MEANT_TO_STAY = new Set(['theme', 'lang', 'language', 'locale', 'device', 'remember', 'remembered', 'last', 'recent', 'consent', 'seen', 'visited', 'onboarding', 'tour', 'redirect', 'return', 'url', 'path', 'expiry', 'expires', 'csrf', 'anonymous', 'guest', 'saved']);
const IN_BROWSER: ReadonlySet<Write['memory']> = new Set(['local-storage', 'session-storage', 'cookie', 'server-session']);

/** Keys that one function writes together, of which a logout removes some, and nothing else removes the rest. */
export function findPartialLogouts(facts: Facts): readonly PartialLogout[] {
  const groups = writtenTogether(facts);
  if (groups.length === 0) return [];
  return facts.ends.flatMap((end) => {
    const clears = facts.clears.filter(({ at }) => end.runs.some((place) => startsTogether(place, at)));
    const isOpen = end.further.some((place) => !clears.some(({ at }) => startsTogether(at, place)));
    if (isOpen || clears.length === 0 || facts.isTest(end.at.file)) return [];
    const group = groups.map((writes) => partOf(end, writes, clears, facts)).filter((found) => found !== undefined);
    const [most] = group.sort((a, b) => b.left.length - a.left.length);
    return most ? [most] : [];
  });
}

function partOf(end: End, writes: readonly Write[], clears: readonly Clear[], facts: Facts): PartialLogout | undefined {
  const clear = clears.find((one) => one.path.length > 0 && writes.some((write) => coversPath(one, write)));
  if (!clear) return undefined;
  const left = writes.filter((write) => write.memory === clear.memory && isOfPerson(write) && !facts.clears.some((one) => coversPath(one, write)));
  return left.length > 0 && left.length < writes.length ? { end, clear, left } : undefined;
}

/** The keys that each function writes, several of them. Each key once. */
function writtenTogether(facts: Facts): readonly (readonly Write[])[] {
  const byFunction = new Map<string, Map<string, Write>>();
  for (const write of facts.writes) {
    if (!IN_BROWSER.has(write.memory) || write.path.length === 0 || write.path.some((key) => key.includes('*')) || facts.isTest(write.at.file)) continue;
    const key = `${write.at.file} ${write.where.fn} ${write.memory}`;
    const keys = byFunction.get(key) ?? new Map<string, Write>();
    keys.set(write.path.join('.'), keys.get(write.path.join('.')) ?? write);
    byFunction.set(key, keys);
  }
  return [...byFunction.values()].filter(({ size }) => size > 1).map((keys) => [...keys.values()]);
}

function isOfPerson({ path }: Write): boolean {
  const words = toWords(path[0] ?? '');
  return words.some((word) => OF_PERSON.has(word)) && !words.some((word) => MEANT_TO_STAY.has(word));
}
