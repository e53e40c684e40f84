import type { Container, DurableStore, Facts, Place, SessionConfig } from '../src/facts/index.js';
import { defineRule, type Report } from '../src/rule.js';

type Advice = { readonly messageId: string; readonly data: Readonly<Record<string, string>> };

/** The store of a package that is there, then one for a database that is there, then the usual one. */
function toAdvice({ name: library, durable = [], at }: SessionConfig, facts: Facts): Advice {
  const dependencies = facts.dependenciesOf(at.file);
  const say = (messageId: string, store: DurableStore, driver = ''): Advice => ({ messageId, data: { library, store: store.store, package: store.package, ends: store.ends, driver } });
  const present = durable.find((store) => dependencies?.has(store.package) === true);
  if (present) return say('useInstalled', present);
  for (const store of durable) {
    const driver = store.drivers.find((name) => dependencies?.has(name) === true);
    if (driver !== undefined) return say('useDriver', store, driver);
  }
  const [usual] = durable;
  return usual ? say('useUsual', usual) : { messageId: 'inMemory', data: { library } };
}

/** Where process memory was chosen: `new MemoryStore()` in the same file, else where the session is set up. */
function placeOf({ at, store }: SessionConfig): { readonly at: Place; readonly setUp?: Place } {
  const [first] = store.cases;
  const chosen = first?.status === 'known' ? first.at : at;
  return chosen.range[1] > chosen.range[0] && chosen.file === at.file && chosen.range[0] !== at.range[0] ? { at: chosen, setUp: at } : { at };
}

function checkConfig(config: SessionConfig, facts: Facts): readonly Report[] {
  const { cases } = config.store;
  const isProven = cases.length > 0 && cases.every((one) => one.status === 'known' && one.value === 'process-memory');
  if (!isProven) return [];
  const { at, setUp } = placeOf(config);
  const { durableOption } = config;
  return [{
    ...toAdvice(config, facts),
    at,
    related: setUp ? [{ at: setUp, message: 'The session is set up here.' }] : [],
    suggestions: durableOption ? [{ messageId: 'setOption', data: { option: durableOption.path.join('.'), code: durableOption.code }, edits: [{ edit: 'set-property', ...durableOption }] }] : [],
    subject: `${config.library}.store`,
  }];
}

/** What ends with a connection cannot outlive the process anyway. */
const CONNECTION = /(?:Transport|Socket|Server|Connection|Stream|Controller|Emitter)$/;

/** A collection of the process that is the session store: named after sessions, and keyed by them. */
function checkContainer(container: Container): readonly Report[] {
  const { at, holds, key = '', keyedBy, kind, name, named, reads, removals } = container;
  if (keyedBy !== 'session' || named !== true || (kind !== 'map' && kind !== 'object') || reads.length === 0) return [];
  if (container.open || container.excuse !== undefined || holds.some((held) => CONNECTION.test(held))) return [];
  if (removals.some(({ reached }) => reached === 'close' || reached === 'after')) return [];
  const [addition] = container.additions;
  return [{ messageId: 'container', data: { name, key }, at, related: addition ? [{ at: addition.at, message: 'An entry is kept here.' }] : [], subject: `container.${container.owner ?? ''}.${name}` }];
}

const WHAT = 'What {{library}} remembers here is kept in the memory of this process. A restart or a deployment loses it in the middle of what people are doing, and a second instance does not see it.';

/** Session data must outlive the process that serves it. */
export const noProcessMemoryStore = defineRule({
  name: 'no-process-memory-store',
  docs: {
    description: 'Disallow keeping session data in the memory of the process, outside of tests and development',
    recommended: true,
    scope: 'file',
    standards: ['OWASP ASVS 5.0 7.1.1', 'OWASP Session Management Cheat Sheet', 'The Twelve-Factor App VI'],
  },
  severity: 'warn',
  weakestIdentity: 'linked',
  messages: {
    container: '`{{name}}` is the store of sessions (`{{key}}`), and it is the memory of this process. A restart or a deployment loses it in the middle of what people are doing, and a second instance does not see it. Keep them in a store that outlives the process.',
    inMemory: `${WHAT} Give it a store that outlives the process.`,
    useUsual: `${WHAT} Use a store that outlives it, such as \`{{store}}\` of {{package}}: {{ends}}.`,
    useDriver: `${WHAT} Use \`{{store}}\` of {{package}} with the {{driver}} that package.json has: {{ends}}.`,
    useInstalled: `${WHAT} Use \`{{store}}\` of {{package}}, which package.json has already: {{ends}}.`,
  },
  suggestions: { setOption: 'Set `{{option}}` to `{{code}}`' },
  schema: { type: 'object', additionalProperties: false, properties: {} },
  defaultOptions: {},
  check(facts) {
    return [
      ...facts.sessionConfigs
        .filter((config) => !config.environmentGuard && config.excuse === undefined && !facts.isTest(config.at.file))
        .flatMap((config) => checkConfig(config, facts)),
      ...facts.containers.filter(({ at }) => !facts.isTest(at.file)).flatMap((container) => checkContainer(container)),
    ];
  },
});
