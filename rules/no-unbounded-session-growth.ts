import type { Append, Container, Facts, RemovalReach } from '../src/facts/index.js';
import { defineRule, type Report } from '../src/rule.js';

interface Options {
  readonly removedOnRequest: boolean;
}

const OWNERS = { session: 'session', user: 'user' } as const;
/** What takes an entry away for certain, whatever the person does. */
const CERTAIN: ReadonlySet<RemovalReach> = new Set(['close', 'timer', 'after', 'cap']);
/** Lists that are kept to be looked back at; a list of handlers or plugins is as long as the program makes it. */
const HISTORY = /(?:histor(?:y|ies)|transcript|messages|conversation|thoughts|turns|replay|events?|log)$/i;

function checkContainer(container: Container, { removedOnRequest }: Options): readonly Report[] {
  const { at, name, kind, key = '', keyedBy, additions, removals } = container;
  if (container.capped || container.open || container.excuse !== undefined) return [];
  const isHistory = kind === 'list' && HISTORY.test(name);
  if ((keyedBy === undefined && !isHistory) || removals.some(({ reached }) => CERTAIN.has(reached))) return [];
  if (removals.length > 0 && !removedOnRequest) return [];
  const messageId = isHistory ? 'list' : removals.length > 0 ? 'sometimes' : 'never';
  return [{
    messageId,
    data: { name, key, owner: keyedBy === undefined ? '' : OWNERS[keyedBy] },
    at,
    ...(removals.length > 0 ? { severity: 'info' as const } : {}),
    related: [
      ...additions.slice(0, 5).map((addition) => ({ at: addition.at, message: addition.intoEntry ? 'An entry grows here.' : 'It grows here.' })),
      ...removals.slice(0, 5).map((removal) => ({ at: removal.at, message: 'Only this takes something away.' })),
    ],
    subject: `container.${container.owner ?? ''}.${name}`,
  }];
}

function checkAppend(append: Append, { removedOnRequest }: Options): readonly Report[] {
  const { at, copies, cuts, limited, made, memory, path, resets } = append;
  // Bytes are too much from the first one on: no-oversized-session-value says so.
  if (limited || copies.some(({ kind }) => kind === 'binary') || cuts.length > 0 || (memory !== 'server-session' && memory !== 'cookie')) return [];
  if (resets.length > 0 && !removedOnRequest) return [];
  return [{
    messageId: resets.length > 0 ? 'untilReset' : 'append',
    data: { path: path.join('.') },
    at,
    ...(resets.length > 0 ? { severity: 'info' as const } : {}),
    related: resets.slice(0, 5).map((reset) => ({ at: reset, message: 'It begins anew here.' })),
    suggestions: made ? [{ messageId: 'slice', edits: [{ edit: 'wrap', at: made, before: '', after: '.slice(-50)' }] }] : [],
    subject: `append.${path.join('.')}`,
  }];
}

/** What sessions leave behind must end with them, and what a session keeps must have a bound. */
export const noUnboundedSessionGrowth = defineRule<Options>({
  name: 'no-unbounded-session-growth',
  docs: {
    description: 'Disallow session values and collections of the process that only grow',
    recommended: true,
    scope: 'file, sharper in project',
    standards: ['CWE-770', 'CWE-401', 'OWASP ASVS 5.0 7.4.1'],
  },
  severity: 'error',
  weakestIdentity: 'linked',
  messages: {
    never: 'An entry is put into `{{name}}` for each {{owner}} (`{{key}}`), and nothing takes one out: it grows for as long as the process runs, and keeps what people left long ago. Delete the entry when the {{owner}} ends, or use a cache with a limit and a lifetime.',
    sometimes: 'An entry is put into `{{name}}` for each {{owner}} (`{{key}}`), and it leaves only when somebody comes back for it: those who never do leave theirs behind. Delete it when the connection or {{owner}} closes, or by age.',
    list: '`{{name}}` gets longer with every call, and nothing cuts it: it grows for as long as the process runs. Keep the last ones only, or write them to a store.',
    append: '`{{path}}` of the session gets one more element each time, and nothing cuts it: every request loads and stores all of it, until the store refuses. Keep the last ones only, or store them apart and keep their id.',
    untilReset: '`{{path}}` of the session gets one more element each time, and has no bound until it begins anew: what one person sends decides how much is kept. Test its length before.',
  },
  suggestions: { slice: 'Keep the last 50 with `.slice(-50)`' },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { removedOnRequest: { type: 'boolean', description: 'Report also what only a request, a command or a later visit of the same person takes away' } },
  },
  defaultOptions: { removedOnRequest: false },
  strictOptions: { removedOnRequest: true },
  check(facts: Facts, options) {
    return [
      ...facts.containers.filter(({ at }) => !facts.isTest(at.file)).flatMap((container) => checkContainer(container, options)),
      ...facts.appends.filter(({ at }) => !facts.isTest(at.file)).flatMap((append) => checkAppend(append, options)),
    ];
  },
});
