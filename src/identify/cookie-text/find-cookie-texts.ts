import type { Clear, GivenDuration, Identity, KeyShape, Place, Resolved, Write } from '../../facts/index.js';
import type { FunctionRef, Term } from '../../link/term.js';
import { parseAccessPath } from '../access-path.js';
import type { Contents } from '../contents/contents.js';
import { placeIn, rowsOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { pathOfKey } from '../entry-key.js';
import { storedValue } from '../stored-value.js';
import { wordsOf } from '../words-of.js';
import { commentsAt } from '../written/comments-at.js';
import { toWritten } from '../written/to-written.js';
import { cookieEnd } from './cookie-end.js';
import type { CookieEnd } from './cookie-end.js';
import { splitCookie } from './split-cookie.js';
import type { CookieParts } from './split-cookie.js';
import { textsOf } from './text-pieces.js';
import type { Piece } from './text-pieces.js';

interface CookieTexts {
  readonly writes: readonly Write[];
  readonly clears: readonly Clear[];
  readonly durations: readonly GivenDuration[];
}

interface Assigned {
  readonly ref: FunctionRef;
  readonly value: Term;
  readonly base: Pick<Write, 'at' | 'where' | 'library'> & { readonly identity: Identity };
}

/** Cookies that are assigned as text: `document.cookie = 'step=2; max-age=1800'`. */
export function findCookieTexts(context: IdentifyContext, contents: Contents): CookieTexts {
  const found = assignedTexts(context).map((one) => ofAssigned(context, contents, one));
  return { writes: found.flatMap(({ writes }) => writes), clears: found.flatMap(({ clears }) => clears), durations: found.flatMap(({ durations }) => durations) };
}

function assignedTexts({ linked, models, matcher }: IdentifyContext): readonly Assigned[] {
  const rows = rowsOf(models, (model) => model.cookieTexts);
  const keys = new Set(rows.flatMap(({ row }) => parseAccessPath(row.path).flatMap((step) => (step.step === 'member' && step.names !== 'any' ? step.names : []))));
  if (keys.size === 0) return [];
  return [...linked.files.values()].flatMap((file) => file.functions.flatMap((fn) => fn.effects.flatMap((effect): readonly Assigned[] => {
    const target = effect.e === 'write' && effect.op === '=' ? file.values[effect.target] : undefined;
    if (effect.e !== 'write' || target?.k !== 'member' || typeof target.key !== 'string' || !keys.has(target.key)) return [];
    const term = linked.term(file, effect.target);
    return rows.flatMap(({ row, model }) => {
      const identity = matcher.matches(term, row);
      return identity ? [{ ref: { file, fn }, value: linked.term(file, effect.value), base: { at: placeIn(file, effect.at), where: effect.where, library: model.id, identity } }] : [];
    }).slice(0, 1);
  })));
}

interface Seen {
  readonly parts: CookieParts;
  readonly end: CookieEnd;
}

/** Once for each call of the function around it, where the text depends on that: `setCookie('token', token, 365)`. */
function ofAssigned(context: IdentifyContext, contents: Contents, { ref, value, base }: Assigned): CookieTexts {
  const { linked } = context;
  const seen = viewsOf(context, ref, value).flatMap((term) => textsOf(linked, term)).flatMap((text): readonly Seen[] => {
    const parts = splitCookie(text);
    return parts ? [{ parts, end: cookieEnd(linked, parts, base.at) }] : [];
  });
  const kept = seen.filter(({ end }) => end !== 'removed');
  const removed = kept.length === 0 ? seen : [];
  return {
    writes: kept.length === 0 ? [] : [toWrite(context, contents, base, kept)],
    clears: [...new Set(removed.map(({ parts }) => pathOfKey(keyOf(context, parts, base.at)).join('.')))].map((key) => ({ fact: 'clear', ...base, memory: 'cookie', path: [key], clears: 'cookie' })),
    durations: textsOf(linked, value).slice(0, 1).flatMap((text) => durationsOf(context, base, splitCookie(text))),
  };
}

function viewsOf({ linked }: IdentifyContext, ref: FunctionRef, value: Term): readonly Term[] {
  const contexts = ref.fn.params.length > 0 ? linked.contexts(ref) : [];
  return contexts.length === 0 ? [value] : contexts.map((env) => linked.term(ref.file, value.id, env));
}

function toWrite(context: IdentifyContext, contents: Contents, base: Assigned['base'], kept: readonly Seen[]): Write {
  const entries = kept.map(({ parts }) => ({ path: pathOfKey(keyOf(context, parts, base.at)), ...valueOf(context, contents, parts, base.at) }));
  const [first, ...others] = new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values();
  return {
    fact: 'write', ...base, memory: 'cookie',
    path: first?.path ?? ['*'],
    key: { cases: kept.flatMap(({ parts }) => keyOf(context, parts, base.at).cases) },
    value: first?.value ?? { names: [], types: [], properties: [], through: [] },
    copies: first?.copies ?? [],
    ...(others.length > 0 ? { others } : {}),
    lifetime: { cases: kept.flatMap(({ end }) => (end === 'removed' ? [] : end)) },
    sessionKeyed: false,
    httpOnly: { cases: [{ status: 'known', value: false, at: base.at }] },
    via: [],
  };
}

function keyOf({ linked }: IdentifyContext, { name }: CookieParts, at: Place): Resolved<KeyShape> {
  const quasis = [''];
  const parts: string[] = [];
  for (const piece of name) {
    if (typeof piece === 'string') quasis[quasis.length - 1] += piece.trim();
    else {
      quasis.push('');
      parts.push(wordsOf(linked, piece).join('.'));
    }
  }
  return { cases: [{ status: 'known', value: { quasis, parts }, at }] };
}

function valueOf(context: IdentifyContext, contents: Contents, { value }: CookieParts, at: Place): Pick<Write, 'value' | 'copies'> {
  const term = value.find((piece): piece is Exclude<Piece, string> => typeof piece !== 'string');
  return term ? storedValue(context, contents, term, at) : { value: { literal: value.filter((piece) => typeof piece === 'string').join(''), names: [], types: [], properties: [], through: [] }, copies: [] };
}

/** `max-age` is in seconds; what is added to the present for `expires` is in milliseconds. */
function durationsOf({ linked }: IdentifyContext, base: Assigned['base'], parts: CookieParts | undefined): readonly GivenDuration[] {
  const [age, ...others] = parts?.attributes.get('max-age') ?? [];
  if (age === undefined || others.length > 0) return [];
  const common = { fact: 'duration', ...base, memory: 'cookie', option: 'max-age' } as const;
  if (typeof age !== 'string') return toWritten(linked, { term: age, at: base.at }, 's').map((written) => ({ ...common, ...written, at: base.at }));
  const seconds = Number(age);
  const file = linked.files.get(base.at.file);
  if (!Number.isFinite(seconds)) return [];
  return [{ ...common, unit: 's', amount: { cases: [{ status: 'known', value: seconds, at: base.at }] }, factors: [seconds], openProduct: false, names: [], comments: file ? commentsAt(file, base.at.range) : [] }];
}
