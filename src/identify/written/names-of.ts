import type { FileSummary, Spelling } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';
import { commentsAt } from './comments-at.js';
import type { GivenPlace } from './where-given.js';

/** The constants, properties and parameters that are the whole value, and what is said beside their declarations. */
export interface Names {
  readonly names: readonly string[];
  readonly comments: readonly string[];
}

const MAX_STEPS = 6;

/** `maxAge: times.ONE_HOUR` has the name `ONE_HOUR`, wherever that is declared. */
export function namesOf(linked: Linked, { term, spelling }: GivenPlace): Names {
  const names = new Set<string>(spelling?.names);
  const comments = new Set<string>(spelling?.declared.flatMap((range) => commentsAt(term.file, range)));
  for (let at: Term | undefined = term, step = 0; at && step < MAX_STEPS; step++) {
    const name = nameOf(linked, at);
    if (name !== undefined) names.add(name);
    const next: readonly Term[] = at.value.k === 'op' || at.value.k === 'call' || at.value.k === 'any' ? [] : linked.step(at);
    const [only, ...others] = next;
    if (at.value.k === 'import' && only && others.length === 0) {
      const declared = constantOf(only.file, at.value.name);
      for (const inner of declared?.names ?? []) names.add(inner);
      for (const range of declared ? [declared.of, declared.at, ...declared.declared] : []) for (const text of commentsAt(only.file, range)) comments.add(text);
    }
    at = others.length === 0 ? only : undefined;
  }
  return { names: [...names], comments: [...comments] };
}

function nameOf(linked: Linked, { value, file }: Term): string | undefined {
  if (value.k === 'import') return value.name === 'default' || value.name === '*' ? undefined : value.name;
  if (value.k === 'member') return typeof value.key === 'string' ? value.key : undefined;
  return value.k === 'param' ? linked.functionOf(file, value.fn)?.params[value.index]?.name : undefined;
}

function constantOf(file: FileSummary, name: string): Spelling | undefined {
  return file.spellings?.find(({ constant }) => constant === name);
}
