import type { CallSite, Term } from '../link/term.js';
import { argumentAt } from './argument-at.js';
import type { IdentifyContext } from './context.js';
import type { SessionRoots } from './session-roots.js';
import type { WriteRow } from '../models/library-model.js';

/**
 * Keys that a session remembers: `req.session.guid = guid; redis.set(guid, …)`, also where the function that writes the
 * entry gives the key back and its caller puts it into the session. Such an entry is the session's own.
 */
export class KeptKeys {
  readonly #context: IdentifyContext;
  readonly #roots: SessionRoots;
  #kept: ReadonlySet<string> | undefined;

  constructor(context: IdentifyContext, roots: SessionRoots) {
    this.#context = context;
    this.#roots = roots;
  }

  has(site: CallSite, row: WriteRow): boolean {
    const key = row.memory === 'server-record' ? argumentAt(this.#context.linked, site.call, row.key) : undefined;
    if (key?.value.k !== 'call' && key?.value.k !== 'await') return false;
    return (this.#kept ??= this.#collect()).has(identityOf(key));
  }

  /** Few scans meet a key that is a bare call: the sessions are looked through by the first. */
  #collect(): ReadonlySet<string> {
    const { linked } = this.#context;
    const kept = new Set<string>();
    for (const file of linked.files.values()) {
      for (const { effects } of file.functions) {
        for (const effect of effects) {
          if (effect.e !== 'write' || this.#roots.pathOf(linked.term(file, effect.target)) === undefined) continue;
          for (const view of linked.views(linked.term(file, effect.value))) kept.add(identityOf(view));
        }
      }
    }
    return kept;
  }
}

/** The value in the source, whatever the calls that lead to it. */
function identityOf({ file, id }: Term): string {
  return `${file.file}\0${id}`;
}
