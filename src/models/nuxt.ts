import { autoImported } from './auto-imported.js';
import { cookieLifetime } from './cookie-lifetime.js';
import { defineModel } from './define-model.js';

/** Cookies of pages of Nuxt. Whatever is set on what this gives is written, so only the options stand in one place. */
export const nuxt = defineModel({
  id: 'nuxt',
  docs: 'https://nuxt.com/docs/api/composables/use-cookie',
  packages: ['nuxt', '#imports', '#app'],
  checkedAgainst: '4.2',
  durations: autoImported('useCookie', ['#imports', '#app', 'nuxt/app'], ['nuxt']).map((place) => ({ ...place, memory: 'cookie', lifetime: cookieLifetime('Argument[1]', 's') })),
});
