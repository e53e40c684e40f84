import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMean } from '../check/did-you-mean.js';
import type { Preset, RuleSetting } from '../check/rule-settings.js';
import type { Rule, Severity } from '../rule.js';
import { parseJsonc } from '../scan/jsonc.js';
import { isRecord } from '../scan/manifests.js';
import { reasonOf, UsageError } from '../scan/problem.js';

export const presets = ['recommended', 'strict'] as const;
export const gates = ['error', 'warn', 'info', 'never'] as const;
export type Gate = (typeof gates)[number];

/** What a config file may say. */
export interface Settings {
  readonly preset?: Preset;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly includeTests?: boolean;
  readonly failOn?: Gate;
}

const severities: readonly (Severity | 'off')[] = ['error', 'warn', 'info', 'off'];
const configKeys = ['$schema', 'preset', 'rules', 'includeTests', 'failOn'];

/** Reads a JSON config. Code is not accepted. @throws UsageError naming the file and the place in it */
export async function readSettings(cwd: string, file: string, rules: readonly Rule<object>[]): Promise<Settings> {
  const wrong = (message: string): UsageError => new UsageError(`${file}: ${message}`);
  let json: unknown;
  try {
    json = parseJsonc(readFileSync(resolve(cwd, file), 'utf8'));
  } catch (error) {
    throw wrong(error instanceof SyntaxError ? `not valid JSON: ${error.message}` : `${reasonOf(error)}.`);
  }
  if (!isRecord(json)) throw wrong('must be a JSON object such as {"preset": "strict"}.');
  for (const key of Object.keys(json)) {
    if (!configKeys.includes(key)) throw wrong(`unknown key ${JSON.stringify(key)}.${didYouMean(key, configKeys)}`);
  }
  const preset = oneOf(json, 'preset', presets, wrong);
  const failOn = oneOf(json, 'failOn', gates, wrong);
  const { includeTests } = json;
  if (includeTests !== undefined && typeof includeTests !== 'boolean') throw wrong('includeTests must be true or false.');
  return {
    ...(preset === undefined ? {} : { preset }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(includeTests === undefined ? {} : { includeTests }),
    rules: await toRuleSettings(json['rules'] ?? {}, rules, 'rules', wrong),
  };
}

/** One `--rule`: `name=severity`, or an object as in a config's `rules`. @throws UsageError */
export async function readRuleFlag(text: string, rules: readonly Rule<object>[]): Promise<ReadonlyMap<string, RuleSetting>> {
  const wrong = (message: string): UsageError => new UsageError(`--rule: ${message}`);
  if (text.trimStart().startsWith('{')) {
    try {
      return await toRuleSettings(JSON.parse(text), rules, '', wrong);
    } catch (error) {
      if (error instanceof SyntaxError) throw wrong(`not valid JSON: ${error.message}`);
      throw error;
    }
  }
  const match = /^([^=:\s]+)\s*[=:]\s*(.+)$/.exec(text.trim());
  if (match === null) throw wrong(`write <name>=<severity>, such as no-repeated-ask=error, not ${JSON.stringify(text)}.`);
  const [, name = '', severity = ''] = match;
  return toRuleSettings(Object.fromEntries([[name, severity.trim()]]), rules, '', wrong);
}

async function toRuleSettings(
  json: unknown,
  rules: readonly Rule<object>[],
  at: string,
  wrong: (message: string) => UsageError,
): Promise<ReadonlyMap<string, RuleSetting>> {
  if (!isRecord(json)) throw wrong(`${at === '' ? 'it' : at} must be an object such as {"no-repeated-ask": "error"}.`);
  const settings = new Map<string, RuleSetting>();
  for (const [key, value] of Object.entries(json)) {
    const name = key.replace(/^session-memory\//, '');
    const rule = rules.find((each) => each.name === name);
    if (rule === undefined) throw wrong(`there is no rule ${JSON.stringify(key)}.${didYouMean(name, rules.map((each) => each.name))}`);
    settings.set(name, await toSetting(value, rule, at === '' ? name : `${at}.${name}`, wrong));
  }
  return settings;
}

async function toSetting(value: unknown, rule: Rule<object>, at: string, wrong: (message: string) => UsageError): Promise<RuleSetting> {
  const [severity, options, ...more] = Array.isArray(value) ? (value as unknown[]) : [value];
  const known = severities.find((each) => each === severity);
  if (known === undefined || more.length > 0) {
    const near = typeof severity === 'string' ? didYouMean(severity, severities) : '';
    throw wrong(`${at} must be error, warn, info, off, or ["warn", {options}], not ${JSON.stringify(value)?.slice(0, 100)}.${near}`);
  }
  if (options === undefined) return known;
  const problem = await problemWithOptions(rule, options);
  if (problem !== undefined) throw wrong(`${at}[1]${problem}`);
  return [known, options as Record<string, unknown>];
}

/** Checks options against the rule's schema. ajv is loaded only where options are given. */
async function problemWithOptions(rule: Rule<object>, options: unknown): Promise<string | undefined> {
  const { Ajv } = await import('ajv');
  const validate = new Ajv({ allErrors: false, strict: false }).compile(rule.schema);
  if (validate(options)) return undefined;
  const error = validate.errors?.[0];
  const path = (error?.instancePath ?? '').replaceAll('/', '.');
  const unknown: unknown = error?.keyword === 'additionalProperties' ? error.params['additionalProperty'] : undefined;
  if (typeof unknown === 'string') return `${path} has no option ${JSON.stringify(unknown)}.${didYouMean(unknown, Object.keys(rule.schema.properties))}`;
  const allowed: unknown = error?.keyword === 'enum' ? error.params['allowedValues'] : undefined;
  return `${path} ${error?.message ?? 'is not valid'}${Array.isArray(allowed) ? `: ${allowed.join(', ')}` : ''}.`;
}

function oneOf<Choice extends string>(json: Record<string, unknown>, key: string, choices: readonly Choice[], wrong: (message: string) => UsageError): Choice | undefined {
  const value = json[key];
  if (value === undefined) return undefined;
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw wrong(`${key} must be one of ${choices.join(', ')}, not ${JSON.stringify(value)?.slice(0, 100)}.`);
  return choice;
}
