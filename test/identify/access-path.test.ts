import { describe, expect, it } from 'vitest';

import { parseAccessPath } from '../../src/identify/access-path.js';
import { defineModel } from '../../src/models/define-model.js';
import { models } from '../../src/models/index.js';

describe('access paths', () => {
  it('reads every step', () => {
    expect(parseAccessPath('Member[get,post].Argument[1..].Parameter[0].New.Return.Element.Member[any]')).toEqual([
      { step: 'member', names: ['get', 'post'] },
      { step: 'argument', index: 1, from: true },
      { step: 'parameter', index: 0 },
      { step: 'new' },
      { step: 'return' },
      { step: 'element' },
      { step: 'member', names: 'any' },
    ]);
  });

  it('names the step and the path that it cannot read', () => {
    expect(() => parseAccessPath('Member[get].Arg[0]')).toThrow('access path "Member[get].Arg[0]": cannot read the step "Arg[0]"');
  });

  it('is checked when a model is made, with the row named', () => {
    const model = { id: 'shop', docs: '', packages: ['shop'], checkedAgainst: '1', writes: [{ from: { package: 'shop' }, path: 'Member[]', memory: 'cookie' as const }] };
    expect(() => defineModel(model)).toThrow('model "shop", writes[0]: cannot read the access path "Member[]"');
  });
});

describe('types that rows start from', () => {
  const named = new Set(models.flatMap((model) => [...(model.types ?? []).map(({ name }) => name), ...(model.declaredTypes ?? []).map(({ type }) => type), ...(model.functionTypes ?? []).map(({ type }) => type)]));
  const started = models.flatMap((model) => Object.values(model).flatMap((rows: unknown): readonly unknown[] => (Array.isArray(rows) ? (rows as unknown[]) : []))
    .flatMap((row) => { const type = (row as { readonly from?: { readonly type?: string } }).from?.type; return type === undefined ? [] : [type]; }));

  it('are there', () => {
    expect(started.length).toBeGreaterThan(20);
  });

  it.each([...new Set(started)])('%s is named by a model', (type) => {
    expect(named).toContain(type);
  });
});
