import { clearedByAge, cookieOptions } from './cookie-options.js';
import { defineModel } from './define-model.js';

const COOKIES = { type: 'next.Cookies' } as const;
const RESPONSE = { type: 'next.Response' } as const;

/** Cookies of Next.js: those of `next/headers`, of requests and of responses. */
export const next = defineModel({
  id: 'next',
  docs: 'https://nextjs.org/docs/app/api-reference/functions/cookies',
  packages: ['next'],
  checkedAgainst: '12.3, 13.0, 16.4',
  types: [
    { name: RESPONSE.type, from: { package: 'next/server' }, path: 'Member[NextResponse].New' },
    { name: RESPONSE.type, from: { package: 'next/server' }, path: 'Member[NextResponse].Member[next,json,redirect,rewrite].Return' },
    { name: COOKIES.type, from: { package: 'next/headers' }, path: 'Member[cookies].Return' },
    { name: COOKIES.type, from: RESPONSE, path: 'Member[cookies]' },
    { name: COOKIES.type, from: COOKIES, path: 'Member[set,delete].Return' },
    { name: 'next.RequestCookies', from: { type: 'next.Request' }, path: 'Member[cookies]' },
    { name: 'next.PageRequest', from: { type: 'next.PageContext' }, path: 'Member[req]' },
  ],
  declaredTypes: [
    { package: 'next/server', name: 'NextRequest', type: 'next.Request' },
    { package: 'next/server', name: 'NextResponse', type: RESPONSE.type },
    { package: 'next', name: 'NextApiRequest', type: 'next.PageRequest' },
    { package: 'next', name: 'GetServerSidePropsContext', type: 'next.PageContext' },
    { package: 'next', name: 'NextPageContext', type: 'next.PageContext' },
  ],
  functionTypes: [
    { package: 'next', name: 'GetServerSideProps', parameter: 0, type: 'next.PageContext' },
    { package: 'next', name: 'NextApiHandler', parameter: 0, type: 'next.PageRequest' },
  ],
  // What the browser has sent to pages and their API.
  roots: [{ from: { type: 'next.PageRequest' }, path: 'Member[cookies]', memory: 'cookie', name: 'cookies', readOnly: true }],
  writes: [
    { from: COOKIES, path: 'Member[set].Return', when: [{ read: 'Argument[1]', is: 'absent' }], memory: 'cookie', key: 'Argument[0].Member[name]', value: 'Argument[0].Member[value]', ...cookieOptions({ at: 'Argument[0]', unit: 's', hidden: false }) },
    { from: COOKIES, path: 'Member[set].Return', memory: 'cookie', key: 'Argument[0]', value: 'Argument[1]', ...cookieOptions({ at: 'Argument[2]', unit: 's', hidden: false }) },
  ],
  reads: [
    { from: COOKIES, path: 'Member[get,has].Return', memory: 'cookie', key: 'Argument[0]' },
    { from: { type: 'next.RequestCookies' }, path: 'Member[get,has].Return', memory: 'cookie', key: 'Argument[0]' },
  ],
  clears: [
    { from: COOKIES, path: 'Member[delete].Return', memory: 'cookie', key: 'Argument[0]', clears: 'cookie' },
    { from: COOKIES, path: 'Member[set].Return', key: 'Argument[0]', ...clearedByAge('Argument[2]') },
    { from: COOKIES, path: 'Member[set].Return', key: 'Argument[0].Member[name]', ...clearedByAge('Argument[0]') },
  ],
});
