import type { Arm, SessionConfig } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import type { CallSite } from '../link/term.js';
import { effectOf, whereOf } from './context.js';
import { isUnderEnvironmentGuard } from './environment.js';

/**
 * Does the call run only when nothing better was given? `options.store ?? new MemoryStore()`, or inside a function all
 * of whose callers choose by the environment. `store ??= new MemoryStore()` makes the one store late: that is no choice.
 */
export function isFallback(linked: Linked, site: CallSite): boolean {
  const where = whereOf(site);
  const given = where.arms.some(({ kind, test }) => kind === 'short-circuit' && test !== undefined && isMissing(linked, site, test));
  if (given && !isMadeLate(site)) return true;
  const callers = linked.callsOf(site.within.fn);
  return callers.length > 0 && callers.every((caller) => isUnderEnvironmentGuard(linked, caller.call.file, whereOf(caller)));
}

/** The left side of `a ?? b` and `a || b` stands negated in the test of the right one. */
function isMissing(linked: Linked, { call }: CallSite, test: NonNullable<Arm['test']>): boolean {
  const { value } = linked.term(call.file, test);
  if (value.k !== 'op' || value.op !== '!' || value.of[0] === undefined) return false;
  // What `saver` may be is what is made here: `saver ??= new MemorySaver()`.
  return !linked.views(linked.term(call.file, value.of[0])).some((view) => view.file === call.file && view.id === call.id);
}

function isMadeLate(site: CallSite): boolean {
  const at = effectOf(site)?.at;
  return at !== undefined && site.within.fn.effects.some((effect) => effect.e === 'write' && /^(?:\?\?|\|\|)=$/.test(effect.op) && effect.at[0] <= at[0] && effect.at[1] >= at[1]);
}

/**
 * A session in process memory that stands in the other arm of a branch (or in the `catch`) from one with a store that
 * outlives the process is what is left when that cannot be had: `if (table) return session({ store }); return session()`.
 */
export function withoutFallbacks(configs: readonly SessionConfig[]): readonly SessionConfig[] {
  const durable = configs.filter((config) => !isInMemory(config));
  return configs.map((config) => (isInMemory(config) && durable.some((other) => isInOtherArm(config, other)) ? { ...config, environmentGuard: true } : config));
}

function isInMemory({ store: { cases } }: SessionConfig): boolean {
  return cases.length > 0 && cases.every((one) => one.status === 'known' && one.value === 'process-memory');
}

function isInOtherArm(a: SessionConfig, b: SessionConfig): boolean {
  if (a.at.file !== b.at.file || a.where.fn !== b.where.fn) return false;
  return a.where.arms.some((arm) => arm.kind !== 'loop' && b.where.arms.some((other) => other.branch === arm.branch && other.arm !== arm.arm));
}
