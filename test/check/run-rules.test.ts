import { describe, expect, it } from 'vitest';

import type { ActiveRule } from '../../src/check/rule-settings.js';
import { runRules } from '../../src/check/run-rules.js';
import { defineRule, type Report } from '../../src/rule.js';
import { facts } from '../rules/hand-made-facts.js';

function active(name: string, check: () => readonly Report[]): ActiveRule {
  const rule = defineRule({
    name,
    docs: { description: 'For this test', recommended: true, scope: 'file', standards: [] },
    severity: 'error',
    weakestIdentity: 'shape',
    messages: { found: 'Found.' },
    suggestions: { change: 'Change it' },
    schema: { type: 'object', additionalProperties: false, properties: {} },
    defaultOptions: {},
    check,
  });
  return { rule, options: {} };
}

const report: Report = { messageId: 'found', at: { file: 'a.ts', range: [0, 1] }, subject: 'it' };

describe('runRules', () => {
  it.each<[string, () => readonly Report[], string]>([
    ['throws', () => { throw new TypeError('a mistake'); }, 'rule no-a failed: a mistake'],
    ['has no such message', () => [report, { ...report, messageId: 'lost' }], 'rule no-a failed: it has no message "lost"'],
    ['has no message of that name but an inherited one', () => [{ ...report, messageId: 'toString' }], 'rule no-a failed: it has no message "toString"'],
    ['has no such suggestion', () => [{ ...report, suggestions: [{ messageId: 'lost', edits: [] }] }], 'rule no-a failed: it has no suggestion "lost"'],
  ])('a rule that %s loses its own reports only', (_, check, crash) => {
    const { reports, crashes } = runRules(facts({}), [active('no-a', check), active('no-b', () => [report])]);
    expect(reports.map((each) => each.active.rule.name)).toEqual(['no-b']);
    expect(crashes).toEqual([crash]);
  });
});
