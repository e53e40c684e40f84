import { defineModel } from './define-model.js';

const SIGNER = { type: 'fast-jwt.Signer' } as const;
const EXPIRES_IN = { reader: 'builder', read: 'Argument[0].Member[expiresIn]' } as const;
const EXP = 'Argument[0].Member[exp]';

/** A number is milliseconds, where jsonwebtoken reads seconds. It beats `exp` among the claims. */
export const fastJwt = defineModel({
  id: 'fast-jwt',
  docs: 'https://github.com/nearform/fast-jwt#readme',
  packages: ['fast-jwt'],
  checkedAgainst: '6',
  types: [{ name: SIGNER.type, from: { package: 'fast-jwt' }, path: 'Member[createSigner].Return' }],
  writes: [{
    from: SIGNER, path: 'Return', memory: 'token', value: 'Argument[0]',
    lifetime: [
      { clock: 'record', when: [{ read: EXPIRES_IN, is: 'present' }], then: { read: EXPIRES_IN, unit: 'duration:ms', option: 'expiresIn' } },
      { clock: 'record', when: [{ read: EXP, is: 'present' }], then: { read: EXP, unit: 'epoch-s', option: 'exp' } },
      { clock: 'record', then: { never: 'default' } },
    ],
  }],
});
