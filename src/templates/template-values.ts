import { ValueTable, type AnyOperator } from '../extract/value-table.js';
import type { Value, ValueId } from '../facts/index.js';

/** The values of one template: the table of scripts, for values that are made whole. */
export class TemplateValues extends ValueTable {
  add(value: Value): ValueId {
    return this.intern(JSON.stringify(value), value);
  }

  /** `{{ 9…9 }}` with 400 digits is `Infinity`, which nobody writes on purpose. */
  override literal(value: string | number | boolean | null): ValueId {
    return typeof value === 'number' && !Number.isFinite(value) ? this.dynamic() : super.literal(value);
  }

  dynamic(): ValueId {
    return this.unknown('dynamic');
  }

  not(of: ValueId): ValueId {
    return this.op('!', [of]);
  }

  /** `a or b or c`, and branches in branches that assign one after the other: their cases are those of one value. */
  override any(op: AnyOperator, of: readonly ValueId[]): ValueId {
    const tooMany = this.unknown('budget');
    return of.includes(tooMany) ? tooMany : super.any(op, of.flatMap((id) => this.#casesOf(id, op)));
  }

  #casesOf(id: ValueId, op: AnyOperator): readonly ValueId[] {
    const value = this.get(id);
    return value.k === 'any' && value.op === op ? value.of : [id];
  }
}
