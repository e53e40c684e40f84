import type { Copy, Memory, Write } from '../facts/index.js';
import { toWords } from '../identify/fields/to-words.js';

/** A write's copy that is worth a word, and which of the two rules that look at copies has it: one write, one finding. */
export interface HeavyCopy {
  readonly copy: Copy;
  readonly rule: 'record' | 'size';
  /** Only `strict` speaks of it. */
  readonly strict?: true;
}

/** What every request carries along: the session's record is read and written, a cookie and a token travel. */
const CARRIED: ReadonlySet<Memory> = new Set(['server-session', 'cookie', 'token']);
const IN_BROWSER: ReadonlySet<Memory> = new Set(['local-storage', 'session-storage', 'indexed-db']);

/** What an authorisation server answers has its only home in the session. */
const TOKENS = new Set(['token', 'tokens', 'tokenset', 'credentials', 'challenge']);

/** The copy in what a write stores that weighs most; `undefined` where none is proven to weigh anything. */
export function findHeavyCopy(write: Write): HeavyCopy | undefined {
  const found = [write, ...(write.others ?? [])].flatMap(({ path, copies }) => copies.flatMap((copy) => (isTokens([...path, ...copy.path]) || isRestored(write, path, copy) ? [] : (judge(copy, write.memory) ?? []))));
  return found.toSorted((a, b) => weightOf(a) - weightOf(b))[0];
}

/** `ctx.session = await storage.read(id)`: a session that comes back from its own store. */
function isRestored({ memory }: Write, path: readonly string[], copy: Copy): boolean {
  return (memory === 'server-session' || memory === 'flow-state') && copy.kind === 'record' && path.length + copy.path.length === 0;
}

function isTokens(path: readonly string[]): boolean {
  return toWords(path.at(-1) ?? '').some((word) => TOKENS.has(word));
}

/** What is proven before what is only for `strict`, the whole value before a part of it. */
function weightOf({ copy, strict }: HeavyCopy): number {
  return (strict ? 100 : 0) + copy.path.length;
}

function judge(copy: Copy, memory: Memory): HeavyCopy | undefined {
  if (copy.kind === 'binary') return { copy, rule: 'size' };
  if (IN_BROWSER.has(memory)) return copy.kind === 'record' || copy.kind === 'response' ? { copy, rule: 'record', strict: true } : undefined;
  if (!CARRIED.has(memory)) return undefined;
  switch (copy.kind) {
    case 'record':
      return { copy, rule: 'record' };
    case 'response':
      // Each field of it by its own name is an entity that was looked through, not an answer that was passed on.
      return { copy, rule: copy.properties === undefined ? 'size' : 'record' };
    case 'records':
      return copy.bounded ? undefined : { copy, rule: 'size' };
    case 'request-body':
      return { copy, rule: 'size', ...(memory === 'server-session' ? { strict: true } : {}) };
  }
}
