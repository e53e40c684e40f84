import type { EventEmitter } from 'node:events';

import type { Callable, Subject } from '../subject.js';

interface Client extends EventEmitter {
  connect?: () => Promise<unknown>;
  quit: (callback?: () => void) => unknown;
  multi: () => unknown;
}

const ignore = (): void => {};

/** node-redis, of one generation. Types are told by the rows of a client that is connected, and of one that is not. */
export async function redisSubject(name: string, exported: unknown, from: readonly string[], url: string): Promise<Subject> {
  const { createClient } = exported as { createClient: (options: unknown) => Client };
  // Version 3 takes `url` in its options too.
  const make = (): Client => createClient({ url }).on('error', ignore);
  const open: Client[] = [make()];
  await open[0]?.connect?.();
  const track = (value: unknown): unknown => {
    if (isClient(value) && 'quit' in (value as object) && !open.includes(value as Client)) open.push(value as Client);
    return value;
  };
  const calls: Readonly<Record<string, (callee: Callable) => unknown>> = {
    createClient: (callee) => {
      const made = callee({ url }) as Client;
      return track(made.on('error', ignore));
    },
    createCluster: (callee) => callee({ rootNodes: [{ url }] }),
    on: (callee) => callee('end', ignore),
    duplicate: (callee) => track(callee()),
    set: (callee) => callee('k', 'v'),
    expire: (callee) => callee('k', 60),
    hSet: (callee) => callee('h', 'f', 'v'),
    del: (callee) => callee('k'),
  };
  return {
    name,
    start(origin) {
      if ('package' in origin) return from.includes(origin.package) ? [exported] : [];
      if (!('type' in origin) || origin.type !== 'redis.Client') return [];
      const idle = make();
      open.push(idle);
      return [open[0], open[0]?.multi(), idle];
    },
    isOfType: (value, type) => type === 'redis.Client' && isClient(value),
    call: (member, callee) => (calls[member] ?? ((plain: Callable) => plain()))(callee),
    construct: (_, constructor) => new constructor({ url }),
    async close() {
      // Some were never connected, some are already closed.
      for (const client of open) await Promise.resolve(end(client)).catch(ignore);
    },
  };
}

function isClient(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ['set', 'expire', 'del'].every((name) => typeof Reflect.get(value, name) === 'function');
}

function end(client: Client): unknown {
  const { isOpen } = client as { isOpen?: boolean };
  if (isOpen === false) return undefined;
  return isOpen === undefined ? client.quit(ignore) : client.quit();
}
