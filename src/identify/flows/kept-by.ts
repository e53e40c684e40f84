import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import type { SessionMemory, SessionPath } from '../session-roots.js';
import { wordsOf } from '../words-of.js';
import type { ComposedEffect } from './composed-effects.js';

/** What an effect puts into session memory: `session.email = x`, `Object.assign(session.form, x)`, `chats.set(chatId, x)`. */
export function keptBy(linked: Linked, memory: SessionMemory, one: ComposedEffect): { readonly target: SessionPath; readonly value: Term } | undefined {
  const { effect, ref, env } = one;
  if (effect.e === 'write') {
    const target = memory.pathOf(linked.term(ref.file, effect.target, env));
    return target && { target, value: linked.term(ref.file, effect.value, env) };
  }
  if (effect.e !== 'call') return undefined;
  const call = linked.term(ref.file, effect.call, env);
  if (call.value.k !== 'call' || call.value.args.length !== 2) return undefined;
  const callee = linked.beside(call, call.value.callee);
  const [first, second] = call.value.args.map((id) => linked.beside(call, id));
  if (callee.value.k !== 'member' || !first || !second) return undefined;
  if (callee.value.key === 'set') {
    const match = memory.collectionAt?.(linked.beside(callee, callee.value.of));
    return match && { target: { match, path: [], identity: 'import' }, value: second };
  }
  const target = callee.value.key === 'assign' && wordsOf(linked, callee).join('.') === 'Object.assign' ? memory.pathOf(first) : undefined;
  return target && { target, value: second };
}
