import type { LifetimeRule, Unit } from './library-model.js';

const DAY = 86_400_000;

/** How a store reads the option that sets the life of its records. */
export interface StoreOption {
  /** Its name: `ttl`. */
  readonly option: string;
  readonly unit: Extract<Unit, 'ms' | 's'>;
  /** Milliseconds that a record lives without it: one day, unless said otherwise. */
  readonly otherwise?: number;
  /** `options.ttl || DEFAULT`: zero is the default, too. */
  readonly zeroIsDefault?: true;
  /** It beats the cookie's own end. */
  readonly wins?: true;
}

/** The decision list of a store with one option for the life of its records. What a function of it gives is not known. */
export function storeLifetime({ option, unit, otherwise = DAY, zeroIsDefault, wins }: StoreOption): readonly LifetimeRule[] {
  const read = `Member[${option}]`;
  const final = wins ? { final: wins } : {};
  return [
    { clock: 'record', when: [{ read, is: 'function' }], then: 'unknown', final: true },
    ...(zeroIsDefault ? [{ clock: 'record', when: [{ read, is: 0 }], then: { ms: otherwise } } as const] : []),
    { clock: 'record', when: [{ read, is: 'present' }], then: { read, unit, option }, ...final },
    ...fixedLifetime(otherwise),
  ];
}

/** Stores without such an option: the cookie's end, else one span for all. */
export function fixedLifetime(ms: number = DAY): readonly LifetimeRule[] {
  return [{ clock: 'record', then: { ms } }];
}
