import * as jose from 'jose';

import { storePackages } from '../store-packages.js';
import type { Subject } from '../subject.js';

const builders = { 'jose.SignJWT': jose.SignJWT, 'jose.EncryptJWT': jose.EncryptJWT, 'jose.UnsecuredJWT': jose.UnsecuredJWT } as const;

function builderOf(type: string): (typeof builders)[keyof typeof builders] | undefined {
  return Object.entries(builders).find(([name]) => name === type)?.[1];
}

/** What a method of a builder takes. */
const given: Readonly<Record<string, unknown>> = {
  setProtectedHeader: { alg: 'HS256' }, setKeyManagementParameters: {}, setContentEncryptionKey: new Uint8Array(32), setInitializationVector: new Uint8Array(12),
  setNotBefore: '1h', setIssuedAt: 1, setExpirationTime: '1h',
};

/** Packages that sign tokens, by model id. */
export const tokenSubjects: ReadonlyMap<string, Subject> = new Map<string, Subject>([
  ['jsonwebtoken', {
    name: 'jsonwebtoken 9',
    start: (from) => ('package' in from && from.package === 'jsonwebtoken' ? [storePackages.jsonwebtoken] : []),
    isOfType: () => false,
    call: () => undefined,
    construct: () => undefined,
    close: () => Promise.resolve(),
  }],
  ['fast-jwt', {
    name: 'fast-jwt 6',
    start: (from) => ('package' in from ? (from.package === 'fast-jwt' ? [storePackages['fast-jwt']] : []) : 'type' in from ? [(storePackages['fast-jwt'] as { createSigner(options: object): unknown }).createSigner({ key: 'x'.repeat(32) })] : []),
    isOfType: (value) => typeof value === 'function',
    call: (_, callee) => callee({ key: 'x'.repeat(32) }),
    construct: () => undefined,
    close: () => Promise.resolve(),
  }],
  ['jose', {
    name: 'jose 6',
    start(from) {
      if ('package' in from) return from.package === 'jose' ? [jose] : [];
      const type = 'type' in from ? builderOf(from.type) : undefined;
      return type ? [new type({})] : [];
    },
    isOfType(value, type) {
      const builder = builderOf(type);
      return builder !== undefined && value instanceof builder;
    },
    call: (name, callee) => callee(name in given ? given[name] : 'text'),
    construct: (_, constructor) => new constructor({}),
    close: () => Promise.resolve(),
  }],
]);
