import type { Copy, Facts, Read, Write } from '../facts/index.js';

/** More are no pick any more. */
const MAX_FIELDS = 10;
const PLAIN = /^[A-Za-z_$][\w$]*$/;

/** The properties of a stored copy that code reads, and where. */
export interface ReadFields {
  readonly names: readonly string[];
  readonly reads: readonly Read[];
}

/**
 * All that linked code reads of a stored record; `undefined` where it may be read elsewhere: in one file of many, or
 * because the session, or this part of it, goes whole to code that is not seen.
 */
export function findReadFields(facts: Facts, { memory, path }: Write, copy: Copy): ReadFields | undefined {
  const whole = [...path, ...copy.path];
  if (facts.scope !== 'project' || whole.length === 0 || whole.includes('*')) return undefined;
  const escapes = facts.escapes.some((escape) => escape.memory === memory && escape.path.length <= whole.length && begins(whole, escape.path));
  if (escapes) return undefined;
  const reads = facts.reads.filter((read) => read.memory === memory && read.path.length > whole.length && begins(read.path, whole) && !facts.isTest(read.at.file));
  const names = [...new Set(reads.map((read) => read.path[whole.length] ?? '*'))].toSorted(idFirst);
  return names.length > 0 && names.length <= MAX_FIELDS && names.every((name) => PLAIN.test(name)) ? { names, reads } : undefined;
}

function begins(path: readonly string[], head: readonly string[]): boolean {
  return head.every((name, index) => path[index] === name);
}

function idFirst(a: string, b: string): number {
  return Number(/^_?id$/.test(b)) - Number(/^_?id$/.test(a)) || a.localeCompare(b);
}
