import { requireSessionExpiry } from '../../rules/require-session-expiry.js';
import { testRule } from '../harness/test-rule.js';

const session = (options: string): string => `import express from 'express';
import session from 'express-session';
import { RedisStore } from 'connect-redis';
import { createClient } from 'redis';
const client = createClient();
const app = express();
app.use(session({ secret, resave: false, saveUninitialized: false${options} }));
`;

const entries = (imports: string, write: string): string => `import express from 'express';
${imports}
const app = express();
app.post('/draft', async (req, res) => {
  ${write}
  res.end();
});
app.get('/draft', async (req, res) => {
  res.send(await redis.get(\`draft:\${req.sessionID}\`));
});
`;

const ioredis = (write: string): string => entries("import Redis from 'ioredis';\nconst redis = new Redis();", write);
const redis = (write: string): string => entries("import { createClient } from 'redis';\nconst redis = createClient();", write);
const key = '`draft:${req.sessionID}`';

const token = (sign: string): string => `import jwt from 'jsonwebtoken';
import { SignJWT } from 'jose';
export async function createToken(user, key) {
  return ${sign};
}
`;

testRule(requireSessionExpiry, {
  valid: [
    { name: 'a cookie with maxAge', code: session(', cookie: { maxAge: 30 * 60 * 1000 }') },
    { name: 'the default of connect-redis', code: session(', store: new RedisStore({ client })') },
    { name: 'a value from the environment', code: session(', cookie: { maxAge: Number(process.env.MAX_AGE) }') },
    { name: 'ioredis with EX', code: ioredis(`await redis.set(${key}, text, 'EX', 1800);`) },
    { name: 'node-redis with EX', code: redis(`await redis.set(${key}, text, { EX: 1800 });`) },
    { name: 'a token with expiresIn', code: token(`jwt.sign({ sub: user.id }, key, { expiresIn: '15m' })`) },
    { name: 'a token whose claims come from elsewhere', code: token('jwt.sign(user.claims, key)') },
    { name: 'a token that stops a newsletter', code: token(`jwt.sign({ sub: user.id, purpose: 'unsubscribe' }, key)`) },
    { name: 'a test file', code: session(''), file: 'test/app.ts' },
  ],
  invalid: [
    { name: 'the built-in store keeps sessions for ever', code: session('') },
    { name: 'another idle time', code: session(', cookie: { secure: true }'), options: { idleMinutes: 120 } },
    { name: 'disableTTL', code: session(', store: new RedisStore({ client, disableTTL: true })') },
    { name: 'maxAge beside the cookie', code: session(', maxAge: 1800000') },
    { name: 'maxAge beside the cookie that is there', code: session(', maxAge: 1800000, cookie: { secure: true }') },
    { name: 'ioredis without EX', code: ioredis(`await redis.set(${key}, text);`) },
    { name: 'node-redis without EX', code: redis(`await redis.set(${key}, text);`) },
    { name: 'node-redis with an option of another client', code: redis(`await redis.set(${key}, text, { ex: 1800 });`) },
    { name: 'a token without options', code: token('jwt.sign({ sub: user.id }, key)') },
    { name: 'a token with other options', code: token(`jwt.sign({ sub: user.id }, key, { algorithm: 'HS256' })`), options: { idleMinutes: 120 } },
    { name: 'a token of jose', code: token(`new SignJWT({ sub: user.id }).setProtectedHeader({ alg: 'HS256' }).sign(key)`) },
    { name: 'a plain SET after one with EX', code: ioredis(`await redis.set(${key}, text, 'EX', 1800);\n  await redis.set(${key}, text + '!');`) },
  ],
});
