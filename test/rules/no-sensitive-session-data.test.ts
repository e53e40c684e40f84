import { noSensitiveSessionData } from '../../rules/no-sensitive-session-data.js';
import { testRule } from '../harness/test-rule.js';

const handler = (body: string): string => `import express from 'express';
const app = express();
app.post('/register', async (req, res) => {
  ${body}
  res.end();
});
`;

testRule(noSensitiveSessionData, {
  valid: [
    { name: 'an address in an http-only cookie', code: handler("res.cookie('email', req.body.email, { httpOnly: true });") },
    { name: 'a token in a cookie of which that is not known', options: { tokens: true }, code: handler("res.cookie('access_token', req.body.accessToken, options);") },

    `localStorage.setItem('theme', theme);`,
    `localStorage.setItem('isPasswordChangeRequired', String(required));`,
    `localStorage.setItem('password', '1');`,
    `localStorage.setItem('accessToken', accessToken);`,
    `localStorage.setItem('user', JSON.stringify(user));`,
    `localStorage.setItem('card', encrypt(cardNumber));`,
    `function keep(localStorage) { localStorage.setItem('password', password); }`,
    { name: 'personal data in the server session', code: handler('req.session.email = req.body.email;') },
    { name: 'a hash in the server session', code: handler('req.session.passwordHash = await hash(req.body.password);') },
  ],
  invalid: [
    { name: 'a secret in an http-only cookie', code: handler("res.cookie('config', JSON.stringify({ clientSecret: req.body.clientSecret }), { httpOnly: true });") },
    { name: 'an address in a cookie that scripts can read', code: handler("res.cookie('email', req.body.email);") },
    { name: 'a token in a cookie that scripts can read', options: { tokens: true }, code: handler("res.cookie('access_token', req.body.accessToken, { httpOnly: false });") },

    `localStorage.setItem('password', form.password);`,
    `sessionStorage.setItem('email', form.email);`,
    `localStorage.setItem('checkout', JSON.stringify({ method: form.method, cardNumber: form.cardNumber }));`,
    { code: `localStorage.setItem('accessToken', accessToken);`, options: { tokens: true } },
    { code: `localStorage.setItem('user', JSON.stringify(user));`, options: { wholeUsers: true } },
    { name: 'a password in the server session', code: handler('req.session.password = req.body.password;') },
  ],
});
