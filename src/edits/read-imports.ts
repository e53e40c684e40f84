import type { ItemList } from './item-list.js';
import { matchBrackets } from './match-brackets.js';
import { splitItems, type TokenItem } from './split-items.js';
import type { Token } from './token.js';
import { tokenize } from './tokenize.js';

/** What a name of this file stands for: an export of the module, `'default'` or `'*'`. */
export interface Binding {
  readonly imported: string;
  readonly local: string;
  readonly typeOnly: boolean;
}

/** `import …` or `const … = require(…)` outside of all brackets. */
export interface ImportStatement {
  readonly from: string;
  readonly typeOnly: boolean;
  /** Behind the statement, its `;` included. */
  readonly end: number;
  /** A whole `require` is both `'default'` and `'*'`. */
  readonly bindings: readonly Binding[];
  /** What stands in `{ … }`, where another name can go. */
  readonly named?: ItemList;
}

/** Reads the imports and requires of `text` between `from` and `end`; `undefined` when the text cannot be read. */
export function readImports(text: string, from: number, end: number): readonly ImportStatement[] | undefined {
  const all = tokenize(text, from, end);
  const code = all?.filter((token) => token.kind !== 'comment');
  const partners = code && matchBrackets(code);
  if (!all || !partners) return undefined;
  const reader = new Reader(all, code, partners);
  const found: (ImportStatement | undefined)[] = [];
  for (let index = 0; index < code.length; index++) {
    const { kind, text: word } = code[index]!;
    if (kind === 'word' && word === 'import') found.push(reader.readImport(index));
    else if (kind === 'word' && /^(?:const|let|var)$/.test(word)) found.push(reader.readRequire(index));
    index = partners.get(index) ?? index;
  }
  return found.filter((statement) => statement !== undefined);
}

class Reader {
  constructor(
    private readonly all: readonly Token[],
    private readonly code: readonly Token[],
    private readonly partners: ReadonlyMap<number, number>,
  ) {}

  readImport(at: number): ImportStatement | undefined {
    const typeOnly = this.#text(at + 1) === 'type' && !/^(?:from|,)$/.test(this.#text(at + 2));
    const bindings: Binding[] = [];
    let named: ItemList<TokenItem> | undefined;
    let index = typeOnly ? at + 2 : at + 1;
    for (; this.#text(index) !== 'from' || this.code[index + 1]?.kind !== 'string'; index++) {
      const token = this.code[index];
      if (token?.text === '{') {
        named = this.#items(index);
        bindings.push(...(named?.items ?? []).map((item) => bindingOf(item, 'as')));
        index = this.partners.get(index)!;
      } else if (token?.text === '*') {
        bindings.push({ imported: '*', local: this.#text(index + 2), typeOnly });
        index += 2;
      } else if (token?.kind === 'word') bindings.push({ imported: 'default', local: token.text, typeOnly });
      // `import 'x'`, `import('x')`, `import.meta`, `import x = require('x')`.
      else if (token?.text !== ',') return undefined;
    }
    const specifier = this.code[index + 1]!;
    return { from: specifier.text.slice(1, -1), typeOnly, end: this.#end(index + 1), bindings, ...(named && { named }) };
  }

  readRequire(at: number): ImportStatement | undefined {
    const isPattern = this.#text(at + 1) === '{';
    const equals = isPattern ? this.partners.get(at + 1)! + 1 : at + 2;
    const specifier = this.code[equals + 3];
    const shape = [0, 1, 2, 4].map((step) => this.#text(equals + step)).join('');
    if (shape !== '=require()' || specifier?.kind !== 'string') return undefined;
    const base = { from: specifier.text.slice(1, -1), typeOnly: false, end: this.#end(equals + 4) };
    const after = this.#text(equals + 5);
    const whole = after !== '.' && after !== '(';
    if (isPattern) {
      const named = whole ? this.#items(at + 1) : undefined;
      return { ...base, bindings: (named?.items ?? []).map((item) => bindingOf(item, ':')), ...(named && { named }) };
    }
    const imported = whole ? ['default', '*'] : after === '.' ? [this.#text(equals + 6)] : [];
    return { ...base, bindings: imported.map((name) => ({ imported: name, local: this.#text(at + 1), typeOnly: false })) };
  }

  #text(index: number): string {
    return this.code[index]?.text ?? '';
  }

  /** The list in the brackets that open at `code[open]`, comments and all. */
  #items(open: number): ItemList<TokenItem> | undefined {
    const from = this.all.indexOf(this.code[open]!);
    const to = this.all.indexOf(this.code[this.partners.get(open)!]!);
    const tokens = this.all.slice(from, to + 1);
    const partners = matchBrackets(tokens);
    return partners && splitItems(tokens, partners, [0, tokens.length - 1], 'properties');
  }

  /** Past `.default`, `(session)`, `with { type: 'json' }` and `;`. */
  #end(last: number): number {
    let index = last;
    for (;;) {
      const next = this.#text(index + 1);
      if (next === '.' || next === 'with') index += 1;
      else if (next === '(' || (next === '{' && this.#text(index) === 'with')) index = this.partners.get(index + 1)!;
      else if (this.#text(index) === '.') index += 1;
      else return this.code[next === ';' ? index + 1 : index]!.end;
    }
  }
}

/** `a`, `a as b`, `type a as b`, `a: b`. */
function bindingOf(item: TokenItem, renames: 'as' | ':'): Binding {
  const tokens = item.tokens.filter((token) => token.kind !== 'comment').map((token) => token.text);
  const typeOnly = tokens.length % 2 === 0 && tokens[0] === 'type';
  const [imported = '', mark, local = ''] = typeOnly ? tokens.slice(1) : tokens;
  return { imported, local: mark === renames ? local : imported, typeOnly };
}
