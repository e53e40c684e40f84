import { SENSITIVE_PHRASES } from './sensitive-phrases.js';
import { SENSITIVE_WORDS } from './sensitive-words.js';
import type { Sensitive, SensitiveKind } from './sensitive.js';

const kindOfPhrase = new Map<string, Sensitive>();
for (const [kind, phrases] of SENSITIVE_PHRASES) {
  for (const phrase of phrases) kindOfPhrase.set(phrase.replaceAll(' ', ''), { kind, word: phrase });
}

/** These are made plural: `privateKeys`, `emails`. `tokens` alone is mostly a count or a theme, so tokens are not. */
const PLURAL: ReadonlySet<SensitiveKind> = new Set(['private-key', 'second-factor', 'pii', 'password', 'api-key', 'health', 'card']);

function lookUp(joined: string): Sensitive | undefined {
  const exact = kindOfPhrase.get(joined);
  if (exact !== undefined || !joined.endsWith('s')) return exact;
  const singular = kindOfPhrase.get(joined.slice(0, -1));
  return singular !== undefined && PLURAL.has(singular.kind) ? singular : undefined;
}

/** Words that may stand after the phrase, and numbers (`password2`), are not part of the head. */
function withoutTrailing(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && (SENSITIVE_WORDS.trailing.has(words[end - 1] ?? '') || /^\d+$/u.test(words[end - 1] ?? ''))) end -= 1;
  return words.slice(0, end);
}

/** Protected forms have phrases of their own (`hashedPassword`), which the longest match finds before these words count. */
function isHarmless(before: readonly string[]): boolean {
  return SENSITIVE_WORDS.flagPrefixes.has(before[0] ?? '') || before.some((word) => SENSITIVE_WORDS.harmlessModifiers.has(word));
}

/** The longest phrase has this many letters, and a word at least one: what stands further in front is no part of it. */
const MOST_WORDS = Math.max(...[...kindOfPhrase.keys()].map((phrase) => phrase.length)) + 1;

function findAtEnd(words: readonly string[]): Sensitive | undefined {
  for (let start = Math.max(0, words.length - MOST_WORDS); start < words.length; start += 1) {
    const found = lookUp(words.slice(start).join(''));
    if (found !== undefined) return isHarmless(words.slice(0, start)) ? undefined : found;
  }
  return undefined;
}

/**
 * The longest sensitive phrase at the end of a name, given as whole lower-case words.
 * Phrases such as `address 2` and `cvv2` are tried with their number first.
 */
export function findSensitivePhrase(words: readonly string[]): Sensitive | undefined {
  return findAtEnd(words) ?? findAtEnd(withoutTrailing(words));
}
