import { noUnboundedSessionGrowth } from '../../rules/no-unbounded-session-growth.js';
import { testRule } from '../harness/test-rule.js';

const app = (code: string): string => `import express from 'express';\nconst app = express();\n${code}\n`;
const strict = { removedOnRequest: true };
const drafts = (rest: string): string => app(`const drafts = new Map();\napp.post('/', (req, res) => { drafts.set(req.body.sessionId, req.body); res.end(); });\n${rest}`);
const list = (code: string): string => app(`app.post('/', (req, res) => { ${code} res.end(); });`);

testRule(noUnboundedSessionGrowth, {
  valid: [
    { name: 'a Map whose entries leave at the close', code: drafts(`io.on('connection', (socket) => { socket.on('disconnect', () => drafts.delete(socket.id)); });`), options: strict },
    { name: 'a Map that is swept', code: drafts('setInterval(() => { for (const [id, one] of drafts) if (one.at < limit) drafts.delete(id); }, 60000);'), options: strict },
    { name: 'a Map whose entries leave by a command', code: drafts(`app.delete('/', (req, res) => { drafts.delete(req.body.sessionId); res.end(); });`) },
    { name: 'a Map that other files may change', code: drafts('export { drafts };') },
    { name: 'a Map of handlers', code: app(`const handlers = new Map();\napp.post('/', (req, res) => { handlers.set(req.body.name, 1); res.end(); });`) },
    { name: 'a list of plugins', code: app(`const plugins = [];\napp.post('/', (req, res) => { plugins.push(req.body); res.end(); });`) },
    { name: 'a list that is cut', code: list('req.session.seen.push(req.body.id); req.session.seen.splice(0, req.session.seen.length - 20);') },
    { name: 'a list that begins anew', code: list('req.session.seen.push(req.body.id); if (req.body.done) delete req.session.seen;') },
    { name: 'a list whose name is not known', code: list('req.session.notes[req.body.kind].push(req.body.id);'), options: strict },
    { name: 'flash messages', code: list('req.session.flash.info.push(req.body.id);'), options: strict },
    { name: 'a test file', code: drafts(''), file: 'test/app.ts' },
  ],
  invalid: [
    { name: 'a Map', code: drafts('') },
    { name: 'a Map whose entries leave by a command', code: drafts(`app.delete('/', (req, res) => { drafts.delete(req.body.sessionId); res.end(); });`), options: strict },
    { name: 'a history of the process', code: app(`const history = [];\napp.post('/', (req, res) => { history.push(req.body); res.end(); });`) },
    { name: 'push', code: list('req.session.seen.push(req.body.id);') },
    { name: 'a copy that is longer', code: list('req.session.seen = [...req.session.seen, req.body.id];') },
    { name: 'a list that begins anew', code: list('req.session.seen.push(req.body.id); if (req.body.done) delete req.session.seen;'), options: strict },
  ],
});
