import type { FileSummary, FunctionSummary, Value, ValueId } from '../../facts/index.js';
import { bodyOf, operandsOf, valuesOfEffect } from '../../facts/operands.js';
import { isDeclaredSession } from '../../identify/contents/is-declared-session.js';
import { demandsOf, type Demand } from './demands.js';
import { HotValues, type HotNames } from './hot-values.js';
import { mentionsParameter } from './mentions-parameter.js';
import { refsOfDeclaration } from './refs-of-declaration.js';
import { registrationsOf, type Registrations } from './registrations.js';
import type { Vocabulary } from './vocabulary.js';
import { readersOf, wholeValues } from './whole-values.js';

/**
 * Which parts of a file have to do with session memory, as far as names tell, and so which other files matter for it.
 * `app.use(session(getOptions()))` makes `getOptions` matter, not the forty other imports of the file.
 */
export class Relevance {
  private readonly values: HotValues;
  private readonly registrations: Registrations;

  /**
   * @param hotNamesOf what is known to be hot of an imported module
   * @param containers values that are hot by themselves: collections that live as long as the process
   */
  constructor(
    private readonly summary: FileSummary,
    vocabulary: Vocabulary,
    private readonly hotNamesOf: (specifier: string) => HotNames | undefined = () => undefined,
    containers: ReadonlySet<ValueId> = new Set(),
  ) {
    this.values = new HotValues(summary, vocabulary, hotNamesOf, containers);
    this.registrations = registrationsOf(summary, (id) => this.values.touches(id));
  }

  /** Does it have to do with session memory at all? A file may import jose to check signatures only. Its directives are judged all the same. */
  get isAny(): boolean {
    return this.values.isAny || this.summary.comments.some(({ text }) => text.includes('session-memory-disable')) || this.summary.types.some((type) => isDeclaredSession(type) || refsOfDeclaration(type).some((ref) => this.values.isHotType(ref)));
  }

  /** What this file needs from others, to understand its own session memory. */
  demands(): readonly Demand[] {
    const roots: ValueId[] = [];
    for (const fn of this.summary.functions) {
      // Of `req.session.order = toOrder(req.body)` both sides.
      const effects = fn.effects.map(valuesOfEffect).filter((values) => values.some((id) => this.values.touches(id))).flat();
      const returns = fn.returns.filter((id) => this.values.isHot(id));
      roots.push(...effects, ...returns);
      if (effects.length > 0) roots.push(...handingOn(this.summary, fn));
    }
    for (const exported of this.summary.exports) if (this.values.isHot(exported.value)) roots.push(exported.value);
    roots.push(...this.registrations.calls, ...readersOf(this.summary, this.stored()));
    return demandsOf(this.summary, roots);
  }

  /** What is put whole into session memory: parameters, and bodies of requests. */
  private stored(): readonly ValueId[] {
    return this.summary.functions.flatMap((fn) => fn.effects.flatMap((effect): readonly ValueId[] => {
      if (effect.e === 'write') return this.values.isHot(effect.target) ? wholeValues(this.summary, effect.value) : [];
      const call = effect.e === 'call' && this.values.touches(effect.call) ? this.summary.values[effect.call] : undefined;
      return call?.k === 'call' ? call.args.flatMap((id) => wholeValues(this.summary, id)) : [];
    }));
  }

  /**
   * Exports that make their importers matter: session memory itself (`export const redis = new Redis()`), functions
   * that hand it out or put their arguments into it, classes that hold it, types of its library. A component that
   * uses `localStorage` for itself is none of these.
   */
  hotExports(): HotNames {
    const names = new Set<string>();
    for (const { name, value } of this.summary.exports) if (this.isWrapper(value)) names.add(name);
    for (const type of this.summary.types) {
      if (type.exported && refsOfDeclaration(type).some((ref) => this.values.isHotType(ref))) names.add(type.name);
    }
    for (const specifier of this.summary.reexports) for (const name of this.hotNamesOf(specifier) ?? []) names.add(name);
    return names;
  }

  private isWrapper(root: ValueId): boolean {
    const seen = new Set<ValueId>();
    const pending = [root];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      if (this.values.isHot(id) || this.registrations.receivers.has(id)) return true;
      const value = this.summary.values[id];
      if (value?.k === 'function') {
        if (this.isWrapperFunction(value.id)) return true;
      } else if (value !== undefined) pending.push(...operandsOf(value), ...bodyOf(this.summary, value));
    }
    return false;
  }

  private isWrapperFunction(id: number): boolean {
    const fn = this.summary.functions[id];
    if (fn === undefined) return false;
    if (fn.returns.some((value) => this.values.isHot(value))) return true;
    // What a component is given it does not pass on for others to judge.
    if (/^[A-Z]/.test(fn.name ?? '') && (this.summary.dialect === 'tsx' || this.summary.dialect === 'jsx')) return false;
    return fn.effects.flatMap(valuesOfEffect).some((value) => (this.values.touches(value) || this.registrations.calls.has(value)) && mentionsParameter(this.summary, value));
  }

}

/** Calls that a handler gives its own request or response: `goOn(res, Page.Contact)`. */
function handingOn({ values }: FileSummary, fn: FunctionSummary): readonly ValueId[] {
  return fn.effects.flatMap((effect) => {
    const call = effect.e === 'call' ? values[effect.call] : undefined;
    if (effect.e !== 'call' || call?.k !== 'call' || values[call.callee]?.k !== 'import') return [];
    return call.args.some((id) => isParameterOf(values[id], fn)) ? [effect.call] : [];
  });
}

function isParameterOf(value: Value | undefined, { id }: FunctionSummary): boolean {
  return value?.k === 'param' && value.fn === id;
}

