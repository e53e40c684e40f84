import type { Linked } from '../link/link.js';
import type { Term } from '../link/term.js';

/** What a method is called on: `session` of `session.save()`. */
export function receiverOf(linked: Linked, call: Term): Term | undefined {
  const callee = call.value.k === 'call' ? linked.beside(call, call.value.callee) : undefined;
  return callee?.value.k === 'member' ? linked.beside(callee, callee.value.of) : undefined;
}
