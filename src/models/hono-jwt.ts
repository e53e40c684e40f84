import { defineModel } from './define-model.js';

const EXP = 'Argument[0].Member[exp]';

/** Tokens that Hono signs: it adds nothing to the claims, so their end is among those or nowhere. */
export const honoJwt = defineModel({
  id: 'hono-jwt',
  docs: 'https://hono.dev/docs/helpers/jwt',
  packages: ['hono'],
  checkedAgainst: '4.13',
  writes: [{
    from: { package: 'hono/jwt' }, path: 'Member[sign].Return', memory: 'token', value: 'Argument[0]',
    lifetime: [
      { clock: 'record', when: [{ read: EXP, is: 'present' }], then: { read: EXP, unit: 'epoch-s', option: 'exp' } },
      { clock: 'record', then: { never: 'default' } },
    ],
  }],
});
