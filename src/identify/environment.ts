import type { Arm, ControlPoint, FileSummary } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import { isEnvironment } from '../link/property.js';
import type { Term } from '../link/term.js';
import { wordsOf } from './words-of.js';

const ENVIRONMENT_NAME = /^(is_?(prod|production|dev|development|test|testing|local)\w*|NODE_ENV|env|environment|(prod|dev|test)(uction|elopment)?|DEV|PROD|redis_?(url|enabled|host)\w*|\w*_?(redis|database|mongo)_?(url|uri|enabled|host)\w*)$/i;

const DATABASE_NAME = /(redis|database|mongo)_?(url|uri|enabled|host)\w*$/i;
const PRODUCTION = /^(prod|production|live)$/i;
const DEVELOPMENT = /^(dev|development|test|testing|local)$/i;

/**
 * Does the place run only under a test of the environment or of what is configured? `if (process.env.NODE_ENV !==
 * 'production')`, `config.redis.enabled ? a : b`, the branch left when no URL is set.
 */
export function isUnderEnvironmentGuard(linked: Linked, file: FileSummary, where: ControlPoint): boolean {
  return where.arms.some((arm) => {
    if (arm.test === undefined || arm.kind === 'loop') return false;
    const test = linked.term(file, arm.test);
    if (otherArmThrows(file, where, arm)) return isProductionArm(linked, test, arm.arm !== 0, 0);
    return mentionsEnvironment(linked, test, 0) && !isProductionArm(linked, test, arm.arm === 0, 0);
  });
}

/**
 * Is this the arm that runs in production? `=== 'production'` and `isProd` when they hold, `!== 'production'` and
 * `isDev` when they do not.
 */
function isProductionArm(linked: Linked, test: Term, holds: boolean, depth: number): boolean {
  const { value } = test;
  if (depth > 4) return false;
  if (value.k === 'op' && value.op === '!' && value.of[0] !== undefined) return isProductionArm(linked, linked.beside(test, value.of[0]), !holds, depth + 1);
  if (value.k === 'op' && /^[!=]==?$/.test(value.op)) {
    const text = value.of.map((id) => linked.beside(test, id).value).find((side) => side.k === 'literal');
    if (text?.k !== 'literal' || typeof text.value !== 'string') return false;
    const equal = value.op.startsWith('=') === holds;
    return PRODUCTION.test(text.value) ? equal : DEVELOPMENT.test(text.value) && !equal;
  }
  const [name = '', whole = ''] = namesOf(linked, test);
  // What runs where a database is configured: `redisUrl ? new RedisSession(…) : session()`.
  if (DATABASE_NAME.test(name) || DATABASE_NAME.test(whole)) return holds;
  return /prod/i.test(name) ? holds : /(dev|test|local)/i.test(name) && !holds;
}

/** `if (!process.env.SESSION_SECRET) throw new Error(…)` checks what must be there; it is no choice between two ways to run. */
function otherArmThrows(file: FileSummary, where: ControlPoint, arm: Arm): boolean {
  const effects = file.functions[where.fn]?.effects ?? [];
  return effects.some((effect) => effect.where.endsPath === 'throw' && effect.where.arms.some((other) => other.branch === arm.branch && other.arm !== arm.arm));
}

function mentionsEnvironment(linked: Linked, term: Term, depth: number): boolean {
  if (depth > 6) return false;
  const { value } = term;
  if (value.k === 'op' || value.k === 'any' || value.k === 'template') return value.of.some((id) => mentionsEnvironment(linked, linked.beside(term, id), depth + 1));
  if (value.k === 'literal') return false;
  if (isEnvironment(linked, term)) return true;
  if (namesOf(linked, term).some((name) => ENVIRONMENT_NAME.test(name))) return true;
  // `app.get('env') === 'production'`
  if (value.k === 'call') return value.args.some((id) => { const argument = linked.beside(term, id).value; return argument.k === 'literal' && argument.value === 'env'; });
  return linked.step(term).some((next) => mentionsEnvironment(linked, next, depth + 1));
}

/** The last word that leads to a value, and the last two as one: `enabled` and `redis_enabled` of `config.redis.enabled`. */
function namesOf(linked: Linked, term: Term): readonly string[] {
  const words = wordsOf(linked, term);
  return words.length === 0 ? [] : [words.at(-1) ?? '', words.slice(-2).join('_')];
}
