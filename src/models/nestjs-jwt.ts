import { defineModel } from './define-model.js';
import type { ConfigRow, LifetimeRule, Read } from './library-model.js';

const SERVICE = { type: 'nestjs-jwt.JwtService' } as const;
const DEFAULT = 'Member[signOptions].Member[expiresIn]';
const OF_SET_UP: Read = { reader: 'set-up', read: DEFAULT };
const EXPIRES_IN = 'Argument[1].Member[expiresIn]';
const EXP = 'Argument[0].Member[exp]';

/** What a module leaves out, each call may give. */
const DEFAULTS: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: DEFAULT, is: 'present' }], then: { read: DEFAULT, unit: 'duration:jsonwebtoken', option: 'signOptions.expiresIn' } },
  { clock: 'record', then: 'unknown' },
];
const CONFIG = { from: { package: '@nestjs/jwt' }, memory: 'token', lifetime: DEFAULTS } satisfies Partial<ConfigRow>;

/** jsonwebtoken in a module, whose defaults the calls take over. */
export const nestjsJwt = defineModel({
  id: 'nestjs-jwt',
  docs: 'https://github.com/nestjs/jwt#readme',
  packages: ['@nestjs/jwt'],
  checkedAgainst: '12',
  types: [{ name: SERVICE.type, from: { package: '@nestjs/jwt' }, path: 'Member[JwtService].New' }],
  declaredTypes: [{ package: '@nestjs/jwt', name: 'JwtService', type: SERVICE.type }],
  configs: [
    { ...CONFIG, path: 'Member[JwtModule].Member[register].Return', options: 'Argument[0]' },
    { ...CONFIG, path: 'Member[JwtService].New', options: 'Argument[0]' },
    { ...CONFIG, path: 'Member[JwtModule].Member[registerAsync].Return', options: 'Argument[0].Member[useFactory].Return' },
  ],
  writes: [{
    from: SERVICE, path: 'Member[sign,signAsync].Return', memory: 'token', value: 'Argument[0]',
    lifetime: [
      { clock: 'record', when: [{ read: EXPIRES_IN, is: 'present' }], then: { read: EXPIRES_IN, unit: 'duration:jsonwebtoken', option: 'expiresIn' } },
      { clock: 'record', when: [{ read: OF_SET_UP, is: 'present' }], then: { read: OF_SET_UP, unit: 'duration:jsonwebtoken', option: 'signOptions.expiresIn' } },
      { clock: 'record', when: [{ read: EXP, is: 'present' }], then: { read: EXP, unit: 'epoch-s', option: 'exp' } },
      { clock: 'record', then: { never: 'default' } },
    ],
    remedy: { set: ['expiresIn'], unit: 'text', argument: 1 },
  }],
});
