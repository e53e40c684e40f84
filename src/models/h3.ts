import { autoImported } from './auto-imported.js';
import { clearedByAge, cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';
import type { Row } from './library-model.js';

/** Frameworks that make it known everywhere. */
const EVERYWHERE = ['nuxt', 'nitropack', 'nitro'] as const;
const placesOf = (name: string): readonly Pick<Row, 'from' | 'path' | 'onlyWith'>[] => autoImported(name, ['h3', '#imports'], EVERYWHERE);

/** Cookies of h3, and so of Nitro and of the server side of Nuxt. */
export const h3 = defineModel({
  id: 'h3',
  docs: 'https://h3.dev/utils/cookie',
  packages: ['h3', '#imports', ...EVERYWHERE],
  checkedAgainst: '1.15, 2.0',
  writes: placesOf('setCookie').map((place) => ({ ...place, memory: 'cookie', key: 'Argument[1]', value: 'Argument[2]', ...cookieOptions({ at: 'Argument[3]', unit: 's', hidden: false }) })),
  roots: ['h3', '#imports'].map((from) => ({ from: { package: from }, path: 'Member[parseCookies].Return', memory: 'cookie', name: 'cookies', readOnly: true })),
  reads: placesOf('getCookie').map((place) => ({ ...place, memory: 'cookie', key: 'Argument[1]' })),
  clears: [
    ...placesOf('deleteCookie').map((place) => ({ ...place, memory: 'cookie' as const, key: 'Argument[1]', clears: 'cookie' as const })),
    ...placesOf('setCookie').map((place) => ({ ...place, key: 'Argument[1]', ...clearedByAge('Argument[3]') })),
  ],
});
