import { requireSessionCleanup } from '../../rules/require-session-cleanup.js';
import { testRule } from '../harness/test-rule.js';

const app = (options: string, code: string): string => `import express from 'express';\nimport session from 'express-session';\nconst app = express();\napp.use(session({ secret, ${options} }));\napp.post('/logout', (req, res) => {\n  ${code}\n  res.redirect('/');\n});\n`;

testRule(requireSessionCleanup, {
  valid: [
    { name: 'a session that is destroyed', code: app('store', 'req.session.destroy(() => {});') },
    { name: 'a session that is destroyed and set to nothing', code: app('store', 'req.session.destroy(() => {}); req.session = null;') },
    { name: 'a store that removes what is set to nothing', code: app(`store, unset: 'destroy'`, 'req.session = null;') },
    { name: 'options that are not known', code: app('store, unset: settings.unset', 'req.session = null;') },
    { name: 'a key that is set to nothing', code: app('store', 'req.session.user = null;') },
    { name: 'a variable', code: app('store', 'let session = req.session; session = null;') },
    { name: 'a session in a cookie', code: `import express from 'express';\nimport session from 'cookie-session';\nconst app = express();\napp.use(session({ keys, maxAge: 1000 }));\napp.post('/logout', (req, res) => { req.session = null; res.end(); });` },
    { name: 'a session that is set up elsewhere', code: `import express from 'express';\nconst app = express();\napp.post('/logout', (req, res) => { req.session = null; res.end(); });` },
    { name: 'a test file', code: app('store', 'req.session = null;'), file: 'test/app.ts' },
  ],
  invalid: [
    { name: 'a session that is set to nothing', code: app('store', 'req.session = null;') },
    { name: 'a session that is set to undefined', code: app(`store, unset: 'keep'`, 'req.session = undefined;') },
    { name: 'a session that is deleted', code: app('store', 'delete req.session;') },
  ],
});
