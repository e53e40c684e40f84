import type { Capture, Facts, FieldIdentity } from '../facts/index.js';
import { isFirstMeeting, type AskSite } from './find-guarded-twin.js';
import { sameField } from '../identify/fields/same-field.js';

/** What does not change from one time to the next. */
const LASTING = new Set(['name', 'given-name', 'additional-name', 'family-name', 'nickname', 'email', 'tel', 'bday', 'sex', 'language']);

function isPrefix(prefix: readonly string[], path: readonly string[]): boolean {
  return prefix.length <= path.length && prefix.every((segment, index) => segment === path[index] || segment === '*');
}

function isKept(path: readonly string[], { clears, flows }: Facts): boolean {
  return !clears.some((clear) => clear.memory === 'server-session' && isPrefix(clear.path, path)) && !flows.some(({ steps }) => steps.some((step) => step.clears.some((cleared) => cleared.length === 0)));
}

function isRead(path: readonly string[], { reads, escapes }: Facts): boolean {
  return reads.some((read) => read.path.length > 0 && (isPrefix(read.path, path) || isPrefix(path, read.path))) || escapes.some((escape) => isPrefix(escape.path, path));
}

function isLasting({ meaning, strong }: FieldIdentity): boolean {
  return strong && LASTING.has(meaning);
}

/**
 * The place where a conversation keeps a person's name or address for good, though no linked file ever reads it: the flow asks
 * for it each time. Only a whole project can show that.
 */
export function findUnreadProfile({ field, flow }: AskSite, facts: Facts): Capture | undefined {
  if (facts.scope !== 'project' || flow.medium !== 'conversation' || !isLasting(field) || isFirstMeeting(flow)) return undefined;
  return flow.steps.flatMap(({ captures }) => captures).find((capture) => {
    const path = capture.path.slice(1);
    return capture.memory === 'server-session' && sameField(capture.field, field) && !isRead(path, facts) && isKept(path, facts);
  });
}
