import { requireSessionSave } from '../../rules/require-session-save.js';
import { testRule } from '../harness/test-rule.js';

const iron = (body: string, beside = ''): string => `import { getIronSession } from 'iron-session';
import { cookies } from 'next/headers';
import { login, render } from './login.js';
const getSession = async () => getIronSession(await cookies(), { cookieName: 'a', password });
${beside}export async function chooseSeat(form, id) {
  const session = await getSession();
  ${body}
}
`;

const router = (body: string, beside = ''): string => `import { createCookieSessionStorage, redirect } from 'react-router';
import { toResponse } from './to-response.js';
const { getSession, commitSession, destroySession } = createCookieSessionStorage({ cookie: { name: 'a', maxAge: 1800 } });
${beside}export async function action({ request }) {
  const session = await getSession(request.headers.get('Cookie'));
  ${body}
}
`;

const web = (body: string): string => `import express from 'express';
import session from 'express-session';
const app = express();
app.post('/login', (req, res) => {
  ${body}
});
`;

const slow = (body: string, { store = "new RedisStore({ client })", beside = '' } = {}): string => `import express from 'express';
import session from 'express-session';
import { RedisStore } from 'connect-redis';
import SqliteStore from 'better-sqlite3-session-store';
const app = express();
app.use(session({ secret: process.env.SECRET, resave: false, saveUninitialized: false, store: ${store} }));
${beside}app.post('/seat', async (req, res, next) => {
  ${body}
});
`;

const redirected = { redirects: true };

testRule(requireSessionSave, {
  valid: [
    { name: 'saved', code: iron('session.seat = form.seat;\n  await session.save();') },
    { name: 'saved by the function that gets it', code: iron('session.seat = form.seat;\n  await keep(session);', 'const keep = (given) => given.save();\n') },
    { name: 'saved by a function that gets it among other things', code: iron('session.seat = form.seat;\n  await keep({ form, session });', 'const keep = async ({ session }) => { await session.save(); };\n') },
    { name: 'saved later', code: iron('session.seat = form.seat;\n  after(() => session.save());') },
    { name: 'handed to code that is not seen', code: iron('session.seat = form.seat;\n  await login(session);') },
    { name: 'handed to it inside of an object', code: iron('session.seat = form.seat;\n  return render({ view: "seat", context: { session } });') },
    { name: 'returned', code: iron('session.seat = form.seat;\n  return session;') },
    { name: 'kept elsewhere', code: iron('session.seat = form.seat;\n  form.session = session;') },
    { name: 'destroyed', code: iron('session.seat = form.seat;\n  session.destroy();') },
    { name: 'saved under a condition', code: iron('session.seat = form.seat;\n  if (form.keep) await session.save();') },
    { name: 'saved in the next round', code: iron('for (const seat of form.seats) {\n    await session.save();\n    session.seat = seat;\n  }') },
    { name: 'only read', code: iron('return session.seat;') },
    { name: 'given by the caller', code: iron('', "import type { IronSession } from 'iron-session';\nexport function choose(session: IronSession, seat) { session.seat = seat; }\n") },
    { name: 'a test', code: iron('session.seat = form.seat;'), file: 'test/app.ts' },
    { name: 'express-session', code: "import express from 'express';\nconst app = express();\napp.post('/', (req, res) => { req.session.seat = req.body.seat; res.redirect('/'); });" },
    { name: 'Next with the session of the request', code: "import { withIronSessionApiRoute } from 'iron-session/next';\nexport default withIronSessionApiRoute(async (req, res) => { req.session.seat = req.body.seat; await req.session.save(); res.end(); }, options);" },
    { name: 'Next with the request handed on', code: "import { withIronSessionApiRoute } from 'iron-session/next';\nimport { save } from './save';\nexport default withIronSessionApiRoute(async (req, res) => { req.session.seat = req.body.seat; await save(req); res.end(); }, options);" },
    { name: 'committed into a header', code: router("session.set('seat', 1);\n  return redirect('/', { headers: { 'Set-Cookie': await commitSession(session) } });") },
    { name: 'committed into headers made before', code: router("session.set('seat', 1);\n  const headers = new Headers();\n  headers.append('Set-Cookie', await commitSession(session));\n  return redirect('/', { headers });") },
    { name: 'destroyed instead', code: router("session.flash('seat', 1);\n  return redirect('/', { headers: { 'Set-Cookie': await destroySession(session) } });") },
    { name: 'a helper that commits', code: router("session.set('seat', 1);\n  return goTo('/', session);", "const goTo = async (url, given) => redirect(url, { headers: { 'Set-Cookie': await commitSession(given) } });\n") },
    { name: 'a response helper that is not seen', code: router("session.set('seat', 1);\n  return toResponse('/', session);") },
    { name: 'functions that close over the session', code: router("return { set: (seat) => session.set('seat', seat), commit: () => commitSession(session) };") },
    { name: 'written into the new session', code: web("req.session.regenerate(() => {\n    req.session.cart = req.body.cart;\n    res.redirect('/');\n  });") },
    { name: 'brought over', code: web("req.session.cart = req.body.cart;\n  const { cart } = req.session;\n  req.session.regenerate(() => { req.session.cart = cart; });") },
    { name: 'renewed under a condition', code: web("req.session.attempts = 1;\n  if (req.body.ok) req.session.regenerate(() => {});") },
    { name: 'renewed in the other branch', code: web("if (req.body.ok) req.session.regenerate(() => {});\n  else req.session.reason = 'wrong';") },
    { name: 'destroyed, which is meant', code: web("req.session.left = true;\n  req.session.destroy(() => {});") },
    { name: 'passport of a version that is not known', code: web("req.session.cart = req.body.cart;\n  req.login(req.body.user, () => {});").replace("import session", "import passport from 'passport';\nimport session") },
    { name: 'a redirect on a slow store, which only strict reports', code: slow("req.session.seat = req.body.seat;\n  res.redirect('/payment');") },
    { name: 'a redirect on the memory store', options: redirected, code: slow("req.session.seat = req.body.seat;\n  res.redirect('/payment');", { store: 'new session.MemoryStore()' }) },
    { name: 'a redirect on a store in the process', options: redirected, code: slow("req.session.seat = req.body.seat;\n  res.redirect('/payment');", { store: 'new (SqliteStore(session))({ client })' }) },
    { name: 'a redirect on a store that is not known', options: redirected, code: slow("req.session.seat = req.body.seat;\n  res.redirect('/payment');", { store: 'makeStore()' }) },
    { name: 'a redirect to another site', options: redirected, code: slow("req.session.state = make();\n  res.redirect('https://example.com/authorize');") },
    { name: 'a redirect to where is not known', options: redirected, code: slow("req.session.state = make();\n  res.redirect(client.authorizationUrl());") },
    { name: 'a redirect before the write', options: redirected, code: slow("res.redirect('/payment');\n  req.session.seat = 1;") },
    { name: 'a redirect in the callback of save', options: redirected, code: slow("req.session.seat = 1;\n  req.session.save(() => res.redirect('/payment'));") },
    { name: 'a redirect after a promise of save', options: redirected, code: slow("req.session.seat = 1;\n  await new Promise((done) => req.session.save(done));\n  res.redirect('/payment');") },
    { name: 'a redirect after code that is not seen', options: redirected, code: slow("req.session.seat = 1;\n  await store({ req });\n  res.redirect('/payment');") },
    { name: 'a redirect that saves first, everywhere', options: redirected, code: slow("req.session.seat = 1;\n  res.redirect('/payment');", { beside: 'app.use((req, res, next) => { const go = res.redirect.bind(res); res.redirect = (url) => req.session.save(() => go(url)); next(); });\n' }) },
    { name: 'a test with a redirect', options: redirected, file: 'test/app.ts', code: slow("req.session.seat = 1;\n  res.redirect('/payment');") },
  ],
  invalid: [
    { name: 'a redirect on a slow store', options: redirected, code: slow("req.session.seat = req.body.seat;\n  res.redirect('/payment');") },
    { name: 'a redirect that is returned, without next', options: redirected, code: slow("req.session.seat = req.body.seat;\n  req.session.row = req.body.row;\n  return res.status(201).redirect(303, '/payment');").replace('(req, res, next)', '(req, res)') },
    { name: 'a redirect without next', options: redirected, code: slow("req.session.seat = req.body.seat;\n  return res.redirect(303, '/payment');").replace('(req, res, next)', '(req, res)') },
    { name: 'a redirect after a save in another branch', options: redirected, code: slow("req.session.seat = req.body.seat;\n  if (req.body.wait) req.session.save(() => res.redirect('/wait'));\n  else res.redirect('/payment');") },
    { name: 'two ways out after one write', options: redirected, code: slow("req.session.seat = req.body.seat;\n  if (req.body.window) {\n    res.redirect('/window');\n    return;\n  }\n  res.redirect('/payment');") },
    { name: 'two ways out of a condition', options: redirected, code: slow("req.session.seat = req.body.seat;\n  req.body.window ? res.redirect('/window') : res.redirect('/payment');") },
    { name: 'two writes, each before a redirect of its own', options: redirected, code: slow("if (req.body.window) {\n    req.session.window = true;\n    res.redirect('/window');\n  } else {\n    req.session.seat = req.body.seat;\n    res.redirect('/payment');\n  }") },
    { name: 'written, then renewed', code: web("req.session.cart = req.body.cart;\n  req.session.regenerate(() => res.redirect('/'));") },
    { name: 'written and renewed in one branch', code: web("if (req.body.ok) {\n    req.session.cart = req.body.cart;\n    req.session.regenerate(() => res.redirect('/'));\n  }") },

    { name: 'never saved', code: iron('session.seat = form.seat;') },
    { name: 'two writes are one mistake', code: iron('session.seat = form.seat;\n  session.row = form.row;\n  return { ok: true };') },
    { name: 'saved too early', code: iron('await session.save();\n  session.seat = form.seat;') },
    { name: 'saved in the other branch', code: iron('if (form.keep) session.seat = form.seat;\n  else await session.save();') },
    { name: 'another session is saved', code: iron('const other = await getSession();\n  session.seat = form.seat;\n  await other.save();') },
    { name: 'handed to a function that does not save', code: iron('session.seat = form.seat;\n  show(session);', 'const show = (given) => console.log(given.seat);\n') },
    { name: 'only a part is handed on', code: iron('session.seat = form.seat;\n  await login(session.seat);') },
    { name: 'Next with the session of the request', code: "import { withIronSessionApiRoute } from 'iron-session/next';\nexport default withIronSessionApiRoute(async (req, res) => {\n  req.session.seat = req.body.seat;\n  res.end();\n}, options);" },
    { name: 'never committed', code: router("session.set('seat', 1);\n  return redirect('/');") },
    { name: 'a message that is never committed', code: router("session.flash('message', 'Saved');\n  return redirect('/');") },
    { name: 'the header is thrown away', code: router("session.set('seat', 1);\n  await commitSession(session);\n  return redirect('/');") },
  ],
});
