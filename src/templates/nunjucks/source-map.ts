import type { Range } from '../../facts/index.js';
import { lastAtOrBefore } from './last-at-or-before.js';
import type { TemplateNode } from './nodes.js';
import type { ParsedTemplate, Tag, Token } from './parse-nunjucks.js';

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['left-paren', 'right-paren'],
  ['left-bracket', 'right-bracket'],
  ['left-curly', 'right-curly'],
]);

/** Where nodes start and end: the parser only keeps one token of each. */
export class SourceMap {
  readonly #tokens: readonly Token[];
  readonly #tags: readonly Tag[];
  readonly #indexes = new Map<number, number>();
  /** Start of an opening bracket → end of its closing one. */
  readonly #closers = new Map<number, number>();
  /** Start of a block tag → end of the tag that ends the block. */
  readonly #blockEnds = new Map<number, number>();

  constructor({ tokens, tags }: ParsedTemplate) {
    this.#tokens = tokens;
    this.#tags = tags;
    this.#pairBrackets();
    this.#pairBlocks();
  }

  rangeOf(node: TemplateNode): Range {
    return [this.startOf(node), this.endOf(node)];
  }

  startOf(node: TemplateNode): number {
    let start = node.colno;
    for (let left = leftmostChild(node); left; left = leftmostChild(left)) start = Math.min(start, left.colno);
    return start;
  }

  endOf(node: TemplateNode): number {
    switch (node.typename) {
      case 'Group':
      case 'Array':
      case 'Dict':
      case 'FunCall':
        return this.#closers.get(node.colno) ?? node.colno;
      case 'LookupVal':
        return this.#closers.get(node.colno) ?? this.#tokenAfter(node.colno)?.end ?? node.colno;
      case 'Filter':
        return this.#endOfFilter(node.colno);
      case 'Pair':
        return this.endOf(node.value);
      case 'Not':
      case 'Neg':
      case 'Pos':
        return this.endOf(node.target);
      case 'InlineIf':
        return this.endOf(node.else_ ?? node.cond);
      case 'Compare':
        return this.endOf(node.ops.at(-1)?.expr ?? node.expr);
      default:
        return 'right' in node ? this.endOf(node.right) : (this.#tokenAt(node.colno)?.end ?? node.colno);
    }
  }

  /** The `{% … %}` or `{{ … }}` that holds the offset. */
  tagAt(offset: number): Tag {
    const tag = this.#tags[lastAtOrBefore(this.#tags, offset, startOfTag)];
    if (!tag) throw new Error(`No tag at ${offset}`);
    return tag;
  }

  /** Tags that lie in the range or reach into it, in order. */
  tagsWithin(start: number, end: number): readonly Tag[] {
    const found: Tag[] = [];
    for (let index = Math.max(lastAtOrBefore(this.#tags, start, startOfTag), 0); index < this.#tags.length; index++) {
      const tag = this.#tags[index]!;
      if (tag.range[0] >= end) break;
      if (tag.range[1] > start) found.push(tag);
    }
    return found;
  }

  /** From the block tag that holds the offset to the end of its `end…` tag. */
  blockAt(offset: number): Range {
    const [start, end] = this.tagAt(offset).range;
    return [start, this.#blockEnds.get(start) ?? end];
  }

  #tokenAt(offset: number): Token | undefined {
    const index = this.#indexes.get(offset);
    return index === undefined ? undefined : this.#tokens[index];
  }

  #tokenAfter(offset: number): Token | undefined {
    const index = this.#indexes.get(offset);
    return index === undefined ? undefined : this.#tokens[index + 1];
  }

  /** `| a.b(…)`: a name with dots, then perhaps arguments. */
  #endOfFilter(name: number): number {
    let index = this.#indexes.get(name) ?? 0;
    while (this.#tokens[index + 1]?.value === '.') index += 2;
    const next = this.#tokens[index + 1];
    return (next?.type === 'left-paren' ? this.#closers.get(next.start) : undefined) ?? this.#tokens[index]?.end ?? name;
  }

  #pairBrackets(): void {
    const open: Token[] = [];
    this.#tokens.forEach((token, index) => {
      this.#indexes.set(token.start, index);
      if (CLOSERS.has(token.type)) {
        open.push(token);
        return;
      }
      const last = open.at(-1);
      if (last && CLOSERS.get(last.type) === token.type) {
        open.pop();
        this.#closers.set(last.start, token.end);
      }
    });
  }

  #pairBlocks(): void {
    const open = new Map<string, number[]>();
    for (const { kind, keyword, range } of this.#tags) {
      if (kind !== 'block' || !keyword) continue;
      if (keyword.startsWith('end')) {
        const start = open.get(keyword.slice(3))?.pop();
        if (start !== undefined) this.#blockEnds.set(start, range[1]);
      } else {
        const starts = open.get(keyword);
        if (starts) starts.push(range[0]);
        else open.set(keyword, [range[0]]);
      }
    }
  }
}

function leftmostChild(node: TemplateNode): TemplateNode | undefined {
  switch (node.typename) {
    case 'LookupVal':
    case 'Not':
      return node.target;
    case 'FunCall':
      return node.name;
    case 'Filter': {
      // `{% filter upper %}…` has its body there, which is no expression.
      const [of] = node.args.children;
      return of?.typename === 'Capture' ? undefined : of;
    }
    case 'InlineIf':
      return node.body;
    case 'Compare':
      return node.expr;
    default:
      return 'left' in node ? node.left : undefined;
  }
}

function startOfTag({ range }: Tag): number {
  return range[0];
}
