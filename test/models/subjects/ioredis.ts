import type { Redis } from 'ioredis';

import { packages } from '../packages.js';
import type { Callable, Subject } from '../subject.js';

/** ioredis, with what it hands on inside of a pipeline. */
export function ioredisSubject(port: number): Subject {
  const exported = packages.ioredis as new (options: object) => Redis;
  const open: { disconnect: () => void }[] = [];
  const track = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null && 'disconnect' in value) open.push(value as unknown as Redis);
    return value;
  };
  const client = track(new exported({ port }));
  const calls: Readonly<Record<string, (callee: Callable) => unknown>> = {
    duplicate: (callee) => track(callee()),
    multi: (callee) => callee(),
    pipeline: (callee) => callee(),
    set: (callee) => callee('k', 'v'),
    expire: (callee) => callee('k', 60),
    hset: (callee) => callee('h', 'f', 'v'),
    hmset: (callee) => callee('h', 'f', 'v'),
    del: (callee) => callee('k'),
  };
  return {
    name: 'ioredis 5',
    start: (from) => ('package' in from ? (from.package === 'ioredis' ? [exported] : []) : 'type' in from && from.type === 'ioredis.Client' ? [client, client.pipeline()] : []),
    isOfType: (value, type) => type === 'ioredis.Client' && typeof value === 'object' && value !== null && ['set', 'expire', 'hset', 'del'].every((name) => typeof Reflect.get(value, name) === 'function'),
    call: (name, callee) => calls[name]?.(callee),
    construct: (name, constructor) => track(new constructor(...(name === 'Cluster' ? [[{ port }], { lazyConnect: true }] : [{ port, lazyConnect: true }]))),
    close: () => {
      for (const one of open) one.disconnect();
      return Promise.resolve();
    },
  };
}
