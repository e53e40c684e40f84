import type { Range, ValueId } from '../../facts/index.js';
import { decodeEntities } from '../decode-entities.js';
import type { Tag } from './parse-nunjucks.js';
import type { TemplateRecorder } from './template-recorder.js';

/** A piece of markup: text of the page, or a template tag. */
export type Segment = { readonly text: string; readonly tag?: undefined } | { readonly tag: Tag };

type Part = string | ValueId;

/** Markup with template tags in it → values. */
export class MarkupText {
  constructor(
    readonly recorder: TemplateRecorder,
    readonly source: string,
  ) {}

  segments([start, end]: Range): Segment[] {
    const found: Segment[] = [];
    let at = start;
    for (const tag of this.recorder.map.tagsWithin(start, end)) {
      if (tag.range[0] > at) found.push({ text: this.source.slice(at, tag.range[0]) });
      found.push({ tag });
      at = tag.range[1];
    }
    if (at < end) found.push({ text: this.source.slice(at, end) });
    return found;
  }

  /** `{{ a }}` is a's value, plain text a literal, both together a template; `{% if %}` makes one of several. */
  value(ranges: readonly Range[]): ValueId {
    return this.#joined(new Reader(ranges.flatMap((range) => this.segments(range))));
  }

  /** The same with white space as a person sees it; nothing when there is nothing to see. */
  visible(ranges: readonly Range[]): ValueId | undefined {
    const parts = this.#parts(new Reader(ranges.flatMap((range) => this.segments(range))));
    const shown = parts.map((part) => (typeof part === 'string' ? part.replace(/\s+/g, ' ') : part));
    if (typeof shown[0] === 'string') shown[0] = shown[0].trimStart();
    const last = shown.at(-1);
    if (typeof last === 'string') shown[shown.length - 1] = last.trimEnd();
    const some = shown.filter((part) => part !== '');
    return some.length === 0 ? undefined : this.#combined(some);
  }

  #joined(reader: Reader): ValueId {
    return this.#combined(this.#parts(reader));
  }

  #combined(parts: readonly Part[]): ValueId {
    const { table } = this.recorder;
    const quasis = [''];
    const of: ValueId[] = [];
    for (const part of parts) {
      if (typeof part === 'string') quasis[quasis.length - 1] += part;
      else {
        of.push(part);
        quasis.push('');
      }
    }
    const [only] = of;
    if (only === undefined) return table.literal(quasis[0] ?? '');
    return of.length === 1 && quasis.every((quasi) => quasi === '') ? only : table.add({ k: 'template', quasis, of });
  }

  /** Up to the end, or to the tag that ends the branch. */
  #parts(reader: Reader): Part[] {
    const parts: Part[] = [];
    for (let segment = reader.peek(); segment && !endsBranch(segment); segment = reader.peek()) {
      reader.take();
      if (!segment.tag) parts.push(decodeEntities(segment.text));
      else if (segment.tag.kind === 'output') parts.push(this.recorder.outputs.get(segment.tag.range[0])?.value ?? this.recorder.table.dynamic());
      else if (segment.tag.keyword === 'if') parts.push(this.#branches(reader));
    }
    // A stray end, whose start stands outside of the text.
    if (reader.peek() && reader.depth === 0) {
      reader.take();
      return [...parts, ...this.#parts(reader)];
    }
    return parts;
  }

  #branches(reader: Reader): ValueId {
    const cases: ValueId[] = [];
    reader.depth++;
    let hasElse = false;
    for (;;) {
      cases.push(this.#joined(reader));
      const keyword = reader.take()?.tag?.keyword;
      hasElse ||= keyword === 'else';
      if (keyword === undefined || keyword === 'endif') break;
    }
    reader.depth--;
    if (!hasElse) cases.push(this.recorder.table.literal(''));
    return this.recorder.table.any('?:', cases);
  }
}

class Reader {
  depth = 0;
  #index = 0;

  constructor(readonly segments: readonly Segment[]) {}

  peek(): Segment | undefined {
    return this.segments[this.#index];
  }

  take(): Segment | undefined {
    return this.segments[this.#index++];
  }
}

const BRANCH_ENDS = new Set(['elif', 'elseif', 'else', 'endif']);

function endsBranch({ tag }: Segment): boolean {
  return tag?.keyword !== undefined && BRANCH_ENDS.has(tag.keyword);
}
