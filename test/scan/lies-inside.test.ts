import { resolve } from 'node:path';

import { expect, it } from 'vitest';

import { liesInside } from '../../src/scan/lies-inside.js';

it.each([
  ['a file', 'app', 'app/src/a.ts', true],
  ['the folder itself', 'app', 'app', true],
  ['a folder whose name starts with dots', 'app', 'app/..cache/a.ts', true],
  ['a neighbour', 'app', 'app-two/a.ts', false],
  ['what lies above', 'app/src', 'app', false],
])('%s', (_, folder, path, expected) => {
  expect(liesInside(resolve(folder), resolve(path))).toBe(expected);
});
