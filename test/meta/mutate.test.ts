import { describe, expect, it } from 'vitest';

import { readExpectations } from '../harness/expectation.js';
import { mutate } from '../harness/mutation/mutate.js';

function mutants(text: string, path = 'src/session.ts'): string[] {
  return mutate({ path, text, expectations: readExpectations(text) }).map(({ operator, text: mutant }) =>
    `${operator}: ${mutant.replace(/\s*(?:\/\/ ok:|\{# ok:).*\n?/g, ' ').replace(/\s+/g, ' ').trim()}`,
  );
}

describe('mutate', () => {
  it.each([
    ["session({ cookie: { maxAge: 5 } });", ['dropProperty: session({ cookie: { } });']],
    ["session({ store, cookie: { maxAge: 5, secure } });", ['dropStore: session({ cookie: { secure } });']],
    ["await client.set(k, v, 'EX', 60);", ['dropArgument: await client.set(k, v);']],
    ['await client.set(k, v, { EX: 60 });', ['dropProperty: await client.set(k, v, { });']],
    ['await client.setEx(k, 60, v);', ['plainSet: await client.set(k, v);']],
    ['await client.multi().hSet(k, v).expire(k, 60).exec();', ['dropChainedCall: await client.multi().hSet(k, v).exec();']],
    ['app.use(session({ store: new RedisStore({ client }) }));', [
      'dropStore: app.use(session({ }));',
      'disableTtl: app.use(session({ store: new RedisStore({ disableTTL: true, client }) }));',
    ]],
  ])('takes the expiry out of %s', (code, expected) => {
    expect(mutants(`// ok: require-session-expiry\n${code}`)).toEqual(expected);
  });

  it('takes away the later call that ended the entry', () => {
    expect(mutants('async function f() {\n  // ok: require-session-expiry\n  await r.hSet(k, v);\n  await r.expire(k, 60);\n}')).toEqual([
      'dropLaterCall: async function f() { await r.hSet(k, v); }',
    ]);
  });

  it('follows options to their variable', () => {
    expect(mutants('const options = { cookie: { maxAge: 5 } };\nsession(options); // ok: require-session-expiry\n')).toEqual([
      'dropProperty: const options = { cookie: { } }; session(options);',
    ]);
  });

  it('makes a secret of what is stored', () => {
    expect(mutants("localStorage.setItem('theme', theme); // ok: no-sensitive-session-data\n")).toEqual([
      "storePassword: localStorage.setItem('password', form.password);",
      "storeTotpSecret: localStorage.setItem('totpSecret', form.totpSecret);",
      "storeCardNumber: localStorage.setItem('cardNumber', form.cardNumber);",
    ]);
    expect(mutants('req.session.step = 2; // ok: no-sensitive-session-data\n')).toEqual([
      'storePassword: req.session.password = form.password;',
      'storeTotpSecret: req.session.totpSecret = form.totpSecret;',
    ]);
  });

  it('takes away the guard of an ask', () => {
    expect(mutants("if (!state.email) {\n  await ctx.reply('?'); // ok: no-repeated-ask\n}")).toEqual([
      "dropGuard: { await ctx.reply('?'); }",
    ]);
    expect(mutants("async (ctx) => {\n  if (state.email) return next();\n  await ctx.reply('?'); // ok: no-repeated-ask\n}")).toEqual([
      "dropEarlyExit: async (ctx) => { await ctx.reply('?'); }",
    ]);
  });

  it('leaves alone what is about other things', () => {
    expect(mutants("app.use(express.static('public', { maxAge: year })); // ok: require-session-expiry\n")).toEqual([]);
    expect(mutants("if (!ctx.message.text.includes('@')) {\n  await ctx.reply('?'); // ok: no-repeated-ask\n}")).toEqual([]);
  });

  it.each([
    ['<input name="email" value="{{ data.email }}">', ['dropPrefill: <input name="email">']],
    ['<textarea name="a">{{ data.a }}</textarea>', ['dropPrefill: <textarea name="a"></textarea>']],
    ['{{ govukInput({ name: "email", value: data.email }) }}', ['dropPrefill: {{ govukInput({ name: "email" }) }}']],
  ])('takes the prefill out of %s', (code, expected) => {
    expect(mutants(`{# ok: no-repeated-ask #}\n${code}`, 'views/page.njk')).toEqual(expected);
  });

  it('takes away the guard of a template', () => {
    expect(mutants('{% if not data.email %}\n{# ok: no-repeated-ask #}\n<input name="email">\n{% endif %}', 'views/page.njk')).toEqual([
      'dropTemplateGuard: <input name="email">',
    ]);
  });
});
