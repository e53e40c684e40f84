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
    `localStorage.setItem('password', form.password);`,
    `sessionStorage.setItem('email', form.email);`,
    `localStorage.setItem('checkout', JSON.stringify({ method: form.method, cardNumber: form.cardNumber }));`,
    { code: `localStorage.setItem('accessToken', accessToken);`, options: { tokens: true } },
    { code: `localStorage.setItem('user', JSON.stringify(user));`, options: { wholeUsers: true } },
    { name: 'a password in the server session', code: handler('req.session.password = req.body.password;') },
  ],
});
