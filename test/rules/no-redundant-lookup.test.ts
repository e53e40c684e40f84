import { noRedundantLookup } from '../../rules/no-redundant-lookup.js';
import { testRule } from '../harness/test-rule.js';

const strict = { evidence: 'all' };
const HEAD = `import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nconst app = express();\n`;
const handler = (code: string): string => `${HEAD}app.post('/orders', async (req, res) => {\n${code}\n});\n`;
const FIND = 'prisma.user.findUnique({ where: { id: req.session.userId } })';
const twice = (between: string): string => handler(`  const user = await ${FIND};\n${between}\n  const again = await ${FIND};\n  res.json({ user, again });`);

testRule(noRedundantLookup, {
  valid: [
    { name: 'a write between', code: twice('  await prisma.user.update({ where: { id: user.id }, data: { seen: true } });'), options: strict },
    { name: 'a call between of which nothing is known', code: twice('  await settle(user);'), options: strict },
    { name: 'a wait between', code: twice('  await new Promise((done) => setTimeout(done, 1000));'), options: strict },
    { name: 'another argument', code: handler(`  res.json([await prisma.user.findUnique({ where: { id: req.body.from } }), await prisma.user.findUnique({ where: { id: req.body.to } })]);`), options: strict },
    { name: 'an argument that is reassigned', code: handler(`  let id = req.body.from;\n  const a = await prisma.user.findUnique({ where: { id } });\n  id = req.body.to;\n  const b = await prisma.user.findUnique({ where: { id } });\n  res.json({ a, b });`), options: strict },
    { name: 'an argument that is changed', code: twice('  req.session.userId = req.body.userId;'), options: strict },
    { name: 'arms of one branch', code: handler(`  if (req.body.full) res.json(await ${FIND});\n  else res.json(await ${FIND});`), options: strict },
    { name: 'cases of a switch', code: handler(`  switch (req.body.kind) {\n    case 'a': { const user = await ${FIND}; res.json(user); break; }\n    case 'b': { const user = await ${FIND}; res.send(user.name); break; }\n  }`), options: strict },
    { name: 'a first one that does not always run', code: handler(`  if (req.body.full) res.json(await ${FIND});\n  res.json(await ${FIND});`), options: strict },
    { name: 'another try when there was nothing', code: handler(`  let user = await ${FIND};\n  if (!user) user = await ${FIND};\n  res.json(user);`), options: strict },
    { name: 'polling', code: handler(`  let user = await ${FIND};\n  while (!user.ready) user = await ${FIND};\n  res.json(user);`), options: strict },
    { name: 'one that has failed', code: handler(`  try { res.json(await ${FIND}); } catch { res.json(await ${FIND}); }`), options: strict },
    { name: 'requests that change something', code: `import 'express';\nimport axios from 'axios';\nexport async function pay(id) { await axios.post('/pay', { id }); await axios.post('/pay', { id }); }`, options: strict },
    { name: 'fetch that posts', code: `${HEAD}export async function pay(id) { await fetch('/pay', { method: 'POST' }); await fetch('/pay', { method: 'POST' }); }`, options: strict },
    { name: 'a function of another file, by its name', code: `${HEAD}import { getBalance } from './balance.js';\nexport async function show(id) { log(await getBalance(id)); return getName(await getBalance(id)); }` },
    { name: 'what differs each time', code: handler('  res.json([await getNextToken(req.body.id), await getNextToken(req.body.id)]);'), options: strict },
    { name: 'a function that changes something too', code: `${HEAD}async function getTicket(id) { await prisma.counter.update({ where: { id }, data: { n: 1 } }); return prisma.ticket.findFirst({ where: { id } }); }\nexport async function take(id) { return [await getTicket(id), await getTicket(id)]; }`, options: strict },
    { name: 'a function that keeps what it has given', code: `${HEAD}const known = new Map();\nasync function getUser(id) { if (!known.has(id)) known.set(id, await prisma.user.findUnique({ where: { id } })); return known.get(id); }\nexport async function take(id) { return [await getUser(id), await getUser(id)]; }`, options: strict },
    { name: 'a function that is made', code: `${HEAD}import { cache } from 'react';\nconst getUser = cache(async (id) => prisma.user.findUnique({ where: { id } }));\nexport async function take(id) { return [await getUser(id), await getUser(id)]; }`, options: strict },
    { name: 'two turns of a loop', code: handler('  for (const id of req.body.ids) await prisma.user.findUnique({ where: { id } });\n  for (const id of req.body.ids) await prisma.user.findUnique({ where: { id } });'), options: strict },
    { name: 'a test file', code: twice(''), file: 'test/orders.ts', options: strict },
  ],
  invalid: [
    { name: 'twice in one handler', code: twice('  console.log(user.name);') },
    { name: 'twice with a way out between', code: twice('  if (!user) return res.status(404).json({});') },
    { name: 'twice in one expression', code: handler(`  const name = (await ${FIND}) === null ? null : (await ${FIND}).name;\n  res.json(name);`) },
    { name: 'a request', code: `import 'express';\nimport axios from 'axios';\nexport async function show(id) { const a = await axios.get('/users/' + id); return [a, await axios.get('/users/' + id)]; }` },
    { name: 'through a function', code: `${HEAD}async function findUser(id) { return prisma.user.findUnique({ where: { id } }); }\nexport async function show(id) { const user = await findUser(id); if (!user) throw new Error('none'); return [user, await findUser(String(id) && id)].concat(await findUser(id)); }` },
    { name: 'a function that is handed the id', code: `${HEAD}async function greet(id) { const user = await prisma.user.findUnique({ where: { id } }); return 'Hello ' + user.name; }\nexport async function show(id) { const user = await prisma.user.findUnique({ where: { id } }); return [user, await greet(id)]; }`, options: strict },
    { name: 'by its name', code: `${HEAD}import { getBalance } from './balance.js';\nexport async function show(id) { log(await getBalance(id)); return await getBalance(id); }`.replace('log(', 'console.log('), options: strict },
  ],
});
