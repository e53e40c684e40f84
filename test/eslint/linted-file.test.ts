import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { toLintedFile } from '../../src/eslint/linted-file.js';

const cwd = path.resolve('/checkouts/tests/shop');

describe('toLintedFile', () => {
  it('is the path below the working directory, whatever lies above', () => {
    expect(toLintedFile(path.join(cwd, 'src', 'session.ts'), cwd)).toBe('src/session.ts');
  });

  it('is the name alone outside of it, so that folders up there decide nothing', () => {
    expect(toLintedFile(path.resolve('/checkouts/tests/other/a.ts'), cwd)).toBe('a.ts');
    expect(toLintedFile(path.resolve('/checkouts/tests/shop-two/a.ts'), cwd)).toBe('a.ts');
  });

  it('keeps names that are no paths', () => {
    expect(toLintedFile('<input>', cwd)).toBe('<input>');
    expect(toLintedFile('src/..a/b.ts', cwd)).toBe('src/..a/b.ts');
    expect(toLintedFile(path.join(cwd, '..a.ts'), cwd)).toBe('..a.ts');
  });
});
