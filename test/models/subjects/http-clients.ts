import fs from 'node:fs';
import promises from 'node:fs/promises';

import axios from 'axios';

import type { Subject } from '../subject.js';

/** Makes an instance; nothing is asked of a network. */
const axiosSubject: Subject = {
  name: 'axios 1',
  start: (from) => ('package' in from ? (from.package === 'axios' ? [axios] : []) : 'type' in from ? [axios.create()] : []),
  isOfType: (value) => typeof value === 'function' && 'get' in value && 'interceptors' in value,
  call: (name, callee) => (name === 'create' ? callee({}) : Promise.resolve({ data: {} })),
  construct: () => undefined,
  close: () => Promise.resolve(),
};

const fetchSubject: Subject = {
  name: 'fetch of Node.js',
  start: (from) => ('global' in from && from.global === 'fetch' ? [globalThis.fetch] : []),
  isOfType: () => false,
  call: () => Promise.resolve(new Response('{}')),
  construct: () => undefined,
  close: () => Promise.resolve(),
};

const filesSubject: Subject = {
  name: 'files of Node.js',
  start: (from) => ('package' in from ? ({ fs: [fs], 'fs/promises': [promises] }[from.package] ?? []) : []),
  isOfType: () => false,
  call: () => Promise.resolve(Buffer.from('')),
  construct: () => undefined,
  close: () => Promise.resolve(),
};

/** Clients of HTTP APIs, and files, by model id. */
export const httpSubjects: ReadonlyMap<string, Subject> = new Map([['axios', axiosSubject], ['fetch', fetchSubject], ['files', filesSubject]]);
