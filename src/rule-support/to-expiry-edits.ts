import type { ExpiryRemedy } from '../facts/index.js';
import type { Edit } from '../rule.js';
import { toDurationCode } from './to-duration-code.js';

/** The code of a new expiry and the edits that put it where the library looks for it. */
export interface ExpiryEdits {
  /** As a suggestion's title shows it: `cookie: { maxAge: 30 * 60 * 1000 }`, `'EX', 1800`. */
  readonly code: string;
  readonly edits: readonly Edit[];
}

/** `['cookie', 'maxAge']` and `5` give `cookie: { maxAge: 5 }`. */
function toNestedProperty(path: readonly string[], code: string): string {
  const [first, ...rest] = path;
  if (first === undefined) return code;
  return rest.length === 0 ? `${first}: ${code}` : `${first}: { ${toNestedProperty(rest, code)} }`;
}

/**
 * What a model's remedy means in this source, for an idle time in minutes. `undefined` where the options stand
 * nowhere that can be edited.
 */
export function toExpiryEdits(remedy: ExpiryRemedy, minutes: number): ExpiryEdits | undefined {
  if ('remove' in remedy) return { code: remedy.what, edits: [{ edit: 'remove-property', at: remedy.remove }] };
  const duration = toDurationCode(minutes, remedy.unit);
  if ('append' in remedy) {
    // `append` is the token that the command wants before the number (`EX`); without one the number stands alone.
    const code = remedy.append === '' ? duration : `'${remedy.append}', ${duration}`;
    return { code, edits: [{ edit: 'add-argument', call: remedy.call, index: remedy.argument, code }] };
  }
  if ('chain' in remedy) {
    const code = `.${remedy.chain}(${duration})`;
    return { code, edits: [{ edit: 'wrap', at: remedy.at, before: '', after: code }] };
  }
  const code = toNestedProperty(remedy.set, duration);
  if (remedy.object !== undefined) return { code, edits: [{ edit: 'set-property', object: remedy.object, path: remedy.set, code: duration }] };
  if (remedy.call === undefined || remedy.argument === undefined) return undefined;
  return { code, edits: [{ edit: 'add-argument', call: remedy.call, index: remedy.argument, code: `{ ${code} }` }] };
}
