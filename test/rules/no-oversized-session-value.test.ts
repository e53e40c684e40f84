import { noOversizedSessionValue } from '../../rules/no-oversized-session-value.js';
import { testRule } from '../harness/test-rule.js';

const booking = (code: string): string => `import { PrismaClient } from '@prisma/client';
import express from 'express';
const prisma = new PrismaClient();
const app = express();
app.post('/booking', async (req, res) => {
  ${code}
  res.redirect('/booking/check');
});
`;

testRule(noOversizedSessionValue, {
  valid: [
    { name: 'ids of a list', code: booking('req.session.slots = (await prisma.slot.findMany()).map((slot) => slot.id);') },
    { name: 'a list that is cut', code: booking('req.session.slots = (await prisma.slot.findMany()).slice(0, 5);') },
    { name: 'a list that is asked for with an end', code: booking('req.session.slots = await prisma.slot.findMany({ take: 5 });') },
    { name: 'columns that are picked', code: booking('req.session.slots = await prisma.slot.findMany({ select: { id: true } });') },
    { name: 'a record, which has a rule of its own', code: booking('req.session.slot = await prisma.slot.findUnique({ where });') },
    { name: 'a posted field', code: booking('res.cookie("topic", req.body.topic);') },
    { name: 'a request body on the server, by default', code: booking('req.session.form = req.body;') },
    { name: 'what an authorisation server answers', code: booking('req.session.tokens = await (await fetch(url)).json();') },
    { name: 'a test file', code: booking('req.session.slots = await prisma.slot.findMany();'), file: 'test/booking.ts' },
  ],
  invalid: [
    { name: 'a list', code: booking('req.session.slots = await prisma.slot.findMany();') },
    { name: 'a list as a part', code: booking('req.session.booking = { slots: await prisma.slot.findMany(), step: 2 };') },
    { name: 'an answer', code: booking('req.session.rates = await (await fetch(url)).json();') },
    { name: 'a request body in a cookie', code: booking('res.cookie("form", JSON.stringify(req.body));') },
    { name: 'a request body on the server, on request', options: { requestBodies: true }, code: booking('req.session.form = req.body;') },
  ],
});
