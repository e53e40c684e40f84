import type { ValueId } from '../facts/index.js';
import type { Term } from '../link/term.js';

/**
 * Is it the request that a parameter holds? Told by its name together with what is done with it: something below
 * `call.req.session` is read or written. GraphQL contexts, RPC calls and jobs carry requests in this way.
 */
export function isHeldRequest({ file, value, id }: Term): boolean {
  if (value.k !== 'member' || (value.key !== 'req' && value.key !== 'request') || file.values[value.of]?.k !== 'param') return false;
  const session = file.values.findIndex((other) => other.k === 'member' && other.of === id && other.key === 'session') as ValueId;
  return session >= 0 && file.values.some((other) => other.k === 'member' && other.of === session);
}
