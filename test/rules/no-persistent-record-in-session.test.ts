import { noPersistentRecordInSession } from '../../rules/no-persistent-record-in-session.js';
import { testRule } from '../harness/test-rule.js';

const login = (code: string): string => `import express from 'express';
import mongoose from 'mongoose';
const User = mongoose.model('User', schema);
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  ${code}
  res.redirect('/');
});
`;

testRule(noPersistentRecordInSession, {
  valid: [
    { name: 'an id', code: login('req.session.userId = user.id;') },
    { name: 'picked fields', code: login('req.session.viewer = { id: user.id, name: user.name };') },
    { name: 'a value that is not known', code: login('req.session.viewer = toViewer(user);') },
    { name: 'a record that is only rendered', code: login('res.render("home", { user });') },
    { name: 'the browser, by default', code: `const { data } = await (await import('axios')).get('/me'); localStorage.setItem('me', JSON.stringify(data));` },
    { name: 'a test file', code: login('req.session.user = user;'), file: 'test/login.ts' },
  ],
  invalid: [
    { name: 'a record', code: login('req.session.user = user;') },
    { name: 'a record inside of an object', code: login('req.session.visit = { user, page: "/" };') },
    { name: 'a record field by field', code: login(`req.session.user = { ${Array.from({ length: 11 }, (_, index) => `f${index}: user.f${index}`).join(', ')} };`) },
    { name: 'the browser, on request', options: { browserStorage: true }, code: `import axios from 'axios';\nconst { data } = await axios.get('/me');\nlocalStorage.setItem('me', JSON.stringify(data));\n` },
  ],
});
