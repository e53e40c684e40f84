import type { FunctionSummary } from '../../facts/index.js';
import type { FunctionRef, Term } from '../../link/term.js';
import type { IdentifyContext } from '../context.js';
import { SourceMatcher } from '../contents/source-matcher.js';
import { composedEffects } from '../flows/composed-effects.js';
import { read } from '../readers/read.js';
import { receiverOf } from '../receiver-of.js';
import { wordsOf } from '../words-of.js';
import { asks, changesNothing, clearlyAsks } from './look-up-words.js';

/** How a call is known to look something up: a model knows what it ends in, or only its name says so. */
export interface LookUp {
  readonly known: 'source' | 'name';
  readonly words: readonly string[];
  /** Id of the library model behind it, or `'project'`. */
  readonly library: string;
}

const MAX_CHAIN = 12;
/** What these give is another thing each time: pages that are tested, streams, queues. */
const RECEIVERS = /^(?:page|screen|cy|browser|driver|within|reader|stream|iterator|queue|conversation|rl|prompt)$/i;

/** Tells which calls look something up: queries and requests that models know, and functions of the project around them. */
export class LookUps {
  readonly #context: IdentifyContext;
  readonly #sources: SourceMatcher;
  readonly #functions = new Map<FunctionSummary, LookUp['known'] | 'no'>();
  readonly #libraries = new Map<FunctionSummary, string>();

  constructor(context: IdentifyContext) {
    this.#context = context;
    this.#sources = new SourceMatcher(context);
  }

  /** @param call a call that is waited for */
  of(call: Term): LookUp | undefined {
    const { value } = call;
    if (value.k !== 'call') return undefined;
    const { linked } = this.#context;
    const callee = linked.beside(call, value.callee);
    const words = wordsOf(linked, callee);
    const library = this.#libraryOf(call);
    if (library !== undefined) return { known: 'source', words, library };
    const name = words.at(-1) ?? '';
    if (!asks(name)) return undefined;
    const functions = linked.callees(call);
    if (functions.length > 0) return this.#ofProject(functions, words);
    return clearlyAsks(name) && value.args.length > 0 && !words.some((word) => RECEIVERS.test(word)) && !this.#isMade(callee) ? { known: 'name', words, library: 'project' } : undefined;
  }

  /** Functions of the project that look things up, and do nothing else. */
  #ofProject(functions: readonly FunctionRef[], words: readonly string[]): LookUp | undefined {
    const known = new Set(functions.map((ref) => this.#knowledgeOf(ref)));
    if (known.has('no')) return undefined;
    const [first] = functions;
    return { known: known.has('name') ? 'name' : 'source', words, library: (first && this.#libraries.get(first.fn)) ?? 'project' };
  }

  #knowledgeOf(ref: FunctionRef): LookUp['known'] | 'no' {
    const known = this.#functions.get(ref.fn);
    if (known) return known;
    this.#functions.set(ref.fn, 'no');
    const found = this.#inspect(ref);
    this.#functions.set(ref.fn, found);
    return found;
  }

  #inspect(ref: FunctionRef): LookUp['known'] | 'no' {
    const { linked } = this.#context;
    let found: LookUp['known'] | 'no' = 'no';
    for (const { effect, ref: within, env, where } of composedEffects(linked, ref)) {
      if (effect.e !== 'call') continue;
      const call = linked.term(within.file, effect.call, env);
      const library = this.#libraryOf(call);
      // `if (cache.has(id)) return cache.get(id);` asks once.
      const always = where.arms.every(({ kind, arm }) => kind === 'try' && arm === 0);
      if (library !== undefined) {
        if (always) this.#libraries.set(ref.fn, library);
        if (always) found = 'source';
        continue;
      }
      if (!this.#changesNothing(call)) return 'no';
      // It waits for something, and all that it does is to ask.
      if (always && found === 'no' && clearlyAsks(ref.fn.name ?? '') && within.file.awaits?.some((one) => one.call === call.id)) found = 'name';
    }
    return found;
  }

  /** Does the call leave what is stored as it is, and come back at once? Of linked functions their own calls tell. */
  #changesNothing(call: Term): boolean {
    const { linked } = this.#context;
    const { value } = call;
    if (value.k === 'new') return true;
    if (value.k !== 'call') return true;
    return linked.callees(call).length > 0 || changesNothing(wordsOf(linked, linked.beside(call, value.callee)).at(-1) ?? '');
  }

  /** `const getUser = cache(async (id) => …)`: what a function made of another one does, nobody knows. */
  #isMade(callee: Term): boolean {
    return this.#context.linked.views(callee).some(({ value }) => value.k === 'call');
  }

  /** The model that knows the call, or one that it goes on from, and how it asks. */
  #libraryOf(call: Term): string | undefined {
    const { linked } = this.#context;
    for (let at: Term | undefined = call, depth = 0; at && depth < MAX_CHAIN; depth++) {
      const match = at.value.k === 'call' ? this.#sources.rowOf(at) : undefined;
      if (match) return this.#onlyAsks(at) ? match.model.id : undefined;
      const receiver = receiverOf(linked, at);
      at = receiver?.value.k === 'call' ? receiver : undefined;
    }
    return undefined;
  }

  /** Not `axios.post(…)`, `User.create(…)`, `fetch(url, { method: 'POST' })`. */
  #onlyAsks(call: Term): boolean {
    const { linked } = this.#context;
    if (call.value.k !== 'call') return false;
    const name = wordsOf(linked, linked.beside(call, call.value.callee)).at(-1) ?? '';
    if (!asks(name)) return false;
    return [0, 1].every((index) => read({ linked, base: call }, `Argument[${index}].Member[method]`).every(({ status }) => status === 'absent') || call.value.k !== 'call' || call.value.args.length <= index || name !== 'fetch');
  }
}
