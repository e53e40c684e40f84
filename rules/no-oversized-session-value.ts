import type { Append, Facts, Memory, SourceKind, Write } from '../src/facts/index.js';
import { defineRule, type Report } from '../src/rule.js';
import { findHeavyCopy } from '../src/rule-support/find-heavy-copy.js';
import { toFieldPick, type FieldPick } from '../src/rule-support/to-field-pick.js';
import { toKeyText } from '../src/rule-support/to-key-text.js';

interface Options {
  /** Report whole request bodies in sessions of the server too. */
  readonly requestBodies: boolean;
}

const MESSAGES: Readonly<Partial<Record<SourceKind, string>>> = { records: 'wholeList', response: 'wholeAnswer', 'request-body': 'wholeBody', binary: 'bytes' };

/** What it costs to be large there, as a sentence. */
const COSTS: Readonly<Record<Memory, string>> = {
  'cookie': 'A cookie holds 4096 bytes and travels with every request.',
  'token': 'A token travels with every request.',
  'server-session': 'All of a session is read and written with every request.',
  'server-record': 'It stays in the store until the entry ends.',
  'flow-state': 'It is stored anew with every step.',
  'local-storage': 'All of a site shares 5 MB there.',
  'session-storage': 'All of a site shares 5 MB there.',
  'indexed-db': 'It stays on the device until it is removed.',
};

const NOTHING: FieldPick = { related: [] };

function checkWrite(facts: Facts, write: Write, options: Options): readonly Report[] {
  const heavy = findHeavyCopy(write);
  const messageId = heavy && MESSAGES[heavy.copy.kind];
  if (heavy?.rule !== 'size' || messageId === undefined || (heavy.strict && !options.requestBodies)) return [];
  const { copy } = heavy;
  // Of a list it would be the elements that are picked from.
  const { related, pick } = copy.kind === 'response' ? toFieldPick(facts, write, copy) : NOTHING;
  const name = [toKeyText(write), ...copy.path].filter(Boolean).join('.');
  return [{
    messageId,
    data: { name, call: copy.words.join('.'), cost: COSTS[write.memory] },
    at: write.at,
    severity: heavy.strict ? 'info' : 'warn',
    related: [{ at: copy.source, message: 'The data comes from here.', earlier: true }, ...related],
    suggestions: pick ? [{ messageId: 'pick', ...pick }] : [],
    subject: `${write.memory}.${name}`,
  }];
}

/** Files that are gathered in a list of the session: `session.images.push(image)`. */
function checkAppend({ at, copies, memory, path }: Append): readonly Report[] {
  const copy = copies.find(({ kind }) => kind === 'binary');
  if (!copy) return [];
  const name = path.join('.');
  return [{
    messageId: 'bytes',
    data: { name, call: copy.words.join('.'), cost: COSTS[memory] },
    at,
    related: [{ at: copy.source, message: 'The data comes from here.', earlier: true }],
    subject: `${memory}.${name}`,
  }];
}

/** What has no bound does not belong into what is stored for every session. */
export const noOversizedSessionValue = defineRule<Options>({
  name: 'no-oversized-session-value',
  docs: {
    description: 'Disallow values in session memory that are too large for it, or that nothing bounds',
    recommended: true,
    scope: 'file, sharper in project',
    standards: ['OWASP ASVS 5.0 3.3.5', 'OWASP ASVS 5.0 14.2.6'],
  },
  severity: 'warn',
  weakestIdentity: 'shape',
  messages: {
    wholeList: '`{{name}}` keeps the whole list that `{{call}}` gave, however long it is. {{cost}} Keep the ids that later steps need, or load the list where it is shown.',
    wholeAnswer: '`{{name}}` keeps all that `{{call}}` answered. Whatever the API adds is stored along. {{cost}} Keep the ids or the few fields that later steps need.',
    wholeBody: '`{{name}}` keeps the whole request body: whatever the client posts. {{cost}} Name the fields that later steps need.',
    bytes: '`{{name}}` keeps the bytes that `{{call}}` gave. {{cost}} Keep them in a file or an object store, and the name of it here.',
  },
  suggestions: { pick: 'Keep only {{names}}: no linked code reads more of it.' },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { requestBodies: { description: 'Report whole request bodies in sessions that the server keeps too. In cookies and tokens they are always reported.', type: 'boolean' } },
  },
  defaultOptions: { requestBodies: false },
  strictOptions: { requestBodies: true },
  check(facts, options) {
    return [
      ...facts.writes.filter(({ at }) => !facts.isTest(at.file)).flatMap((write) => checkWrite(facts, write, options)),
      ...facts.appends.filter(({ at }) => !facts.isTest(at.file)).flatMap(checkAppend),
    ];
  },
});
