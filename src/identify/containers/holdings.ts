import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import { receiverOf } from '../receiver-of.js';
import type { Candidate } from './candidates.js';

/** What a value is to a container: the container itself, or what one of its entries holds. */
export interface Holding {
  readonly candidate: Candidate;
  readonly entry: boolean;
}

/** Finds the container behind a value, in whatever function or file it is used. */
export class Holdings {
  readonly #linked: Linked;
  readonly #made = new Map<string, Candidate>();

  constructor(linked: Linked, candidates: readonly Candidate[]) {
    this.#linked = linked;
    for (const candidate of candidates) for (const id of candidate.made) this.#made.set(`${candidate.file.file}\0${id}`, candidate);
  }

  /** `sessions`, wherever it came from; with `entry`, `sessions.get(id)` and `sessions[id]`. */
  find(term: Term): Holding | undefined {
    for (const view of this.#linked.views(term)) {
      const candidate = this.#made.get(`${view.file.file}\0${view.id}`);
      if (candidate) return { candidate, entry: false };
      const owner = this.#ownerOf(view);
      if (owner) return { candidate: owner, entry: true };
    }
    return undefined;
  }

  /** The container that a value is a whole of. */
  whole(term: Term): Candidate | undefined {
    const found = this.find(term);
    return found && !found.entry ? found.candidate : undefined;
  }

  #ownerOf(view: Term): Candidate | undefined {
    const { value } = view;
    if (value.k === 'member') return typeof value.key === 'string' ? undefined : this.#itself(this.#linked.beside(view, value.of));
    if (value.k !== 'call') return undefined;
    const callee = this.#linked.beside(view, value.callee).value;
    if (callee.k !== 'member' || callee.key !== 'get') return undefined;
    const receiver = receiverOf(this.#linked, view);
    return receiver && this.#itself(receiver);
  }

  #itself(term: Term): Candidate | undefined {
    for (const view of this.#linked.views(term)) {
      const candidate = this.#made.get(`${view.file.file}\0${view.id}`);
      if (candidate) return candidate;
    }
    return undefined;
  }
}
