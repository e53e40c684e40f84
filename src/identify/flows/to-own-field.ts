import type { Ask, Capture } from '../../facts/index.js';
import type { FieldAliases } from '../fields/field-aliases.js';
import { sameField } from '../fields/same-field.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';

/**
 * `street` on a page that keeps it in `session.shipping.street` is the shipping address, as long as no other page keeps
 * its answer in the same place.
 */
export function toOwnField(ask: Ask, own: readonly Capture[], others: readonly Capture[], aliases: FieldAliases): Ask {
  const { field } = ask;
  const kept = field && own.find((capture) => sameField(capture.field, field));
  const identity = kept && toFieldIdentity(kept.path.slice(1), aliases);
  if (!field || !kept || !identity || identity.meaning !== field.meaning || sameField(identity, field)) return ask;
  const isShared = others.some((other) => other.path.join('\u0000') === kept.path.join('\u0000'));
  return isShared ? ask : { ...ask, field: { ...field, qualifiers: identity.qualifiers } };
}
