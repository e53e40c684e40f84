import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { Subject } from '../subject.js';

const lib = readFileSync(path.join(path.dirname(createRequire(import.meta.url).resolve('typescript')), 'lib.dom.d.ts'), 'utf8');

/** Names of methods and properties of the interface `Storage` as TypeScript's DOM library has them. */
export const storageMembers: ReadonlyMap<string, 'method' | 'property'> = new Map(
  [...(/^interface Storage \{\n(.*?)^\}/ms.exec(lib)?.[1] ?? '').matchAll(/^ {4}(?:readonly )?(\w+)(\(|:)/gm)].map(([, name = '', sign]) => [name, sign === '(' ? 'method' : 'property']),
);

/** A stand-in for a browser's storage that has what the interface names, and no more. */
const storage = Object.fromEntries([...storageMembers].map(([name, kind]) => [name, kind === 'method' ? () => {} : 0]));

export const webStorageSubject: Subject = {
  name: 'lib.dom.d.ts',
  start: (from) => ('global' in from && new RegExp(`^declare var ${from.global}: Storage;$`, 'm').test(lib) ? [storage] : []),
  isOfType: () => false,
  call: (_, callee) => callee(),
  construct: () => undefined,
  close: () => Promise.resolve(),
};
