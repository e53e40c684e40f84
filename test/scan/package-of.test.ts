import { expect, it } from 'vitest';

import { packageOf } from '../../src/scan/package-of.js';

it.each([
  ['redis', 'redis'],
  ['ioredis/built/index.js', 'ioredis'],
  ['@redis/client', '@redis/client'],
  ['@redis/client/dist/lib', '@redis/client'],
  ['node:fs/promises', 'fs'],
])('%s is of %s', (specifier, name) => {
  expect(packageOf(specifier)).toBe(name);
});
