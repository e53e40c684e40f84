import { defineModel } from './define-model.js';
import type { LifetimeRule, WriteRow } from './library-model.js';

const EXPIRATION = { reader: 'builder', method: ['setExpirationTime'], read: 'Argument[0]' } as const;
const EXP = { reader: 'builder', read: 'Argument[0].Member[exp]' } as const;

/** `setExpirationTime` beats `exp` among the claims. A number is a moment in seconds since 1970, a text a span from now. */
const LIFETIME: readonly LifetimeRule[] = [
  { clock: 'record', when: [{ read: EXPIRATION, is: 'present' }], then: { read: EXPIRATION, unit: 'duration:jose', option: 'setExpirationTime' } },
  { clock: 'record', when: [{ read: EXP, is: 'present' }], then: { read: EXP, unit: 'epoch-s', option: 'exp' } },
  { clock: 'record', then: { never: 'default' } },
];

const TOKEN = {
  memory: 'token', value: { reader: 'builder', read: 'Argument[0]' }, lifetime: LIFETIME, remedy: { chain: 'setExpirationTime', unit: 'text' },
} satisfies Partial<WriteRow>;

const CLAIMS = 'setIssuer,setSubject,setAudience,setJti,setNotBefore,setIssuedAt,setExpirationTime';
const SIGN = { type: 'jose.SignJWT' } as const;
const ENCRYPT = { type: 'jose.EncryptJWT' } as const;
const UNSECURED = { type: 'jose.UnsecuredJWT' } as const;

/** Signed and encrypted tokens. */
export const jose = defineModel({
  id: 'jose',
  docs: 'https://github.com/panva/jose/blob/main/docs/README.md',
  packages: ['jose'],
  checkedAgainst: '6',
  types: [
    { name: SIGN.type, from: { package: 'jose' }, path: 'Member[SignJWT].New' },
    { name: SIGN.type, from: SIGN, path: `Member[setProtectedHeader,${CLAIMS}].Return` },
    { name: ENCRYPT.type, from: { package: 'jose' }, path: 'Member[EncryptJWT].New' },
    { name: ENCRYPT.type, from: ENCRYPT, path: `Member[setProtectedHeader,setKeyManagementParameters,setContentEncryptionKey,setInitializationVector,replicateIssuerAsHeader,replicateSubjectAsHeader,replicateAudienceAsHeader,${CLAIMS}].Return` },
    { name: UNSECURED.type, from: { package: 'jose' }, path: 'Member[UnsecuredJWT].New' },
    { name: UNSECURED.type, from: UNSECURED, path: `Member[${CLAIMS}].Return` },
  ],
  writes: [
    { ...TOKEN, from: SIGN, path: 'Member[sign].Return' },
    { ...TOKEN, from: ENCRYPT, path: 'Member[encrypt].Return', sealed: true },
    { ...TOKEN, from: UNSECURED, path: 'Member[encode].Return' },
  ],
  limits: [
    { from: { package: 'jose' }, path: 'Member[jwtVerify,jwtDecrypt].Return', read: 'Argument[2].Member[maxTokenAge]' },
    { from: { package: 'jose' }, path: 'Member[UnsecuredJWT].Member[decode].Return', read: 'Argument[1].Member[maxTokenAge]' },
  ],
});
