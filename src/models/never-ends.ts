import type { LifetimeRule } from './library-model.js';

/** The decision list of what has no expiry at all. */
export const NEVER_ENDS: readonly LifetimeRule[] = [{ clock: 'record', then: { never: 'default' } }];

/** The decision list of an option in seconds without which nothing ends: `ttl`, `sessionTTL`. Zero is none. */
export function endsBySeconds(option: string): readonly LifetimeRule[] {
  const read = option.split('.').map((key) => `Member[${key}]`).join('.');
  return [
    { clock: 'record', when: [{ read, is: 0 }], then: { never: 'option', option } },
    { clock: 'record', when: [{ read, is: 'present' }], then: { read, unit: 's', option } },
    ...NEVER_ENDS,
  ];
}
