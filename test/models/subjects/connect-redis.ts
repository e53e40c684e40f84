import { packages } from '../packages.js';
import type { Subject } from '../subject.js';

/** The three shapes that connect-redis has had. `import RedisStore from` starts at the default export. */
export const connectRedisSubjects: readonly Subject[] = [
  toSubject('connect-redis 6', packages['connect-redis-6']),
  toSubject('connect-redis 7', packages['connect-redis-7']),
  toSubject('connect-redis 9', packages['connect-redis']),
];

function toSubject(name: string, exported: unknown): Subject {
  const { default: byDefault } = exported as { default?: unknown };
  return {
    name,
    start: (from) => ('package' in from && from.package === 'connect-redis' ? [exported, byDefault].filter((one) => one !== undefined) : []),
    isOfType: () => false,
    call: (_, callee) => callee(packages['express-session']),
    construct: (_, constructor) => new constructor({ client: {} }),
    close: () => Promise.resolve(),
  };
}
