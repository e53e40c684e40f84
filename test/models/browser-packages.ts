import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The real packages that keep things in a browser, as CommonJS gives them; see `packages.ts`. */
export const browserPackages = {
  'idb-keyval': require('idb-keyval') as unknown,
  'js-cookie': require('js-cookie') as unknown,
  localforage: require('localforage') as unknown,
  'universal-cookie': require('universal-cookie') as unknown,
};
