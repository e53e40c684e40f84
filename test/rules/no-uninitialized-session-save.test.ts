import { noUninitializedSessionSave } from '../../rules/no-uninitialized-session-save.js';
import { testRule } from '../harness/test-rule.js';

const express = (call: string): string => `import express from 'express';
import session from 'express-session';
const app = express();
app.use(${call});
`;

const yar = (options: string): string => `import Hapi from '@hapi/hapi';
import yar from '@hapi/yar';
const server = Hapi.server();
await server.register({ plugin: yar, options: { ${options} } });
`;

testRule(noUninitializedSessionSave, {
  valid: [
    { name: 'switched off', code: express('session({ secret, saveUninitialized: false })') },
    { name: 'from configuration', code: express('session({ secret, saveUninitialized: config.get("eager") })') },
    { name: 'options from elsewhere', code: express('session(options)') },
    { name: 'options with something spread in', code: express('session({ secret, ...shared })') },
    { name: 'true in one case only', code: express('session({ secret, saveUninitialized: flag ? true : false })') },
    { name: 'a test', code: express('session({ secret })'), file: 'test/app.ts' },
    { name: 'outside of production', code: `${express('(x) => x')}if (process.env.NODE_ENV !== 'production') app.use(session({ secret }));` },
    { name: 'yar that is told not to', code: yar('storeBlank: false') },
    { name: 'another function of that name', code: `import session from './session.js';\nsession({ saveUninitialized: true });` },
  ],
  invalid: [
    { name: 'switched on', code: express('session({ secret, saveUninitialized: true })') },
    { name: 'left out', code: express('session({ secret, resave: false })') },
    { name: 'no options at all', code: express('session()') },
    { name: 'options with a name', code: `${express('session(options)')}const options = { secret, saveUninitialized: true };`.replace("const app", "const options = { secret, saveUninitialized: true };\nconst app").replace(/const options = [^\n]*;$/, '') },
    { name: 'yar, left out', code: yar('cookieOptions: { password }') },
    { name: 'yar, switched on', code: yar('storeBlank: true') },
  ],
});
