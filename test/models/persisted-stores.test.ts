import { createRequire } from 'node:module';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { factsOf } from './facts-of.js';
import { runCode } from './run-code.js';

const require = createRequire(import.meta.url);

/** A browser's storage that can be looked into. */
class Storage {
  readonly kept = new Map<string, string>();
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
}

let local: Storage;
let session: Storage;

beforeEach(() => {
  local = new Storage();
  session = new Storage();
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', session);
  vi.stubGlobal('window', { localStorage: local, sessionStorage: session, addEventListener() {}, removeEventListener() {} });
  vi.stubGlobal('self', { localStorage: local, sessionStorage: session });
});

afterEach(() => vi.unstubAllGlobals());

interface Library {
  readonly title: string;
  readonly prelude: string;
  readonly declared: Readonly<Record<string, string>>;
  readonly variables: () => Readonly<Record<string, unknown>>;
  /** Codes that make a store and change its state. */
  readonly codes: readonly string[];
  /** What is kept of the state, out of what stands in the storage. */
  readonly fields: (stored: string, key: string) => readonly string[];
}

const libraries: readonly Library[] = [
  {
    title: 'zustand 5',
    prelude: `import { createStore } from 'zustand';\nimport { createJSONStorage, devtools, persist } from 'zustand/middleware';`,
    declared: { zustand: '^5.0.0' },
    variables: () => ({ ...(require('zustand') as object), ...(require('zustand/middleware') as object) }),
    codes: [
      `const store = createStore(persist(() => ({ a: '', b: 1 }), { name: 'k' })); store.setState({ a: 'x' })`,
      `const store = createStore(persist((set) => ({ a: '', b: null, setA: (a) => set({ a }) }), { name: 'k' })); store.setState({ a: 'x' })`,
      `const store = createStore(persist(devtools(() => ({ a: '', b: 1 })), { name: 'k' })); store.setState({ a: 'x' })`,
      `const store = createStore(persist(() => ({ a: '', b: 1 }), { name: 'k', storage: createJSONStorage(() => sessionStorage) })); store.setState({ a: 'x' })`,
      `const store = createStore(persist(() => ({ a: '', b: 1 }), { name: 'k', getStorage: () => sessionStorage })); store.setState({ a: 'x' })`,
      `const store = createStore(persist(() => ({ a: '', b: 1 }), { name: 'k', partialize: (state) => ({ a: state.a }) })); store.setState({ a: 'x' })`,
    ],
    fields: (stored) => Object.keys((JSON.parse(stored) as { state: object }).state),
  },
  {
    title: 'redux-persist 6',
    prelude: `import { combineReducers, createStore } from 'redux';\nimport { persistReducer, persistStore } from 'redux-persist';\nimport local from 'redux-persist/lib/storage';\nimport session from 'redux-persist/lib/storage/session';`,
    declared: { 'redux-persist': '^6.0.0' },
    variables: () => {
      vi.resetModules();
      const storage = (of: Storage) => ({ getItem: (key: string) => Promise.resolve(of.getItem(key)), setItem: (key: string, value: string) => Promise.resolve(of.setItem(key, value)), removeItem: (key: string) => Promise.resolve(of.removeItem(key)) });
      return { ...(require('redux') as object), ...(require('redux-persist') as object), local: storage(local), session: storage(session) };
    },
    codes: [
      `const a = (state = '', action) => action.a ?? state; const b = (state = 1) => state; const kept = persistReducer({ key: 'k', storage: local }, combineReducers({ a, b }))`,
      `const a = (state = '', action) => action.a ?? state; const b = (state = 1) => state; const kept = persistReducer({ key: 'k', storage: session }, combineReducers({ a, b }))`,
      `const a = (state = '', action) => action.a ?? state; const b = (state = 1) => state; const kept = persistReducer({ key: 'k', storage: local, whitelist: ['a'] }, combineReducers({ a, b }))`,
      `const a = (state = '', action) => action.a ?? state; const b = (state = 1) => state; const kept = persistReducer({ key: 'k', storage: local, blacklist: ['a'] }, combineReducers({ a, b }))`,
      `const initial = { a: '', b: 1 }; const kept = persistReducer({ key: 'k', storage: local }, (state = initial, action) => action.a ? { ...state, a: action.a } : state)`,
    ].map((code) => `${code}; const store = createStore(kept); const persistor = persistStore(store); await new Promise((resolve) => setTimeout(resolve, 5)); store.dispatch({ type: 'set', a: 'x' }); await persistor.flush()`),
    fields: (stored) => Object.keys(JSON.parse(stored) as object).filter((key) => key !== '_persist'),
  },
  {
    title: 'pinia-plugin-persistedstate 4',
    prelude: `import { createPinia, defineStore } from 'pinia';\nimport { computed, createApp, nextTick, ref } from 'vue';\nimport plugin from 'pinia-plugin-persistedstate';`,
    declared: { pinia: '^4.0.0', 'pinia-plugin-persistedstate': '^4.0.0' },
    variables: () => piniaVariables,
    codes: [
      `const use = defineStore('k', { state: () => ({ a: '', b: 1 }), persist: true })`,
      `const use = defineStore('k', { state: () => ({ a: '', b: 1 }), getters: { c: () => 2 }, actions: { d() {} }, persist: { storage: sessionStorage } })`,
      `const use = defineStore('k', { state: () => ({ a: '', b: 1 }), persist: { pick: ['a'] } })`,
      `const use = defineStore('k', { state: () => ({ a: '', b: 1 }), persist: { omit: ['b'] } })`,
      `const use = defineStore('k', { state: () => ({ a: '', b: 1 }), persist: { paths: ['b'] } })`,
      `const use = defineStore('k', { state: () => ({ a: '', b: 1 }), persist: [{ pick: ['a'] }] })`,
      `const use = defineStore('k', () => { const a = ref(''); const b = ref(1); const c = computed(() => 2); return { a, b, c, d() {} } }, { persist: true })`,
    ].map((code) => `${code}; const pinia = createPinia(); pinia.use(plugin); createApp({}).use(pinia); use(pinia).$patch({ a: 'x' }); await nextTick()`),
    fields: (stored) => Object.keys(JSON.parse(stored) as object),
  },
  {
    title: 'jotai 2',
    prelude: `import { createStore } from 'jotai';\nimport { atomWithStorage, createJSONStorage } from 'jotai/utils';`,
    declared: { jotai: '^2.0.0' },
    variables: () => jotaiVariables,
    codes: [
      `createStore().set(atomWithStorage('k', ''), 'x')`,
      `createStore().set(atomWithStorage('k', '', createJSONStorage(() => sessionStorage)), 'x')`,
    ],
    fields: (_, key) => [key],
  },
];

const piniaVariables: Record<string, unknown> = { ...(await import('pinia')), ...(await import('vue')), plugin: (await import('pinia-plugin-persistedstate')).default };
const jotaiVariables: Record<string, unknown> = { ...(await import('jotai/vanilla')), ...(await import('jotai/vanilla/utils')) };

describe.each(libraries.map((library) => [library.title, library] as const))('%s keeps what the engine says', (_, { prelude, declared, variables, codes, fields }) => {
  it.each(codes.map((code) => [code]))('%s', async (code) => {
    await runCode(code, { ...variables(), localStorage: local, sessionStorage: session });
    const kept = [['local-storage', local] as const, ['session-storage', session] as const].flatMap(([memory, { kept: entries }]) => [...entries].flatMap(([key, stored]) => fields(stored, key).map((field) => `${memory} ${field}`)));
    const { writes } = factsOf(`${prelude}\nexport async function run() {\n${code}\n}\n`, undefined, declared);
    expect(writes.map(({ memory, path }) => `${memory} ${path.join('.')}`).sort()).toEqual([...kept].sort());
    expect(kept).not.toEqual([]);
  });
});
