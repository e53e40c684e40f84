import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

import { cookiePackages } from '../cookie-packages.js';
import type { Constructor, Subject } from '../subject.js';

type Name = keyof typeof cookiePackages;

/** What the packages are imported as, where that is not their name. */
const SPECIFIERS: Partial<Record<Name, string>> = { hono: 'hono/cookie' };

/** A request and its response, which nobody waits for. */
function exchange(): readonly [IncomingMessage, ServerResponse] {
  const request = new IncomingMessage(new Socket());
  return [request, new ServerResponse(request)];
}

/** Packages of functions that are looked at, and of a class that is made for each response. */
export const cookieSubjects: ReadonlyMap<string, readonly Subject[]> = new Map((Object.keys(cookiePackages) as Name[]).map((name) => [name, cookiePackages[name].map((exported): Subject => {
  const { default: byDefault = exported } = exported as { default?: unknown };
  const jar = (): unknown => Reflect.construct(exported as Constructor, exchange());
  return {
    name,
    start(from) {
      if ('package' in from) return from.package === (SPECIFIERS[name] ?? name) ? [exported, byDefault] : [];
      return 'type' in from && from.type === 'cookies.Cookies' ? [jar()] : [];
    },
    isOfType: (value, type) => type === 'cookies.Cookies' && value instanceof (exported as Constructor),
    call: (member, callee) => (member === 'set' ? callee('a', '1') : callee(...exchange())),
    construct: (_, constructor) => new constructor(...exchange()),
    close: () => Promise.resolve(),
  };
})]));
