import type { Ask } from '../facts/index.js';
import type { Edit } from '../rule.js';

/** The expression by which a page can show what is known, and the edit that makes the field show it. */
export interface PrefillEdit {
  readonly expression: string;
  readonly edits: readonly Edit[];
}

/**
 * Fills an ask in from the session path that holds its answer: `value="{{ answers.email }}"` where the page is given
 * `answers`, and `answers` is (a part of) `session.form`. `undefined` where the page is not given it.
 */
export function toPrefill({ prefill }: Ask, path: readonly string[]): PrefillEdit | undefined {
  const given = prefill?.known.find((known) => known.path.length <= path.length && known.path.every((segment, index) => segment === path[index]));
  if (prefill === undefined || given === undefined) return undefined;
  const expression = [given.expression, ...path.slice(given.path.length)].join('.');
  const edit: Edit = prefill.as === 'attribute'
    ? { edit: 'replace', at: prefill.at, code: ` value="{{ ${expression} }}"` }
    : { edit: 'set-property', object: prefill.at, path: [prefill.property ?? 'value'], code: expression };
  return { expression, edits: [edit] };
}
