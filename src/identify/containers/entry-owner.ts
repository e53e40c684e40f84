import type { EntryOwner } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import { resolveKey } from '../key-shape.js';
import { wordsOf } from '../words-of.js';

const SESSION_ID = /(?:^| )(?:session|sess|conversation|convo|chat|thread|dialog|dialogue|workflow|wizard|journey|socket|connection) (?:id|key|token|sid)$|(?:^| )sid$|(?:^| )(?:chat|conversation|thread|session|channel) (?:jid|ts)$/;
const USER_ID = /(?:^| )(?:user|from|sender|member|customer|visitor|player|guest|caller|author|telegram|resource) (?:id|key|name)$|(?:^| )(?:uid|phone|phone number|jid|wa id)$|(?:^| )(?:ctx|context|msg|message|update|event|interaction) (?:\w+ )*(?:from|user|author|sender)$/;
/** What a container is called that keeps what one person is in the middle of. */
const SESSION_NAME = /(?:^| )(?:sessions?|conversations?|wizards?|(?:user|chat|thread|client|conversation) ?(?:steps?|states?|contexts?|flows?|data|progress|answers|history|histories|messages))(?: |$)/;
/** Classes that are there to keep something: what they are called says what. */
const STORE_NAME = /(?:^| )(?:store|storage|repository|repo|manager|service|state|memory|saver|sessions)$/;
/** `state` of users is a session of each. */
const STATE_NAME = /(?:^| )states?(?: |$)/;
/** Keys that say no more than that they are a key. */
const ANY_ID = /(?:^| )(?:id|key|token|from|uid|phone)$/;
/** Data that all clients share, whatever id it is kept under, and tables that the program is made of. */
const SHARED = /(?:^| )(?:cache|cached|caches|lock|locks|mutex|mutexes|rate|limit|limits|limiter|throttle|throttles|cooldown|cooldowns|stats|metrics|counters?|counts?|queues?|jobs?|pending|inflight|flags?|config|configs|settings|lookup|permissions?|registry|registries|registered|handlers?|listeners?|factory|factories|schemas?|models?|providers?|plugins?|commands?|routes?|templates?|components?|types|pools?|timers?|timeouts?|intervals?)(?: |$)/;

/** Who an entry belongs to, and the words of the key that tell. */
export interface Owned {
  readonly by: EntryOwner;
  readonly key: string;
  /** The container is called after sessions. */
  readonly named: boolean;
}

/**
 * Is what is kept under a key one session's, one chat's, one run's, or one user's? `sessions.set(id, …)` says it by its
 * name, `state.set(ctx.chat.id, …)` by its key.
 */
export function ownerOfEntry(linked: Linked, key: Term, name: string, owner = ''): Owned | undefined {
  const called = toWords(name);
  const keeper = toWords(owner);
  const texts = textsOf(linked, key);
  const find = (pattern: RegExp): string | undefined => texts.find((text) => pattern.test(toWords(text)));
  const named = SESSION_NAME.test(called) || (STORE_NAME.test(keeper) && SESSION_NAME.test(keeper));
  const session = find(SESSION_ID);
  if (session !== undefined) return /(?:^| )caches?(?: |$)/.test(called) ? undefined : { by: 'session', key: session, named };
  if (SHARED.test(called)) return undefined;
  const user = find(USER_ID);
  const keyed = named ? user ?? find(ANY_ID) : STATE_NAME.test(called) ? user : undefined;
  if (keyed !== undefined) return { by: 'session', key: keyed, named };
  return user === undefined ? undefined : { by: 'user', key: user, named };
}

/** Is it there to keep things, as its name tells: `MemorySessionStore`, `LocalUserStepRepository`? */
export function isKeeper(owner: string): boolean {
  return STORE_NAME.test(toWords(owner));
}

/** The words of a key: as it is written, and as those write it who call. */
function textsOf(linked: Linked, key: Term): readonly string[] {
  const written = looksLike(linked, key);
  const shapes = resolveKey(linked, written).cases.flatMap((found) => (found.status === 'known' ? found.value.parts : []));
  return [...new Set([wordsOf(linked, written).join('.'), ...shapes])].filter(Boolean);
}

/** `String(chatId)` and `chatId.toString()` are `chatId`. */
function looksLike(linked: Linked, term: Term): Term {
  const { value } = term;
  if (value.k !== 'call') return term;
  const callee = linked.beside(term, value.callee);
  const [argument] = value.args;
  if (callee.value.k === 'global' && /^(?:String|Number|BigInt)$/.test(callee.value.name) && argument !== undefined) return looksLike(linked, linked.beside(term, argument));
  if (callee.value.k === 'member' && typeof callee.value.key === 'string' && /^(?:toString|trim|toLowerCase)$/.test(callee.value.key)) return looksLike(linked, linked.beside(callee, callee.value.of));
  return term;
}

/** `ctx.chat.id` and `chatId` as lower-case words apart. */
function toWords(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[^A-Za-z0-9]+/g, ' ').toLowerCase().trim();
}
