import { noMismatchedExpiryUnit } from '../../rules/no-mismatched-expiry-unit.js';
import { testRule } from '../harness/test-rule.js';

const session = (maxAge: string, before = ''): string => `import session from 'express-session';
${before}app.use(session({ secret, cookie: { maxAge: ${maxAge} } }));
`;

const entry = (expiry: string, before = ''): string => `import Redis from 'ioredis';
const redis = new Redis();
${before}await redis.set(key, value, ${expiry});
`;

testRule(noMismatchedExpiryUnit, {
  valid: [
    { name: 'milliseconds', code: session('30 * 60 * 1000') },
    { name: 'a constant of milliseconds', code: session('ONE_HOUR', 'const ONE_HOUR = 60 * 60 * 1000;\n') },
    { name: 'seconds times 1000', code: session('ONE_HOUR * 1000', 'const ONE_HOUR = 60 * 60;\n') },
    { name: 'an unknown factor may be the 1000', code: session('60 * 60 * scale') },
    { name: 'from the environment', code: session('Number(process.env.MAX_AGE)') },
    { name: 'a comment about something else', code: session('5 * 60 * 60 * 1000', '// refreshed every 30 minutes\n') },
    { name: 'a limit in a comment', code: session('60 * 60 * 1000 /* at most 8 hours */') },
    { name: 'a count of hours in the name', code: session('hours24', 'const hours24 = 24 * 60 * 60 * 1000;\n') },
    { name: 'seconds', code: entry("'EX', 60 * 60") },
    { name: 'a lock', code: entry("'PX', 18000") },
    { name: 'milliseconds made seconds', code: entry("'EX', DAY_MS / 1000", 'const DAY_MS = 24 * 60 * 60 * 1000;\n') },
    { name: 'two years in seconds', code: entry("'EX', 63072000") },
    { name: 'a test file', code: session('3600'), file: 'test/app.ts' },
  ],
  invalid: [
    { name: 'a round number of hours in seconds', code: session('3600') },
    { name: 'a round number of days in seconds', code: session('604800') },
    { name: 'a clock product', code: session('60 * 60 * 24') },
    { name: 'minutes', code: session('24 * 60 * 7') },
    { name: 'a named constant', code: session('TTL', 'const ONE_HOUR = 60 * 60;\nconst TTL = ONE_HOUR;\n') },
    { name: 'a unit in the name', code: session('sessionTtlSeconds', 'const sessionTtlSeconds = 1800;\n') },
    { name: 'a hundred', code: session('100 * 60 * 60 * 24 * 7') },
    { name: 'a hundred beside an unknown factor', code: session('100 * 60 * 60 * 24 * days') },
    { name: 'a comment that states the duration', code: session('1800 /* 30 minutes */') },
    { name: 'a comment that contradicts', code: session('1000 * 60 * 60 * 24 * 180 /* 90 days */') },
    { name: 'a moment for a span', code: session('Date.now() + 3600000') },
    { name: 'milliseconds as EX', code: entry("'EX', 1000 * 60 * 60 * 24 * 3") },
    { name: 'milliseconds as EX with an unknown factor', code: entry("'ex', 1000 * 60 * 60 * 24 * parseInt(days)") },
    { name: 'a literal of milliseconds as EX', code: entry("'EX', 86400000") },
    { name: 'a constant of milliseconds as EX', code: entry("'EX', RESET_MS", 'const RESET_MS = 900000;\n') },
  ],
});
