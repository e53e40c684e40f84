import { clearedByAge, cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';

const CONTEXT = { type: 'astro.Context' } as const;
const COOKIES = { type: 'astro.Cookies' } as const;

/** Cookies of Astro: of endpoints and actions by the type of their context, and of middlewares. Readable for scripts unless told otherwise. */
export const astro = defineModel({
  id: 'astro',
  docs: 'https://docs.astro.build/en/reference/api-reference/#cookies',
  packages: ['astro'],
  checkedAgainst: '6.0',
  types: [
    // In pages: `Astro.cookies`.
    { name: CONTEXT.type, from: { global: 'Astro' }, path: '' },
    { name: CONTEXT.type, from: { package: 'astro:middleware' }, path: 'Member[defineMiddleware].Argument[0].Parameter[0]' },
    { name: COOKIES.type, from: CONTEXT, path: 'Member[cookies]' },
  ],
  declaredTypes: [
    { package: 'astro', name: 'APIContext', type: CONTEXT.type },
    { package: 'astro:actions', name: 'ActionAPIContext', type: CONTEXT.type },
    { package: 'astro', name: 'AstroCookies', type: COOKIES.type },
  ],
  functionTypes: [
    { package: 'astro', name: 'APIRoute', parameter: 0, type: CONTEXT.type },
    { package: 'astro', name: 'MiddlewareHandler', parameter: 0, type: CONTEXT.type },
  ],
  writes: [{ from: COOKIES, path: 'Member[set].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', ...cookieOptions({ at: 'Argument[2]', unit: 's', hidden: false }) }],
  reads: [{ from: COOKIES, path: 'Member[get,has].Return', memory: 'cookie', key: 'Argument[0]' }],
  clears: [
    { from: COOKIES, path: 'Member[delete].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' },
    { from: COOKIES, path: 'Member[set].Return', key: 'Argument[0]', ...clearedByAge('Argument[2]') },
  ],
});
