import type { GivenDuration, Place } from '../facts/index.js';
import type { Edit } from '../rule.js';
import { isThousands } from './clock-product.js';
import type { UnitMistake } from './find-unit-mistake.js';

/** A rewriting of a duration, as a suggestion's title shows it. */
export interface UnitEdits {
  readonly change: 'multiply' | 'divide' | 'write';
  readonly code: string;
  readonly edits: readonly Edit[];
}

/** The same duration in the unit that is read; `undefined` where it is not clear what was meant, or the expression has no place. */
export function toUnitEdits(given: GivenDuration, mistake: UnitMistake): UnitEdits | undefined {
  const { expression: at } = given;
  if (at === undefined || given.amount.cases.length > 1) return undefined;
  switch (mistake.kind) {
    case 'other-unit':
      return mistake.by > 1 ? multiply(given, at, mistake.by) : divide(given, at, mistake.by);
    case 'hundred':
      return given.plain && !given.openProduct && (given.unit === 'ms' || given.unit === 'duration:ms') ? write(at, given.factors.map((factor) => (factor === 100 ? 1000 : factor)).join(' * ')) : undefined;
    case 'bare-text':
      return given.plain ? write(at, `'${mistake.text}s'`) : undefined;
    case 'span-for-moment':
      return given.plain && given.unit === 'duration:jose' ? write(at, `'${mistake.amount}s'`) : undefined;
    default:
      return undefined;
  }
}

/** A product or a name may be continued; a sum or a choice would have to stand in parentheses. */
function isContinuable({ factors, names, plain }: GivenDuration): boolean {
  return plain === true || names.length > 0 || factors.length > 1;
}

function multiply(given: GivenDuration, at: Place, by: number): UnitEdits | undefined {
  if (!isContinuable(given) || (given.openProduct && given.names.length === 0)) return undefined;
  const code = by % 60_000 === 0 ? `${by === 60_000 ? '' : `${by / 60_000} * `}60 * 1000` : String(by);
  return { change: 'multiply', code, edits: [{ edit: 'wrap', at, before: '', after: ` * ${code}` }] };
}

function divide(given: GivenDuration, at: Place, by: number): UnitEdits | undefined {
  const { factors, plain, openProduct } = given;
  const divisor = Math.round(1 / by);
  if (divisor === 1000 && plain && !openProduct && factors.some(isThousands)) return write(at, withoutThousand(factors));
  if (!isContinuable(given)) return undefined;
  return { change: 'divide', code: String(divisor), edits: [{ edit: 'wrap', at, before: '', after: ` / ${divisor}` }] };
}

/** `1000 * 60 * 5` is `60 * 5` seconds; `5 * 60000` is `5 * 60`. */
function withoutThousand(factors: readonly number[]): string {
  const exact = factors.indexOf(1000);
  const index = exact >= 0 ? exact : factors.findIndex(isThousands);
  return factors.flatMap((factor, at) => (at !== index ? [factor] : exact >= 0 && factors.length > 1 ? [] : [factor / 1000])).join(' * ');
}

function write(at: Place, code: string): UnitEdits {
  return { change: 'write', code, edits: [{ edit: 'replace', at, code }] };
}
