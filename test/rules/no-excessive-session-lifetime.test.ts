import { noExcessiveSessionLifetime } from '../../rules/no-excessive-session-lifetime.js';
import { testRule } from '../harness/test-rule.js';

const session = (options: string): string => `import session from 'express-session';
import { RedisStore } from 'connect-redis';
app.use(session({ secret, ${options} }));
`;

const strict = noExcessiveSessionLifetime.strictOptions ?? {};

testRule(noExcessiveSessionLifetime, {
  valid: [
    { name: 'two weeks', code: session('cookie: { maxAge: 14 * 24 * 60 * 60 * 1000 }') },
    { name: 'a day, in strict', code: session('cookie: { maxAge: 24 * 60 * 60 * 1000 }'), options: strict },
    { name: 'the default of a store', code: session('store: new RedisStore({ client })'), options: { idleHours: 1 } },
    { name: 'another unit, which is another mistake', code: session('store: new RedisStore({ client, ttl: 1000 * 60 * 60 * 24 })') },
    { name: 'from the environment', code: session('cookie: { maxAge: Number(process.env.MAX_AGE) }'), options: strict },
    { name: 'a test file', code: session('cookie: { maxAge: 1000 * 60 * 60 * 24 * 365 * 10 }'), file: 'test/app.ts' },
  ],
  invalid: [
    { name: 'ten years', code: session('cookie: { maxAge: 1000 * 60 * 60 * 24 * 365 * 10 }') },
    { name: 'ten years that the store does not renew', code: session('store: new RedisStore({ client, disableTouch: true }), cookie: { maxAge: 1000 * 60 * 60 * 24 * 365 * 10 }') },
    { name: 'a store', code: session('store: new RedisStore({ client, ttl: 500 * 24 * 60 * 60 })') },
    { name: 'two weeks, in strict', code: session('cookie: { maxAge: 14 * 24 * 60 * 60 * 1000 }'), options: strict },
    { name: 'a default beside the environment', code: session('cookie: { maxAge: Number(process.env.MAX_AGE) || 1000 * 60 * 60 * 24 * 500 }') },
    { name: 'a session entry', code: "import Redis from 'ioredis';\nconst redis = new Redis();\nawait redis.set(`session:${sessionId}`, text, 'EX', 3 * 365 * 24 * 60 * 60);\n" },
  ],
});
