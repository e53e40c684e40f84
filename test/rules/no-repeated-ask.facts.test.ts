import { describe, expect, it } from 'vitest';

import { noRepeatedAsk as rule } from '../../rules/no-repeated-ask.js';
import type { Ask, Clear, Flow, FlowStep } from '../../src/facts/index.js';
import { ask, capture, facts, flow, place, point, step } from './hand-made-facts.js';

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
