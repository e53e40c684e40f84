import { clearedByAge, cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';

const COOKIES = { type: 'sveltekit.Cookies' } as const;
/** What handlers are given, by the names of their types; `./$types` is made for each route. */
const EVENTS = [
  ...['RequestEvent', 'ServerLoadEvent'].map((name) => ({ package: '@sveltejs/kit', name })),
  ...['RequestEvent', 'PageServerLoadEvent', 'LayoutServerLoadEvent'].map((name) => ({ package: './$types', name })),
];

/** Functions and objects of functions that are handed an event. */
const HANDED = [
  ...['ServerLoad', 'RequestHandler', 'Action'].map((name) => ({ package: '@sveltejs/kit', name })),
  ...['PageServerLoad', 'LayoutServerLoad', 'RequestHandler', 'Action'].map((name) => ({ package: './$types', name })),
];

/** Cookies of SvelteKit, by the declared type of the event, of the cookies or of the function that is handed them: hidden from scripts unless told otherwise. */
export const sveltekit = defineModel({
  id: 'sveltekit',
  docs: 'https://svelte.dev/docs/kit/@sveltejs-kit#Cookies',
  packages: ['@sveltejs/kit'],
  checkedAgainst: '2.70',
  types: [
    { name: COOKIES.type, from: { type: 'sveltekit.Event' }, path: 'Member[cookies]' },
    // Of hooks: `({ event, resolve }) => …`
    { name: 'sveltekit.Event', from: { type: 'sveltekit.HandleInput' }, path: 'Member[event]' },
  ],
  declaredTypes: [...EVENTS.map((event) => ({ ...event, type: 'sveltekit.Event' })), { package: '@sveltejs/kit', name: 'Cookies', type: COOKIES.type }],
  functionTypes: [
    ...HANDED.map((handed) => ({ ...handed, parameter: 0, type: 'sveltekit.Event' })),
    ...['@sveltejs/kit', './$types'].map((name) => ({ package: name, name: 'Actions', parameter: 0, type: 'sveltekit.Event', each: true as const })),
    { package: '@sveltejs/kit', name: 'Handle', parameter: 0, type: 'sveltekit.HandleInput' },
  ],
  writes: [
    { from: COOKIES, path: 'Member[set].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', ...cookieOptions({ at: 'Argument[2]', unit: 's', hidden: true }) },
    { from: COOKIES, path: 'Member[serialize].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', ...cookieOptions({ at: 'Argument[2]', unit: 's', hidden: true }) },
  ],
  reads: [{ from: COOKIES, path: 'Member[get].Return', memory: 'cookie', key: 'Argument[0]' }],
  clears: [
    { from: COOKIES, path: 'Member[delete].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' },
    { from: COOKIES, path: 'Member[set].Return', key: 'Argument[0]', ...clearedByAge('Argument[2]') },
  ],
});
