import type { Facts, RepeatedLookUp } from '../src/facts/index.js';
import { defineRule, type Report } from '../src/rule.js';

interface Options {
  /** `certain`: in one function, by a query or request that a model knows. `all`: also in a function that is called, and by name. */
  readonly evidence: 'certain' | 'all';
}

function isCertain({ known, through }: RepeatedLookUp): boolean {
  return known === 'source' && through === undefined;
}

function toReport(repeat: RepeatedLookUp): Report {
  const { at, first, held, through, words } = repeat;
  const call = words.slice(-3).join('.');
  return {
    messageId: through === undefined ? 'again' : 'againInCallee',
    data: { call },
    at,
    severity: isCertain(repeat) ? 'warn' : 'info',
    related: [
      { at: first, message: 'It is looked up here first.', earlier: true },
      ...(through === undefined ? [] : [{ at: through, message: 'This call leads to the second look-up.', earlier: true as const }]),
    ],
    suggestions: held === undefined ? [] : [{ messageId: 'reuse', data: { name: held }, edits: [{ edit: 'replace', at, code: held }] }],
    subject: `look-up.${words.join('.')}`,
  };
}

function check(facts: Facts, { evidence }: Options): readonly Report[] {
  return facts.repeatedLookUps.filter((repeat) => !facts.isTest(repeat.at.file) && (evidence === 'all' || isCertain(repeat))).map(toReport);
}

/** What one request, step or function has looked up, it need not look up again. */
export const noRedundantLookup = defineRule<Options>({
  name: 'no-redundant-lookup',
  docs: {
    description: 'Disallow looking up again what the same request or step has just looked up',
    recommended: true,
    scope: 'file, sharper in project',
    standards: ['CWE-1084'],
  },
  severity: 'warn',
  weakestIdentity: 'shape',
  messages: {
    again: '`{{call}}` is asked again for what it has given a moment ago on the same way, and nothing between changes it. People wait twice for one answer, and two answers can differ. Keep the first one in a variable.',
    againInCallee: '`{{call}}` is asked again here for what the calling function has just been given by it, and nothing between changes it. People wait twice for one answer, and two answers can differ. Hand over what was loaded.',
  },
  suggestions: { reuse: 'Use `{{name}}`, which holds the first answer' },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { evidence: { description: '`certain` wants a query or request that is known, twice in one function; `all` also looks into the functions that are called, and takes functions whose code is not seen for look-ups when they are called so.', enum: ['certain', 'all'] } },
  },
  defaultOptions: { evidence: 'certain' },
  strictOptions: { evidence: 'all' },
  check,
});
