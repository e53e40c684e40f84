import { argumentOf } from '../../link/linker.js';
import { resolveTerm } from '../../link/property.js';
import type { TermCase } from '../../link/property.js';
import type { ReadFrom } from './read.js';

const HOLDS_NO_TEXT: ReadonlySet<string> = new Set(['literal', 'object', 'function', 'array', 'op', 'new', 'class', 'patched']);

/** `set(key, value, 'EX', 60)`: the argument that follows a literal token. */
export function afterToken({ linked, base, trace }: ReadFrom, tokens: readonly string[], from: number): readonly TermCase[] {
  const { value } = base;
  if (value.k !== 'call' && value.k !== 'new') return [{ status: 'absent' }];
  let unknown = value.spreadFrom !== undefined;
  for (let index = from; index < value.args.length; index++) {
    const argument = argumentOf(linked, base, index);
    if (!argument) continue;
    const cases = resolveTerm(linked, argument);
    const texts = cases.map((found) => (found.status === 'known' && found.term.value.k === 'literal' ? found.term.value.value : undefined));
    if (texts.some((text) => typeof text === 'string' && tokens.includes(text.toUpperCase()))) {
      const next = argumentOf(linked, base, index + 1);
      if (next) trace?.({ call: base, argument: index + 1 });
      return next ? resolveTerm(linked, next) : [{ status: 'known', term: argument }];
    }
    // A variable may hold the token: `redis.set(key, value, mode, seconds)`. Options objects and callbacks hold none.
    if (cases.some((found) => found.status === 'unknown' || (found.status === 'known' && !HOLDS_NO_TEXT.has(found.term.value.k)))) unknown = true;
  }
  return [unknown ? { status: 'unknown', why: 'dynamic' } : { status: 'absent' }];
}
