import type { Clear, Effect, FileSummary, Read, ValueId, Write } from '../facts/index.js';
import type { FunctionRef, Term } from '../link/term.js';
import { isEmpty } from './flows/clears-of.js';
import type { Contents } from './contents/contents.js';
import { placeIn } from './context.js';
import type { IdentifyContext } from './context.js';
import { isOwnKey } from './is-own-key.js';
import type { SessionOrigins } from './session-origins.js';
import type { SessionPath, SessionRoots } from './session-roots.js';
import { storedValue } from './stored-value.js';
import { wordsOf } from './words-of.js';

/** Property writes, reads and deletes below the root of a session memory: `req.session.email = …`. */
export function findSessionPaths(context: IdentifyContext, roots: SessionRoots, origins: SessionOrigins, contents: Contents): { readonly writes: readonly Write[]; readonly reads: readonly Read[]; readonly clears: readonly Clear[] } {
  const writes: Write[] = [];
  const reads: Read[] = [];
  const clears: Clear[] = [];
  for (const file of context.linked.files.values()) {
    for (const fn of file.functions) {
      for (const effect of fn.effects) {
        if (effect.e === 'call') {
          writes.push(...assignedWrites(context, roots, origins, contents, { file, fn }, effect));
          continue;
        }
        const found = roots.pathOf(context.linked.term(file, effect.target));
        if (!found || isOwnKey(found)) continue;
        const base = baseOf(found, { file, fn }, effect);
        if (effect.e === 'read') reads.push({ fact: 'read', ...base });
        else if (found.match.row.readOnly) continue;
        else if (effect.e === 'delete') clears.push({ fact: 'clear', ...base, clears: 'key', ...unsetOf(context, found, effect.target, file) });
        else if (effect.op === '=' && isEmpty(context.linked.term(file, effect.value))) clears.push({ fact: 'clear', ...base, clears: base.path.length === 0 ? 'record' : 'key', ...(isNothing(context.linked.term(file, effect.value)) ? unsetOf(context, found, effect.target, file) : {}) });
        else if (!isSelfDefault(context, roots, found, context.linked.term(file, effect.value))) writes.push({ fact: 'write', ...base, ...storedValue(context, contents, context.linked.term(file, effect.value), base.at, base.path), sessionKeyed: true, ...protectionOf(found, context.linked.term(file, effect.target), origins), via: [] });
      }
    }
  }
  return { writes, reads, clears };
}

/** `req.session = null` and `delete req.session`, where `req.session` is the session and not what was called so. */
function unsetOf({ linked }: IdentifyContext, found: SessionPath, target: ValueId, file: FileSummary): Pick<Clear, 'unset'> {
  const term = linked.term(file, target);
  const words = wordsOf(linked, term);
  return found.path.length === 0 && found.match.row.memory === 'server-session' && term.value.k === 'member' && words.length > 1 ? { unset: words.join('.') } : {};
}

function isNothing({ value }: Term): boolean {
  return (value.k === 'literal' && value.value === null) || (value.k === 'global' && value.name === 'undefined');
}

/** `Object.assign(req.session, { email, … })` writes each property that it is given. */
function assignedWrites(context: IdentifyContext, roots: SessionRoots, origins: SessionOrigins, contents: Contents, ref: FunctionRef, effect: Effect & { readonly e: 'call' }): readonly Write[] {
  const { linked } = context;
  const call = linked.term(ref.file, effect.call);
  if (call.value.k !== 'call' || wordsOf(linked, linked.beside(call, call.value.callee)).join('.') !== 'Object.assign') return [];
  const [into, ...sources] = call.value.args.slice(0, call.value.spreadFrom).map((id) => linked.beside(call, id));
  const found = into && roots.pathOf(into);
  if (!found || isOwnKey(found) || found.match.row.readOnly) return [];
  const base = baseOf(found, ref, effect);
  return sources.map((source) => ({ fact: 'write', ...base, ...storedValue(context, contents, source, base.at, base.path), sessionKeyed: true, ...protectionOf(found, into, origins), via: [] }));
}

function baseOf(found: SessionPath, ref: FunctionRef, effect: Effect) {
  return { at: placeIn(ref.file, effect.at), identity: found.identity, library: found.match.model.id, where: effect.where, memory: found.match.row.memory, path: found.path };
}

/** Who can read what is written, and whether it needs a save. */
function protectionOf({ match: { row } }: SessionPath, target: Term, origins: SessionOrigins): Pick<Write, 'sealed' | 'needsSave' | 'session'> {
  const session = row.needsSave && (row.needsSave === 'response' ? origins.originOf(target)?.place : origins.followed(target));
  return { ...(row.sealed ? { sealed: row.sealed } : {}), ...(row.needsSave ? { needsSave: row.needsSave } : {}), ...(session ? { session } : {}) };
}

/** `req.session.basket = req.session.basket || {}` only makes sure that there is something to write to. */
function isSelfDefault({ linked }: IdentifyContext, roots: SessionRoots, target: SessionPath, value: Term): boolean {
  if (value.value.k !== 'any' || (value.value.op !== '||' && value.value.op !== '??')) return false;
  const [left, right] = value.value.of.map((id) => linked.beside(value, id));
  const source = left ? roots.pathOf(left) : undefined;
  return right !== undefined && isEmpty(right) && source?.match === target.match && source.path.join('\u0000') === target.path.join('\u0000');
}
