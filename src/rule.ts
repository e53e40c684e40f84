import type { Facts, Identity, Place } from './facts/index.js';

/**
 * An intended change. Rules do not have the text; `src/edits/` turns intents into text edits where the text is,
 * keeping comments, quotes, indentation and line ends.
 */
export type Edit =
  /** Set `object.path = code` in the object literal at `object`, extending nested literals that are there. */
  | { readonly edit: 'set-property'; readonly object: Place; readonly path: readonly string[]; readonly code: string }
  | { readonly edit: 'remove-property'; readonly at: Place }
  | { readonly edit: 'remove-statement'; readonly at: Place }
  | { readonly edit: 'replace'; readonly at: Place; readonly code: string }
  /** Add an argument to the call at `call` so that it stands at `index`. */
  | { readonly edit: 'add-argument'; readonly call: Place; readonly index: number; readonly code: string }
  | { readonly edit: 'insert-statement'; readonly before: Place; readonly code: string }
  | { readonly edit: 'insert-statement'; readonly after: Place; readonly code: string }
  | { readonly edit: 'wrap'; readonly at: Place; readonly before: string; readonly after: string }
  /** Store only these properties of what the assignment or call at `at` stores. */
  | { readonly edit: 'pick'; readonly at: Place; readonly names: readonly string[] }
  | { readonly edit: 'ensure-import'; readonly file: string; readonly from: string; readonly name: string };

/** A change that a person chooses. The first of a report is the safest: editors and oxlint take the first. */
export interface Suggestion {
  /** Id in the rule's `suggestions`. */
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly edits: readonly Edit[];
}

/** One problem, at the narrowest place that a maintainer would change. */
export interface Report {
  /** Id in the rule's `messages`. */
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly at: Place;
  readonly severity?: Severity;
  /** `earlier`: runs before `at`, on the way to it. Those that do make the path that hosts can show, in this order. */
  readonly related?: readonly { readonly at: Place; readonly message: string; readonly earlier?: true }[];
  readonly suggestions?: readonly Suggestion[];
  /** Path-independent identity of what is wrong (`session.email`, `sess:`), the heart of the fingerprint. */
  readonly subject: string;
}

/** `error`: proven loss, leak or endless growth; `warn`: other recommended findings; `info`: what only `strict` reports. */
export type Severity = 'error' | 'warn' | 'info';

/** The subset of JSON Schema (draft 7) that rule options use. One object, no additional properties, every property described. */
export interface OptionsSchema {
  readonly type: 'object';
  readonly additionalProperties: false;
  readonly properties: Readonly<Record<string, { readonly description: string; readonly type?: string; readonly enum?: readonly unknown[]; readonly items?: unknown; readonly minimum?: number; readonly maximum?: number; readonly uniqueItems?: boolean }>>;
}

export interface RuleDocs {
  /** One sentence without a full stop, as rule lists show it. */
  readonly description: string;
  readonly recommended: boolean;
  /** `file`: one file decides; `project`: sharper or only with several files. */
  readonly scope: 'file' | 'file, sharper in project' | 'project';
  /** Standards that the rule follows: `'CWE-613'`, `'WCAG 2.2 SC 3.3.7'`. */
  readonly standards: readonly string[];
}

/**
 * A rule is a pure function from facts to reports. It sees no tree, no text, no file system and no library.
 *
 * Messages have three parts: what is wrong, why it matters, what to do. `{{name}}` are placeholders for `data`.
 */
export interface Rule<Options extends object = Record<string, unknown>> {
  readonly name: string;
  readonly docs: RuleDocs;
  readonly severity: Severity;
  /** The weakest way of knowing a library that the rule acts on. Facts known less well are not shown to it. */
  readonly weakestIdentity: Identity;
  readonly messages: Readonly<Record<string, string>>;
  readonly suggestions: Readonly<Record<string, string>>;
  readonly schema: OptionsSchema;
  readonly defaultOptions: Options;
  /** Options that the `strict` preset sets. */
  readonly strictOptions?: Partial<Options>;
  check(facts: Facts, options: Options): readonly Report[];
}

/** Typed identity for rules: what it is given is what it returns. */
export function defineRule<Options extends object>(rule: Rule<Options>): Rule<Options> {
  return rule;
}
