import * as reactRouter from 'react-router';

import type { Subject } from '../subject.js';

const cookie = { name: 'app', secrets: ['x'] };

/** The session storages of React Router 7. */
export async function reactRouterSubject(): Promise<Subject> {
  const inCookie = reactRouter.createCookieSessionStorage({ cookie });
  const onServer = reactRouter.createMemorySessionStorage({ cookie });
  const values: Readonly<Record<string, unknown>> = {
    'remix.CookieStorage': inCookie,
    'remix.Storage': onServer,
    'remix.CookieSession': await inCookie.getSession(),
    'remix.Session': await onServer.getSession(),
  };
  return {
    name: 'react-router 7',
    start: (from) => ('package' in from ? (from.package === 'react-router' ? [reactRouter] : []) : 'type' in from && from.type in values ? [values[from.type]] : []),
    isOfType: (value, type) => typeof value === 'object' && value !== null && (type.endsWith('Storage') ? 'commitSession' in value : 'flash' in value),
    call: (name, callee) => callee(...(name === 'getSession' ? [] : [{ cookie }])),
    construct: () => undefined,
    close: () => Promise.resolve(),
  };
}
