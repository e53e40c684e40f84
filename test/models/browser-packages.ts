import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The real packages that keep things in a browser, as CommonJS gives them; see `packages.ts`. */
export const browserPackages = {
  'idb-keyval': require('idb-keyval') as unknown,
  'jotai/utils': require('jotai/utils') as unknown,
  'js-cookie': require('js-cookie') as unknown,
  localforage: require('localforage') as unknown,
  pinia: require('pinia') as unknown,
  redux: require('redux') as unknown,
  'redux-persist': require('redux-persist') as unknown,
  'redux-persist/lib/persistReducer': (require('redux-persist/lib/persistReducer') as { readonly default: unknown }).default,
  'redux-persist/lib/storage': require('redux-persist/lib/storage') as unknown,
  'redux-persist/lib/storage/session': require('redux-persist/lib/storage/session') as unknown,
  'universal-cookie': require('universal-cookie') as unknown,
  vue: require('vue') as unknown,
  'zustand/middleware': require('zustand/middleware') as unknown,
};
