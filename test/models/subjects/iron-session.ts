import * as ironSession from 'iron-session';

import type { Subject } from '../subject.js';

const options = { cookieName: 'app', password: 'x'.repeat(32) };

/** iron-session 8, with a session of a request of the web. */
export async function ironSessionSubject(): Promise<Subject> {
  const open = (): Promise<object> => ironSession.getIronSession(new Request('https://example.org'), new Response(), options);
  const session = await open();
  return {
    name: 'iron-session 8',
    start: (from) => ('package' in from ? (from.package === 'iron-session' ? [ironSession] : []) : 'type' in from && from.type === 'iron-session.Session' ? [session] : []),
    isOfType: (value, type) => type === 'iron-session.Session' && typeof value === 'object' && value !== null && 'save' in value && 'destroy' in value,
    call: (_, callee) => callee(new Request('https://example.org'), new Response(), options),
    construct: () => undefined,
    close: () => Promise.resolve(),
  };
}
