import { defineModel } from './define-model.js';

/** `localStorage` (kept until cleared) and `sessionStorage` (gone with the tab). Both are readable by every script of the page. */
export const webStorage = defineModel({
  id: 'web-storage',
  docs: 'https://developer.mozilla.org/docs/Web/API/Web_Storage_API',
  packages: [],
  checkedAgainst: 'HTML standard, November 2026',
  writes: [
    { from: { global: 'localStorage' }, path: 'Member[setItem].Return', memory: 'local-storage', key: 'Argument[0]', value: 'Argument[1]' },
    { from: { global: 'sessionStorage' }, path: 'Member[setItem].Return', memory: 'session-storage', key: 'Argument[0]', value: 'Argument[1]' },
  ],
  storages: [
    { from: { global: 'localStorage' }, path: '', memory: 'local-storage' },
    { from: { global: 'sessionStorage' }, path: '', memory: 'session-storage' },
  ],
  roots: [
    { from: { global: 'localStorage' }, path: '', memory: 'local-storage', name: 'localStorage' },
    { from: { global: 'sessionStorage' }, path: '', memory: 'session-storage', name: 'sessionStorage' },
  ],
  reads: [
    { from: { global: 'localStorage' }, path: 'Member[getItem].Return', memory: 'local-storage', key: 'Argument[0]' },
    { from: { global: 'sessionStorage' }, path: 'Member[getItem].Return', memory: 'session-storage', key: 'Argument[0]' },
  ],
  clears: [
    { from: { global: 'localStorage' }, path: 'Member[removeItem].Return', memory: 'local-storage', key: 'Argument[0]', clears: 'key' },
    { from: { global: 'sessionStorage' }, path: 'Member[removeItem].Return', memory: 'session-storage', key: 'Argument[0]', clears: 'key' },
    { from: { global: 'localStorage' }, path: 'Member[clear].Return', memory: 'local-storage', clears: 'record' },
    { from: { global: 'sessionStorage' }, path: 'Member[clear].Return', memory: 'session-storage', clears: 'record' },
  ],
  ownKeys: ['length', 'key', 'getItem', 'setItem', 'removeItem', 'clear'],
});
