import type { Facts, Write } from '../src/facts/index.js';
import { defineRule, type Report } from '../src/rule.js';
import { findHeavyCopy } from '../src/rule-support/find-heavy-copy.js';
import { toFieldPick } from '../src/rule-support/to-field-pick.js';
import { toKeyText } from '../src/rule-support/to-key-text.js';

interface Options {
  /** Report copies in the browser's storage too. */
  readonly browserStorage: boolean;
}

function checkWrite(facts: Facts, write: Write, options: Options): readonly Report[] {
  const heavy = findHeavyCopy(write);
  if (heavy?.rule !== 'record' || (heavy.strict && !options.browserStorage)) return [];
  const { copy } = heavy;
  const name = [toKeyText(write), ...copy.path].filter(Boolean).join('.');
  const { related, pick } = toFieldPick(facts, write, copy);
  return [{
    messageId: copy.properties === undefined ? 'wholeRecord' : 'rebuiltRecord',
    data: { name, call: copy.words.join('.'), count: copy.properties ?? 0 },
    at: write.at,
    severity: heavy.strict ? 'info' : 'warn',
    related: [{ at: copy.source, message: 'The record comes from here.', earlier: true }, ...related],
    suggestions: pick ? [{ messageId: 'pick', ...pick }] : [],
    subject: `${write.memory}.${name}`,
  }];
}

/** A session that holds records instead of their ids shows yesterday's data, and carries all of it along. */
export const noPersistentRecordInSession = defineRule<Options>({
  name: 'no-persistent-record-in-session',
  docs: {
    description: 'Disallow copies of records of a database or an API in a session where their id would do',
    recommended: true,
    scope: 'file, sharper in project',
    standards: ['OWASP ASVS 5.0 14.2.6'],
  },
  severity: 'warn',
  weakestIdentity: 'shape',
  messages: {
    wholeRecord: '`{{name}}` keeps a copy of the whole record that `{{call}}` gave. The copy stays as it is when the record changes, and every field of it is stored along. Keep the id, or the few fields that later steps read.',
    rebuiltRecord: '`{{name}}` keeps {{count}} fields of the record that `{{call}}` gave. The copy stays as it is when the record changes, and all of it is stored along. Keep the id, or the few fields that later steps read.',
  },
  suggestions: { pick: 'Keep only {{names}}: no linked code reads more of it.' },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { browserStorage: { description: 'Report copies in `localStorage`, `sessionStorage` and IndexedDB too.', type: 'boolean' } },
  },
  defaultOptions: { browserStorage: false },
  strictOptions: { browserStorage: true },
  check(facts, options) {
    return facts.writes.filter((write) => !facts.isTest(write.at.file)).flatMap((write) => checkWrite(facts, write, options));
  },
});
