import type { Arm, Effect, FunctionId, FunctionSummary, Parameter, Range, ValueId } from '../../facts/index.js';
import { TemplateValues } from '../template-values.js';
import { lastAtOrBefore } from './last-at-or-before.js';
import type { SourceMap } from './source-map.js';

/** Where in the template something stands: the function, the branches taken, the tag. */
export interface Position {
  readonly fn: FunctionId;
  readonly arms: readonly Arm[];
  /** The tag, as the statement of effects. */
  readonly statement: Range;
}

/** What a placeholder in the page's markup stands for. */
export interface OutputMeaning {
  readonly value: ValueId;
  /** `{{ "checked" if test }}`: the text that is written, and the condition. */
  readonly conditionalText?: { readonly text: string; readonly test: ValueId };
}

type Recorded = Effect & { readonly late: boolean };
type WithoutWhere<E> = E extends unknown ? Omit<E, 'where' | 'at'> : never;
type Occurrence = WithoutWhere<Effect>;

/** Function 0 is the module around it. */
export const TEMPLATE = 1 as FunctionId;

/** Collects what the readers of expressions, statements and markup find in one template. */
export class TemplateRecorder {
  readonly table = new TemplateValues();
  /** The one parameter of the template: names that it does not declare itself are members of it. */
  readonly context: ValueId;
  /** By the start of the `{{`. */
  readonly outputs = new Map<number, OutputMeaning>();
  /** Conditions of `{% if %}` and `{% elif %}`, by the start of the tag. */
  readonly tests = new Map<number, ValueId>();
  readonly exports = new Map<string, ValueId>();
  readonly #texts: { readonly start: number; readonly position: Position }[] = [];
  readonly #functions: Omit<FunctionSummary, 'effects'>[] = [];
  readonly #effects: Recorded[][] = [];

  constructor(
    readonly map: SourceMap,
    length: number,
  ) {
    const whole: Range = [0, length];
    this.addFunction('(module)', whole);
    this.addFunction('(template)', whole, [{ name: 'context' }]);
    this.context = this.table.add({ k: 'param', fn: TEMPLATE, index: 0 });
    this.exports.set('default', this.table.add({ k: 'function', id: TEMPLATE }));
  }

  /** Parameters may be given later, by {@link setParameters}: defaults of a macro can call the macro. */
  addFunction(name: string, at: Range, params: readonly Parameter[] = [], parent?: FunctionId): FunctionId {
    const id = this.#functions.length as FunctionId;
    this.#functions.push({ id, name, at, ...(parent === undefined ? {} : { parent }), params, returns: [], async: false, generator: false });
    this.#effects.push([]);
    return id;
  }

  setParameters(id: FunctionId, params: readonly Parameter[]): void {
    this.#functions[id] = { ...this.#functions[id]!, params };
  }

  /** `late`: after everything else, as the parent template of `{% extends %}`. */
  effect(occurrence: Occurrence, at: Range, { fn, arms, statement }: Position, late = false): void {
    this.#effects[fn]!.push({ ...occurrence, at, where: { fn, order: 0, arms, statement }, late });
  }

  /** Text of the page starts here. Called in the order of the text. */
  text(start: number, position: Position): void {
    this.#texts.push({ start, position });
  }

  /** Where the text at an offset stands. */
  positionAt(offset: number): Position {
    const text = this.#texts[lastAtOrBefore(this.#texts, offset, ({ start }) => start)];
    return text?.position ?? { fn: TEMPLATE, arms: [], statement: [offset, offset] };
  }

  /**
   * The functions, with effects in evaluation order: by their ends, so that arguments come before their call and
   * the expressions in a start tag before the element.
   *
   * @param hidden ranges that render to nothing (HTML comments), in order: what happens in them is left out
   */
  functions(hidden: readonly Range[]): FunctionSummary[] {
    return this.#functions.map((summary, id) => ({ ...summary, effects: this.#effectsOf(id, hidden) }));
  }

  #effectsOf(id: number, hidden: readonly Range[]): Effect[] {
    const shown = this.#effects[id]!.sort((a, b) => Number(a.late) - Number(b.late) || a.at[1] - b.at[1] || b.at[0] - a.at[0]).filter(({ at }) => !isWithin(at, hidden));
    return shown.map(({ late: _, ...effect }, order) => ({ ...effect, where: { ...effect.where, order } }));
  }
}

function isWithin([start]: Range, ranges: readonly Range[]): boolean {
  const last = ranges[lastAtOrBefore(ranges, start, ([from]) => from)];
  return last !== undefined && start < last[1];
}
