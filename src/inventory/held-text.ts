import type { Copy, SourceKind, ValueTraits, Write } from '../facts/index.js';

const KINDS: Readonly<Record<SourceKind, string>> = {
  record: 'a whole record',
  records: 'a list of records',
  response: 'a whole response',
  'request-body': 'a whole request body',
  binary: 'bytes',
};

/** What a write puts there, as far as it is known: `a whole record (User.findById)`, `true`, `name, email`. */
export function toHeldText({ copies, value }: Pick<Write, 'copies' | 'value'>): string | undefined {
  const whole = copies.find(({ path, properties }) => path.length === 0 && properties === undefined);
  return whole ? ofCopy(whole) : ofValue(value);
}

function ofCopy({ kind, words }: Copy): string {
  return words.length > 0 ? `${KINDS[kind]} (${words.join('.')})` : KINDS[kind];
}

/** Names of properties say more than that it is an object. */
function ofValue({ literal, properties }: ValueTraits): string | undefined {
  if (literal !== undefined) return JSON.stringify(literal);
  const names = [...new Set(properties.filter(({ path }) => path.length === 1).map(({ path }) => path[0] ?? ''))];
  return names.length > 0 ? names.join(', ') : undefined;
}
