import type { Resolved, SessionConfig } from '../src/facts/index.js';
import { defineRule, type Edit, type Report } from '../src/rule.js';

function isProven(resolved: Resolved<boolean>): boolean {
  return resolved.cases.length > 0 && resolved.cases.every((found) => found.status === 'known' && found.value);
}

/** What a cookie holds costs the server nothing. */
function mayBeCookieOnly({ store, memory }: SessionConfig): boolean {
  return memory === 'cookie' || store.cases.some((found) => found.status === 'known' && found.value === 'cookie');
}

function toEdit({ eagerOption }: SessionConfig): readonly Edit[] {
  if (eagerOption?.object !== undefined) return [{ edit: 'set-property', object: eagerOption.object, path: eagerOption.set, code: 'false' }];
  if (eagerOption?.call === undefined) return [];
  const code = eagerOption.set.reduceRight((inner, key) => `{ ${key}: ${inner} }`, 'false');
  return [{ edit: 'add-argument', call: eagerOption.call, index: eagerOption.argument ?? 0, code }];
}

function check(config: SessionConfig): readonly Report[] {
  if (!isProven(config.eagerSave) || mayBeCookieOnly(config)) return [];
  const option = config.eagerOption?.set.join('.') ?? 'the option';
  const edits = toEdit(config);
  return [{
    messageId: config.eagerOption?.at === undefined ? 'byDefault' : 'byOption',
    data: { library: config.name, option },
    at: config.eagerOption?.at ?? config.at,
    suggestions: edits.length === 0 ? [] : [{ messageId: 'saveOnlyTouched', data: { option }, edits }],
    subject: `${config.library}.${option}`,
  }];
}

/** A session that nothing was put into needs no record: crawlers and health checks would get one for each request. */
export const noUninitializedSessionSave = defineRule({
  name: 'no-uninitialized-session-save',
  docs: {
    description: 'Disallow storing sessions that nothing was put into',
    recommended: true,
    scope: 'file',
    standards: ['OWASP Session Management Cheat Sheet', 'CWE-400'],
  },
  severity: 'warn',
  weakestIdentity: 'linked',
  messages: {
    byDefault: '{{library}} stores a session for every request without a cookie, because `{{option}}` is left out. Crawlers, health checks and scripts fill the store with records that nobody comes back to, and visitors get a cookie before they agreed to one. Set `{{option}}: false`.',
    byOption: '`{{option}}` stores a session for every request without a cookie. Crawlers, health checks and scripts fill the store with records that nobody comes back to, and visitors get a cookie before they agreed to one. Set it to `false`.',
  },
  suggestions: { saveOnlyTouched: 'Set `{{option}}: false`' },
  schema: { type: 'object', additionalProperties: false, properties: {} },
  defaultOptions: {},
  check: (facts) => facts.sessionConfigs.filter((config) => !config.environmentGuard && !facts.isTest(config.at.file)).flatMap(check),
});
