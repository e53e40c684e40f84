import { describe, expect, it } from 'vitest';

import { factsOf } from '../models/facts-of.js';

const handler = (body: string, beside = ''): string => `import express from 'express';
import { audit } from './audit.js';
const app = express();
${beside}
app.post('/', (req, res) => {
  ${body}
});
`;

function escapesOf(code: string): readonly string[] {
  return factsOf(code).escapes.map(({ to, path }) => `${to} ${path.join('.')}`);
}

describe('session memory that goes whole to where its reads cannot be followed', () => {
  it.each([
    ['an argument of a function that is not linked', 'audit(req.session);', ['call ']],
    ['a part of it', 'audit(req.session.answers);', ['call answers']],
    ['inside of what is written there', 'audit({ who: [req.session.user] });', ['call user']],
    ['rendered', "res.render('review', { answers: req.session.answers });", ['call answers']],
    ['logged', 'console.log(req.session);', ['logged ']],
    ['sent', 'res.json(req.session.answers);', ['sent answers']],
    ['sent with a status', 'res.status(200).send(req.session);', ['sent ']],
    ['serialised', 'const text = JSON.stringify(req.session.answers);', ['serialised answers']],
    ['spread', 'audit({ ...req.session.answers });', ['call answers']],
    ['a key that is not known', 'res.end(req.session[req.params.key]);', ['call ', 'call *']],
  ])('%s', (_, body, expected) => {
    expect(escapesOf(handler(body))).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['a linked function, whose reads are facts', 'keep(req.session);', 'const keep = (given) => given.email;'],
    ['what the library itself keeps there', 'audit(req.session.id);', ''],
    ['an element of a list', 'const first = req.session.answers[0];', ''],
    ['another value', 'audit(req.body);', ''],
    ['a method of it', 'req.session.save();', ''],
  ])('not: %s', (_, body, beside) => {
    expect(escapesOf(handler(body, beside))).toEqual([]);
  });

  it('is what a function gives to callers that are not linked', () => {
    const text = `import type { Request } from 'express';\nexport function answersOf(req: Request) { return req.session.answers; }`;
    expect(escapesOf(text)).toEqual(['call answers']);
  });
});
