import { describe, expect, it } from 'vitest';

import { noRepeatedAsk as rule } from '../../rules/no-repeated-ask.js';
import type { Ask, Capture, Clear, Facts, Flow, FlowEntry, FlowStep, Read } from '../../src/facts/index.js';
import { ask, capture, facts, flow, place, point, step, write } from './hand-made-facts.js';

function check(flows: readonly Flow[], evidence: 'strong' | 'all' = 'strong', clears: readonly Clear[] = []): string[] {
  return rule.check(facts({ flows, clears }), { evidence }).map(({ messageId, data }) => `${messageId} ${data?.['field']}`);
}

/** contact → topic → finish, where `finish` asks again. */
function repeating(again: Partial<Ask> = {}, steps: { contact?: Partial<FlowStep>; topic?: Partial<FlowStep>; finish?: Partial<FlowStep> } = {}): Flow {
  return flow([
    step('contact', { asks: [ask('email', { at: place(10) })], captures: [capture('session/email', { at: place(11) })], ...steps.contact }),
    step('topic', steps.topic),
    step('finish', { asks: [ask('emailAddress', { at: place(30), ...again })], ...steps.finish }),
  ]);
}

describe('no-repeated-ask: a later step of the same flow', () => {
  it('reports at the second ask and relates the capture', () => {
    const [report] = rule.check(facts({ flows: [repeating()] }), rule.defaultOptions);
    expect(report).toMatchObject({ messageId: 'askedAgain', at: place(30), data: { field: 'emailAddress', step: 'contact', path: 'session.email' }, related: [{ at: place(11) }], subject: 'booking.session.email' });
  });

  it.each([
    ['prefilled', { prefilled: 'yes' }], ['perhaps prefilled', { prefilled: 'unknown' }], ['asked when missing', { guard: 'missing' }], ['asked under another condition', { guard: 'other' }],
    ['another person\'s', ask('partnerEmail')], ['the confirmation', ask('confirmEmail')], ['another field', ask('hasEmail')],
  ] as const)('is silent when it is %s', (_, again) => {
    expect(check([repeating(again as Partial<Ask>)])).toEqual([]);
  });

  it('is silent in the step that captures it and in steps before', () => {
    expect(check([flow([step('a', { asks: [ask('email')] }), step('b', { captures: [capture('session/email')], asks: [ask('email')] }), step('c')])])).toEqual([]);
  });

  it.each(['current-password', 'one-time-code', 'cvv'])('is silent about %s, which is asked again for safety', (name) => {
    expect(check([flow([step('a', { captures: [capture(`session/${name}`)] }), step('b', { asks: [ask(name)] })])])).toEqual([]);
  });

  it.each(['check-answers', '/profile/edit', 'changeEmail', 'search', 'sign-in'])('is silent in a step called %s', (name) => {
    expect(check([repeating({}, { finish: { name } })])).toEqual([]);
  });

  it('is silent when the value was cleared on the way', () => {
    expect(check([repeating({}, { topic: { clears: [['session', 'email']] } })])).toEqual([]);
    expect(check([repeating({}, { topic: { clears: [[]] } })])).toEqual([]);
    expect(check([repeating({}, { finish: { clears: [['session']] } })])).toEqual([]);
    expect(check([repeating({}, { contact: { clears: [['session', 'email']] } })])).toEqual([]);
  });

  it('still reports when something else was cleared, or all of it before the capture', () => {
    expect(check([repeating({}, { topic: { clears: [['session', 'phone']] } })])).toHaveLength(1);
    expect(check([repeating({}, { contact: { clears: [[]] } })])).toHaveLength(1);
  });

  it('is not misled by a way back for a retry', () => {
    expect(check([repeating({}, { topic: { next: [0, 1, 2] } })])).toEqual(['askedAgain emailAddress']);
    const retry = flow([step('ask', { asks: [ask('email')] }), step('answer', { captures: [capture('wizard.state/email')], next: [0, 1, 2] }), step('end')]);
    expect(check([retry])).toEqual([]);
  });

  it('is silent on branches that exclude each other', () => {
    const branches = flow([
      step('kind', { next: [1, 2] }),
      step('person', { captures: [capture('session/email')], next: [3] }),
      step('company', { asks: [ask('email')], captures: [capture('session/email')], next: [3] }),
      step('end'),
    ]);
    expect(check([branches])).toEqual([]);
    expect(check([branches], 'all')).toEqual([]);
  });

  it('wants every way to lead through the capture, unless told otherwise', () => {
    const round = flow([step('kind', { next: [1, 2] }), step('person', { captures: [capture('session/email')], next: [2] }), step('delivery', { asks: [ask('email')] })]);
    expect(check([round])).toEqual([]);
    expect(check([round], 'all')).toEqual(['askedAgain email']);
  });

  it('is silent where a step that goes two ways captures in one arm only', () => {
    const where = point({ arms: [{ branch: 5, arm: 0, kind: 'if' }] });
    const forked = (over: Partial<FlowStep>): Flow => flow([step('a', { captures: [capture('session/email', { where })], ...over }), step('b'), step('c', { asks: [ask('email')] })]);
    expect(check([forked({ next: [1, 2] })])).toEqual([]);
    expect(check([forked({ next: [1, 2] })], 'all')).toHaveLength(1);
    expect(check([forked({ next: [1] })])).toHaveLength(1);
  });

  it('takes an ambiguous name as the same field only in the same property', () => {
    const named = (path: string): Flow => flow([step('a', { captures: [capture(path)] }), step('b', { asks: [ask('name')] })]);
    expect(check([named('session/name')])).toEqual(['askedAgain name']);
    expect(check([named('session/fullName')])).toEqual([]);
    expect(check([named('session/pet/nome')])).toEqual([]);
  });

  it('orders pages by their edges, not by their place in the list', () => {
    const pages = flow([step('finish', { asks: [ask('email')] }), step('contact', { captures: [capture('session/email')], next: [0] })]);
    expect(check([{ ...pages, steps: pages.steps.map((one, index) => (index === 0 ? { ...one, next: [] } : one)) }], 'all')).toEqual(['askedAgain email']);
  });

  it('is silent in tests and about asks without a field', () => {
    expect(check([{ ...repeating(), at: place(1, 'test/flow.ts') }])).toEqual([]);
    const nameless: Ask = { at: place(1), prefilled: 'no', guard: 'none', where: point() };
    expect(check([flow([step('a', { captures: [capture('session/email')] }), step('b', { asks: [nameless] })])])).toEqual([]);
  });
});

describe('no-repeated-ask: flows that lead into one another', () => {
  const first = flow([step('ask', { asks: [ask('email', { at: place(5) })] }), step('answer', { captures: [capture('session/email')] })], { name: 'contact', at: place(100) });
  const entry: FlowEntry = { at: place(60), from: { flow: place(100), step: 1 }, carries: [] };
  const second = (...entries: readonly FlowEntry[]): Flow => flow([step('ask', { asks: [ask('email', { at: place(40) })] }), step('answer', { captures: [capture('session/email')] })], { name: 'feedback', at: place(200), entries });
  const inProject = (flows: readonly Flow[], evidence: 'strong' | 'all' = 'strong', over: Partial<Facts> = {}): string[] =>
    rule.check(facts({ scope: 'project', flows, reads: [read], ...over }), { evidence }).map(({ messageId, at }) => `${messageId} ${at.range[0]}`);
  const read: Read = { fact: 'read', at: place(70), identity: 'import', library: 'telegraf', where: point(), memory: 'server-session', path: ['email'] };

  it('reports what the flow before has captured, in whatever order they stand', () => {
    expect(inProject([first, second(entry)])).toEqual(['askedAgain 40']);
    expect(inProject([second(entry), first])).toEqual(['askedAgain 40']);
  });

  it('wants to have seen every way in, which one file cannot show', () => {
    expect(inProject([first, second(entry, { at: place(80), carries: [] })])).toEqual([]);
    expect(inProject([first, second(entry, { at: place(80), carries: [] })], 'all')).toEqual(['askedAgain 40']);
    expect(check([first, second(entry)])).toEqual([]);
  });

  it('knows that an answer may be skipped, and that the memory of a flow ends with it', () => {
    const answers = (over: Partial<Capture>, path = 'session/email'): Flow => ({ ...first, steps: first.steps.map((one, index) => (index === 1 ? { ...one, captures: [capture(path, over)] } : one)) });
    expect(inProject([answers({ skippable: true }), second(entry)])).toEqual([]);
    expect(inProject([answers({ skippable: true }), second(entry)], 'all')).toEqual(['askedAgain 40']);
    expect(inProject([answers({}, 'scene.state/email'), second(entry)], 'all')).toEqual([]);
  });

  it('reports what is handed over, in the first step only', () => {
    const carrying: FlowEntry = { at: place(80), carries: [capture('scene.state/email', { at: place(81) })] };
    const [found] = rule.check(facts({ flows: [second(carrying)] }), rule.defaultOptions);
    expect(found).toMatchObject({ messageId: 'askedCarried', at: place(40), related: [{ at: place(81) }] });
    expect(check([flow([step('hello'), ...second().steps], { entries: [carrying] })])).toEqual([]);
    expect(check([{ ...second(carrying), steps: second().steps.map((one) => ({ ...one, asks: one.asks.map((each) => ({ ...each, guard: 'missing' as const })) })) }])).toEqual([]);
  });

  describe('a name or address that is kept and never read', () => {
    const unread = { reads: [] };
    const cleared: Clear = { fact: 'clear', at: place(50), identity: 'import', library: 'telegraf', where: point(), memory: 'server-session', path: ['email'], clears: 'key' };

    it('is reported in strict, for conversations, once the whole project is seen', () => {
      expect(inProject([first], 'all', unread)).toEqual(['askedEachTime 5']);
      expect(inProject([first], 'strong', unread)).toEqual([]);
      expect(inProject([{ ...first, medium: 'pages' }], 'all', unread)).toEqual([]);
      expect(check([first], 'all')).toEqual([]);
    });

    it.each<[string, Partial<Facts>]>([
      ['it is read', {}],
      ['what it is part of is read', { reads: [{ ...read, path: ['email', 'address'] }] }],
      ['the session goes to code that is not seen', { ...unread, escapes: [{ fact: 'escape', at: place(50), identity: 'import', library: 'telegraf', where: point(), memory: 'server-session', path: [], to: 'call' }] }],
      ['it is cleared', { ...unread, clears: [cleared] }],
      ['the session ends', { ...unread, clears: [{ ...cleared, path: [] }] }],
    ])('is not where %s', (_, over) => {
      expect(inProject([first], 'all', over)).toEqual([]);
    });

    it('is not in a flow where people are met first, and not what changes from time to time', () => {
      expect(inProject([{ ...first, name: 'registration' }], 'all', unread)).toEqual([]);
      expect(inProject([flow([step('ask', { asks: [ask('city')] }), step('answer', { captures: [capture('session/city')] })])], 'all', unread)).toEqual([]);
    });
  });
});

describe('no-repeated-ask: a condition on a key that nothing writes', () => {
  const guarded = repeating({ guard: 'missing', guardedBy: [['session', 'mail']] });
  const inProject = (over: Partial<Facts> = {}): number => rule.check(facts({ scope: 'project', flows: [guarded], ...over }), rule.defaultOptions).length;

  it('keeps no question back, once the whole project is seen', () => {
    expect(inProject()).toBe(1);
    expect(inProject({ writes: [write({ path: ['email'] })] })).toBe(1);
    expect(inProject({ scope: 'file' })).toBe(0);
  });

  it('may hold where the key, all keys, or the session elsewhere is written', () => {
    expect(inProject({ writes: [write({ path: ['mail'] })] })).toBe(0);
    expect(inProject({ writes: [write({ path: ['*'] })] })).toBe(0);
    expect(inProject({ writes: [write({ path: [] })] })).toBe(0);
    expect(inProject({ escapes: [{ fact: 'escape', at: place(50), identity: 'import', library: 'telegraf', where: point(), memory: 'server-session', path: [], to: 'call' }] })).toBe(0);
  });
});

describe('no-repeated-ask: a flow that keeps nothing', () => {
  const pages = (...between: readonly FlowStep[]): Flow => flow([step('/first', { asks: [ask('email')] }), ...between, step('/second', { asks: [ask('email', { at: place(40) })] })], { medium: 'pages' });

  it('is reported in strict', () => {
    expect(check([pages()], 'all')).toEqual(['askedWithoutMemory email']);
    expect(check([pages()])).toEqual([]);
  });

  it('is silent where something is kept, where people need not have come through, and after a sign-in', () => {
    expect(check([pages(step('middle', { captures: [capture('session/city')] }))], 'all')).toEqual([]);
    expect(check([{ ...pages(), starts: [0, 1] }], 'all')).toEqual([]);
    expect(check([{ ...pages(), steps: pages().steps.map((one) => ({ ...one, name: one.name === '/first' ? '/login' : one.name })) }], 'all')).toEqual([]);
  });
});

describe('no-repeated-ask: beside a guarded ask of the same session field', () => {
  const invoice = (root = 'session'): Flow => flow([step('begin', { asks: [ask('email', { guard: 'missing', at: place(5) })] }), step('answer', { captures: [capture(`${root}/email`)] })], { name: 'invoice' });
  const report = (root = 'session', over: Partial<FlowStep> = {}): Flow => flow([step('begin', { asks: [ask('email', { at: place(40) })] }), step('answer', { captures: [capture(`${root}/email`)], ...over })], { name: 'report' });

  it('reports the ask that forgets and relates the one that does not', () => {
    const [found] = rule.check(facts({ flows: [invoice(), report()] }), rule.defaultOptions);
    expect(found).toMatchObject({ messageId: 'askedUnguarded', at: place(40), related: [{}, { at: place(5) }] });
  });

  it('is silent when the answers are kept apart, die with the flow, or may have been cleared', () => {
    expect(check([invoice(), report('session/other')])).toEqual([]);
    expect(check([invoice('wizard.state'), report('wizard.state')])).toEqual([]);
    expect(check([invoice('scene.session'), report('scene.session')])).toEqual([]);
    expect(check([invoice(), report('session', { clears: [['session', 'email']] })])).toEqual([]);
    const clear: Clear = { fact: 'clear', at: place(50), identity: 'import', library: 'telegraf', where: point(), memory: 'server-session', path: ['email'], clears: 'key' };
    expect(check([invoice(), report()], 'strong', [clear])).toEqual([]);
    expect(check([invoice(), report()], 'strong', [{ ...clear, path: [] }])).toHaveLength(1);
  });

  it('is silent in the flow where a person answers first', () => {
    expect(check([invoice(), { ...report(), name: 'sign-up' }])).toEqual([]);
  });

  it('does not hold a later guard of the same flow against its first ask', () => {
    const once = flow([step('a', { asks: [ask('email')] }), step('b', { captures: [capture('session/email')] }), step('c', { asks: [ask('email', { guard: 'missing' })] })]);
    expect(check([once])).toEqual([]);
  });

  it('is silent in a flow that changes the value on purpose', () => {
    expect(check([invoice(), { ...report(), name: 'change-email' }])).toEqual([]);
  });
});
