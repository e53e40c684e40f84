import type { Entry, ObjectValue, Range, ValueId } from '../../facts/index.js';
import type { MarkupAttribute } from '../read-markup.js';
import type { MarkupText } from './markup-text.js';
import type { Tag } from './parse-nunjucks.js';
import type { TemplateRecorder } from './template-recorder.js';

/** Attributes of one start tag, under construction. */
export interface Attributes {
  readonly entries: Map<string, Entry>;
  readonly spreads: ObjectValue['spreads'][number][];
  open: boolean;
}

/** Attributes in a start tag → entries, with the template tags that stand between them. */
export class AttributeReader {
  readonly #attributes: Attributes = { entries: new Map(), spreads: [], open: false };
  /** Tests of the `{% if %}` that are open at this point of the start tag. */
  readonly #tests: ValueId[] = [];

  constructor(
    readonly recorder: TemplateRecorder,
    readonly markup: MarkupText,
  ) {}

  read(attributes: readonly MarkupAttribute[]): Attributes {
    for (const attribute of attributes) this.#attribute(attribute);
    return this.#attributes;
  }

  /** Where tags touch, several names and tags are one name to an HTML parser: `{% if x %}checked{% endif %}`. */
  #attribute({ name, value, quoted, at }: MarkupAttribute): void {
    const segments = this.markup.segments(name);
    const isDynamic = value !== undefined && segments.at(-1)?.tag !== undefined;
    // `data-{{ x }}="…"`: some attribute of an unknown name.
    if (isDynamic) {
      this.#attributes.open = true;
      return;
    }
    let start = name[0];
    segments.forEach((segment, index) => {
      const isLast = index === segments.length - 1;
      if (segment.tag) {
        this.#tag(segment.tag);
        start = segment.tag.range[1];
      } else {
        const end = start + segment.text.length;
        const written = isLast && value ? this.#value(value, quoted) : this.recorder.table.literal(true);
        this.#add(segment.text.toLowerCase(), written, [start, isLast ? at[1] : end]);
        start = end;
      }
    });
    if (value && !quoted) for (const { tag } of this.markup.segments(value)) if (tag?.kind === 'block') this.#block(tag);
  }

  #value(range: Range, quoted: boolean): ValueId {
    const [start, end] = range;
    // `value={{ x }}/>`: the slash belongs to the tag.
    const isSelfClosing = !quoted && this.markup.source[end - 1] === '/' && this.markup.source[end] === '>';
    return this.markup.value([isSelfClosing ? [start, end - 1] : range]);
  }

  #tag(tag: Tag): void {
    if (tag.kind === 'block') this.#block(tag);
    if (tag.kind !== 'output') return;
    const output = this.recorder.outputs.get(tag.range[0]);
    if (!output) return;
    const name = output.conditionalText && /^\s*([\w-]+)/.exec(output.conditionalText.text)?.[1];
    if (name !== undefined && output.conditionalText) {
      this.#add(name.toLowerCase(), this.#under(output.conditionalText.test, this.recorder.table.literal(true)), tag.range);
    } else {
      this.#attributes.spreads.push({ of: output.value, before: this.#attributes.entries.size });
      this.#attributes.open = true;
    }
  }

  #block({ keyword, range }: Tag): void {
    const test = this.recorder.tests.get(range[0]) ?? this.recorder.table.dynamic();
    switch (keyword) {
      case 'if':
      case 'ifAsync':
      case 'for':
        this.#tests.push(test);
        return;
      case 'elif':
      case 'elseif':
        this.#tests.splice(-1, 1, test);
        return;
      case 'else':
        this.#tests.push(this.recorder.table.not(this.#tests.pop() ?? test));
        return;
      case 'endif':
      case 'endfor':
        this.#tests.pop();
    }
  }

  #add(key: string, value: ValueId, at: Range): void {
    const { entries } = this.#attributes;
    const conditional = this.#tests.reduceRight((of, test) => this.#under(test, of), value);
    const before = entries.get(key);
    // `{% if a %}value="x"{% else %}value="y"{% endif %}`
    entries.set(key, { key, value: before ? this.recorder.table.any('writes', [before.value, conditional]) : conditional, at: before?.at ?? at });
  }

  #under(test: ValueId, value: ValueId): ValueId {
    return this.recorder.table.any('&&', [test, value]);
  }
}
