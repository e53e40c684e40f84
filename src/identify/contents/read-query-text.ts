import type { Linked } from '../../link/link.js';
import type { Term } from '../../link/term.js';

const MAX_PARTS = 20;

/** What the text of an SQL query asks for, as far as it is seen. `columns`: what it names, or what cannot be seen. */
interface QueryText {
  readonly gives: 'rows' | 'columns';
  readonly bounded: boolean;
}

/** `` `select * from users where id = ${id}` `` gives whole rows; `select id, name …` those columns. */
export function readQueryText(linked: Linked, text: Term): QueryText {
  const written = writtenText(linked, text, 0);
  const [, named] = /\bselect\s+(?:all\s+|distinct\s+)?(\S+)/i.exec(written) ?? [];
  // The first `select` of `with recent as (select * …) select id …` does not say what comes out.
  const isWhole = /^\s*with\b/i.test(written) ? false : named === undefined ? /\breturning\s+\*/i.test(written) : /^(?:\w+\.)?\*/.test(named);
  return { gives: isWhole ? 'rows' : 'columns', bounded: /\blimit\s+\S/i.test(written) };
}

function writtenText(linked: Linked, text: Term, depth: number): string {
  if (depth > MAX_PARTS) return '';
  for (const view of linked.views(text)) {
    const { value } = view;
    if (value.k === 'literal' && typeof value.value === 'string') return value.value;
    if (value.k === 'template') return value.quasis.join('?');
    if (value.k === 'op' && value.op === '+') return value.of.map((id) => writtenText(linked, linked.beside(view, id), depth + 1) || '?').join('');
  }
  return '';
}
