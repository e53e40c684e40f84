import { clearedByAge, cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';
import type { From } from './library-model.js';

const NAMED = [{ package: 'cookies-next' }, { package: 'cookies-next/client' }, { package: 'cookies-next/server' }] as const satisfies readonly From[];
const HOOK = { type: 'cookies-next.Hook' } as const;
const ALL = [...NAMED, HOOK];

/** Cookies of Next.js on both sides, with the same functions. */
export const cookiesNext = defineModel({
  id: 'cookies-next',
  docs: 'https://github.com/andreizanik/cookies-next#readme',
  packages: ['cookies-next'],
  checkedAgainst: '4.3, 5.1',
  types: ['cookies-next', 'cookies-next/client'].map((name) => ({ name: HOOK.type, from: { package: name }, path: 'Member[useCookiesNext].Return' })),
  writes: ALL.map((from) => ({ from, path: 'Member[setCookie].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', ...cookieOptions({ at: 'Argument[2]', unit: 's', hidden: false }) })),
  reads: ALL.map((from) => ({ from, path: 'Member[getCookie,hasCookie].Return', memory: 'cookie', key: 'Argument[0]' })),
  roots: ALL.map((from) => ({ from, path: 'Member[getCookies].Return', memory: 'cookie', name: 'cookies', readOnly: true })),
  clears: ALL.flatMap((from) => [
    { from, path: 'Member[deleteCookie].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' },
    { from, path: 'Member[setCookie].Return', key: 'Argument[0]', ...clearedByAge('Argument[2]') },
  ]),
});
