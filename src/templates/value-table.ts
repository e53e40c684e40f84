import type { Value, ValueId } from '../facts/index.js';

type AnyOperator = Extract<Value, { k: 'any' }>['op'];

/** `any` holds at most this many cases; what is more becomes one unknown. */
const MOST_CASES = 8;

/** The hash-consed values of one template: what is added twice has one id. */
export class ValueTable {
  readonly values: Value[] = [];
  readonly #ids = new Map<string, ValueId>();

  add(value: Value): ValueId {
    const key = JSON.stringify(value);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.values.length as ValueId;
    this.values.push(value);
    this.#ids.set(key, id);
    return id;
  }

  get(id: ValueId): Value {
    const value = this.values[id];
    if (value === undefined) throw new Error(`No value ${id}`);
    return value;
  }

  literal(value: string | number | boolean | null): ValueId {
    // `{{ 9…9 }}` with 400 digits is `Infinity`, which JSON does not have.
    if (typeof value === 'number' && !Number.isFinite(value)) return this.dynamic();
    return this.add({ k: 'literal', value });
  }

  undefined(): ValueId {
    return this.add({ k: 'global', name: 'undefined' });
  }

  dynamic(): ValueId {
    return this.add({ k: 'unknown', why: 'dynamic' });
  }

  not(of: ValueId): ValueId {
    return this.add({ k: 'op', op: '!', of: [of] });
  }

  /** One of several. Equal cases count once; a single case is itself. */
  any(cases: readonly ValueId[], op: NonNullable<AnyOperator>): ValueId {
    const distinct = [...new Set(cases.flatMap((id) => this.#casesOf(id, op)))];
    const [only] = distinct;
    if (only !== undefined && distinct.length === 1) return only;
    if (distinct.length <= MOST_CASES) return this.add({ k: 'any', of: distinct, op });
    return this.add({ k: 'any', of: [...distinct.slice(0, MOST_CASES - 1), this.add({ k: 'unknown', why: 'budget' })], op });
  }

  #casesOf(id: ValueId, op: AnyOperator): readonly ValueId[] {
    const value = this.get(id);
    return value.k === 'any' && value.op === op ? value.of : [id];
  }
}
