import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { browserPackages } from '../browser-packages.js';
import type { Callable, Constructor, Subject } from '../subject.js';

const lib = readFileSync(path.join(path.dirname(createRequire(import.meta.url).resolve('typescript')), 'lib.dom.d.ts'), 'utf8');

interface Library {
  readonly id: string;
  readonly exported: unknown;
  /** Values of the types that rows start from. */
  readonly values?: ReadonlyMap<string, () => unknown>;
}

const jsCookie = browserPackages['js-cookie'] as { readonly withAttributes: (attributes: object) => unknown };
const localforage = browserPackages.localforage as { readonly createInstance: (options: object) => unknown };
const Cookies = browserPackages['universal-cookie'] as Constructor;

const libraries: readonly Library[] = [
  { id: 'js-cookie', exported: jsCookie, values: new Map([['js-cookie.Configured', () => jsCookie.withAttributes({})]]) },
  { id: 'universal-cookie', exported: Cookies, values: new Map([['universal-cookie.Cookies', () => new Cookies()]]) },
  { id: 'idb-keyval', exported: browserPackages['idb-keyval'] },
  { id: 'localforage', exported: localforage, values: new Map([['localforage.Store', () => localforage.createInstance({ name: 'drafts' })]]) },
];

function toSubject({ id, exported, values }: Library): Subject {
  return {
    name: id,
    start: (from) => ('package' in from ? (from.package === id ? [exported] : []) : 'type' in from ? [values?.get(from.type)?.()].filter((value) => value !== undefined) : []),
    // Each of them has its own pair of methods.
    isOfType: (value) => typeof value === 'object' && value !== null && (['set', 'get'].every((name) => name in value) || ['setItem', 'getItem'].every((name) => name in value)),
    call: (_, callee: Callable) => callee({}),
    construct: (_, constructor) => new constructor(),
    close: () => Promise.resolve(),
  };
}

/** A stand-in for `cookieStore` that has the methods that TypeScript's DOM library names, and no more. */
const cookieStore = Object.fromEntries([...(/^interface CookieStore extends EventTarget \{\n(.*?)^\}/ms.exec(lib)?.[1] ?? '').matchAll(/^ {4}(\w+)\(/gm)].map(([, name = '']) => [name, () => {}]));

const cookieStoreSubject: Subject = {
  name: 'lib.dom.d.ts',
  start: (from) => ('global' in from && new RegExp(`^declare var ${from.global}: CookieStore;$`, 'm').test(lib) ? [cookieStore] : []),
  isOfType: () => false,
  call: (_, callee) => callee(),
  construct: () => undefined,
  close: () => Promise.resolve(),
};

/** Modules that make stores, by model id. Their rows end at a call, which is only looked at, or at an import. */
const modules: ReadonlyMap<string, ReadonlyMap<string, unknown>> = new Map([
  ['zustand', new Map([['zustand/middleware', browserPackages['zustand/middleware']]])],
  ['redux-persist', new Map(Object.entries(browserPackages).filter(([name]) => name === 'redux' || name.startsWith('redux-persist')))],
  ['pinia', new Map([['pinia', browserPackages.pinia], ['vue', browserPackages.vue]])],
  ['jotai', new Map([['jotai/utils', browserPackages['jotai/utils']]])],
]);

function toModuleSubject(id: string, exported: ReadonlyMap<string, unknown>): Subject {
  return {
    name: id,
    start: (from) => ('package' in from && exported.has(from.package) ? [exported.get(from.package)] : []),
    isOfType: () => false,
    call: (_, callee: Callable) => callee({}),
    construct: (_, constructor) => new constructor(),
    close: () => Promise.resolve(),
  };
}

/** What keeps things in a browser, by model id. */
export const browserSubjects: ReadonlyMap<string, Subject> = new Map([
  ...libraries.map((one) => [one.id, toSubject(one)] as const),
  ...[...modules].map(([id, exported]) => [id, toModuleSubject(id, exported)] as const),
  ['cookie-store', cookieStoreSubject],
]);
