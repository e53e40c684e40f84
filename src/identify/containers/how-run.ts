import type { ControlPoint, FileSummary, FunctionSummary } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import type { CallSite, FunctionRef, Term } from '../../link/term.js';
import { whereOf } from '../context.js';
import { wordsOf } from '../words-of.js';

/**
 * What makes a function run, where that is no call of its name.
 *
 * - `close`: the end of a session, connection or run; `timer`: the clock; `shutdown`: the end of the process
 * - `event`: a request, message or other event
 */
export type Trigger = 'close' | 'timer' | 'shutdown' | 'event';

/** One place from which a function runs. */
export type Run = { readonly by: Trigger } | { readonly from: FunctionRef; readonly where: ControlPoint };

const CLOSE_EVENT = /^(?:on|handle)?[_-]?(?:session|connection|client|socket|stream)?[_-]?(?:close|closed|disconnect|disconnected|disconnecting|end|ended|finish|finished|leave|left|abort|aborted|destroy|destroyed|expire|expired|terminate|terminated)$/i;
const SHUTDOWN = /^(?:SIG\w+|exit|beforeExit|uncaughtException)$/;
const TIMER = /^(?:setTimeout|setInterval|setImmediate|schedule|scheduleJob|cron)$/;
/** Calls that run what they are handed at once, or when a promise settles: it is code of the function around it. */
const INLINE = /^(?:forEach|map|flatMap|filter|reduce|reduceRight|some|every|find|findIndex|findLast|sort|from|then|catch|finally|nextTick|queueMicrotask|Promise|run|wrap|bind|call|apply|memo|useCallback|useMemo)$/;

/** Knows of each function from where it runs. */
export class HowRun {
  readonly #linked: Linked;
  /** Names of the properties that functions are put into: `transport.onclose = …`, `{ onDisconnect() { … } }`. */
  readonly #properties = new Map<FunctionSummary, string[]>();
  readonly #known = new Map<FunctionSummary, readonly Run[]>();

  constructor(linked: Linked) {
    this.#linked = linked;
    for (const file of linked.files.values()) this.#indexProperties(file);
  }

  /** Empty: nothing that is linked runs it. */
  runsOf(ref: FunctionRef): readonly Run[] {
    const known = this.#known.get(ref.fn);
    if (known) return known;
    const called = this.#linked.callsOf(ref.fn).map((site): Run => ({ from: site.within, where: whereOf(site) }));
    const handed = this.#linked.passedTo(ref.fn).map(({ site }) => this.#toRun(site));
    const named = (this.#properties.get(ref.fn) ?? []).flatMap((name): readonly Run[] => triggerOfProperty(name));
    const runs = [...called, ...handed, ...named, ...ofMethod(ref.fn), ...(ref.fn.shape ? [{ by: 'event' } as const] : [])];
    this.#known.set(ref.fn, runs);
    return runs;
  }

  #toRun(site: CallSite): Run {
    const { value } = site.call;
    const callee = value.k === 'call' || value.k === 'new' ? this.#linked.beside(site.call, value.callee) : site.call;
    const words = wordsOf(this.#linked, callee);
    const method = words.at(-1) ?? '';
    if (TIMER.test(method)) return { by: 'timer' };
    if (INLINE.test(method)) return { from: site.within, where: whereOf(site) };
    const event = this.#eventOf(site.call);
    if (event === undefined) return { by: 'event' };
    if (words[0] === 'process' && SHUTDOWN.test(event)) return { by: 'shutdown' };
    return { by: CLOSE_EVENT.test(event) ? 'close' : 'event' };
  }

  /** `'close'` of `socket.on('close', …)`. */
  #eventOf(call: Term): string | undefined {
    const first = call.value.k === 'call' ? call.value.args[0] : undefined;
    const value = first === undefined ? undefined : this.#linked.beside(call, first).value;
    return value?.k === 'literal' && typeof value.value === 'string' ? value.value : undefined;
  }

  #indexProperties(file: FileSummary): void {
    for (const { effects } of file.functions) {
      for (const effect of effects) {
        if (effect.e !== 'write' || effect.op === 'define') continue;
        const target = file.values[effect.target];
        if (target?.k === 'member' && typeof target.key === 'string') this.#addProperty(this.#linked.term(file, effect.value), target.key);
      }
    }
    file.values.forEach((value) => {
      if (value.k !== 'object') return;
      for (const entry of value.entries) this.#addProperty(this.#linked.term(file, entry.value), entry.key);
    });
  }

  #addProperty(term: Term, name: string): void {
    if (term.value.k !== 'function') return;
    const fn = this.#linked.functionOf(term.file, term.value.id);
    if (!fn) return;
    const names = this.#properties.get(fn);
    if (names) names.push(name);
    else this.#properties.set(fn, [name]);
  }
}

function triggerOfProperty(name: string): readonly Run[] {
  if (CLOSE_EVENT.test(name)) return [{ by: 'close' }];
  return /^(?:on|handle)/i.test(name) ? [{ by: 'event' }] : [];
}

/** `handleDisconnect(client)` and `onClose()` of a class that a framework calls. */
function ofMethod({ class: owner, name = '' }: FunctionSummary): readonly Run[] {
  return owner !== undefined && /^(?:on|handle)/.test(name) && CLOSE_EVENT.test(name) ? [{ by: 'close' }] : [];
}
