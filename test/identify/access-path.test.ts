import { describe, expect, it } from 'vitest';

import { parseAccessPath } from '../../src/identify/access-path.js';
import { defineModel } from '../../src/models/define-model.js';

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
