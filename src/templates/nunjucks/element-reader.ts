import type { Entry, Range, ValueId } from '../../facts/index.js';
import type { MarkupEvent } from '../read-markup.js';
import { AttributeReader, type Attributes } from './attribute-reader.js';
import type { MarkupText } from './markup-text.js';
import type { TemplateRecorder } from './template-recorder.js';

type OpenEvent = Extract<MarkupEvent, { event: 'open' }>;

interface Field {
  readonly name: string;
  readonly at: Range;
  readonly attributes: Attributes;
  readonly form?: Entry;
  readonly label?: Label;
  content?: Entry;
  readonly options: ValueId[];
  /** Options come from somewhere else, too: `<select>{{ options }}</select>`. */
  openOptions: boolean;
}

interface Label {
  readonly start: number;
  readonly of?: ValueId;
  readonly texts: Range[];
  end: number;
  /** A label labels the first field in it. */
  taken: boolean;
  /** Made once: an id may be used by many fields. */
  entry?: Entry | undefined;
}

const FIELDS = new Set(['input', 'select', 'textarea']);

/** What a page asks for: an effect for each `<input>`, `<select>`, `<textarea>` and `<form>`. */
export class ElementReader {
  readonly #fields: Field[] = [];
  readonly #labels = new Map<ValueId, Label>();
  #form: Entry | undefined;
  #label: Label | undefined;
  #select: Field | undefined;
  #textarea: Field | undefined;
  #inOption = false;

  constructor(
    readonly recorder: TemplateRecorder,
    readonly markup: MarkupText,
  ) {}

  read(events: readonly MarkupEvent[]): void {
    for (const event of events) {
      if (event.event === 'open') this.#open(event);
      else if (event.event === 'close') this.#close(event.name, event.at);
      else if (event.event === 'text') this.#text(event.at);
    }
    for (const field of this.#fields) this.#record(field, this.#entriesOf(field));
  }

  #open(event: OpenEvent): void {
    if (event.name === 'option') this.#option(event);
    else if (event.name === 'label') this.#openLabel(event);
    else if (event.name === 'form') this.#openForm(event);
    else if (FIELDS.has(event.name)) this.#openField(event);
  }

  #attributesOf({ attributes }: OpenEvent): Attributes {
    return new AttributeReader(this.recorder, this.markup).read(attributes);
  }

  #openForm(event: OpenEvent): void {
    const attributes = this.#attributesOf(event);
    this.#form = undefined;
    const field = this.#newField(event, attributes);
    this.#form = { key: '(form)', value: this.#object(attributes, [], event.at), at: event.at };
    this.#fields.push(field);
  }

  #openField(event: OpenEvent): void {
    const field = this.#newField(event, this.#attributesOf(event));
    this.#fields.push(field);
    if (event.name === 'select') this.#select = field;
    if (event.name === 'textarea') this.#textarea = field;
  }

  #newField({ name, at }: OpenEvent, attributes: Attributes): Field {
    const form = this.#form ? { form: this.#form } : {};
    const label = name === 'form' || this.#isHidden(attributes) ? undefined : this.#takeLabel();
    return { name, at, attributes, ...form, ...(label ? { label } : {}), options: [], openOptions: false };
  }

  #takeLabel(): Label | undefined {
    const label = this.#label;
    if (!label || label.taken || label.of !== undefined) return undefined;
    label.taken = true;
    return label;
  }

  #isHidden({ entries }: Attributes): boolean {
    const type = entries.get('type')?.value;
    return type !== undefined && type === this.recorder.table.literal('hidden');
  }

  #openLabel(event: OpenEvent): void {
    const of = this.#attributesOf(event).entries.get('for')?.value;
    this.#label = { start: event.at[0], texts: [], end: event.at[1], taken: false, ...(of === undefined ? {} : { of }) };
    if (of !== undefined && !this.#labels.has(of)) this.#labels.set(of, this.#label);
  }

  #option(event: OpenEvent): void {
    this.#inOption = true;
    if (!this.#select) return;
    const { entries, spreads } = this.#attributesOf(event);
    const selected = entries.get('selected');
    if (selected) this.#select.options.push(selected.value);
    for (const spread of spreads) this.#select.options.push(spread.of);
  }

  #text(at: Range): void {
    if (this.#select && !this.#inOption && this.markup.segments(at).some(({ tag }) => tag?.kind === 'output')) this.#select.openOptions = true;
    // What stands in a field is its content, not its label.
    if (this.#label && !this.#select && !this.#textarea) this.#label.texts.push(at);
  }

  #close(name: string, at: Range): void {
    switch (name) {
      case 'form':
        this.#form = undefined;
        return;
      case 'label':
        if (this.#label) this.#label.end = at[1];
        this.#label = undefined;
        return;
      case 'option':
        this.#inOption = false;
        return;
      case 'select':
        this.#select = undefined;
        this.#inOption = false;
        return;
      case 'textarea':
        if (this.#textarea) this.#textarea.content = this.#content(this.#textarea, at);
        this.#textarea = undefined;
    }
  }

  #content({ at: [, start] }: Field, close: Range): Entry {
    const at: Range = [start, close[0]];
    return { key: '(content)', value: this.markup.value([at]), at };
  }

  #entriesOf(field: Field): Entry[] {
    const { content, form, at } = field;
    const label = field.name === 'form' ? undefined : this.#labelEntry(field);
    const options = field.name === 'select' ? this.#options(field) : undefined;
    const of = options === undefined ? undefined : { key: '(options)', value: options, at };
    return [content, of, form, label].filter((entry) => entry !== undefined);
  }

  #options({ at, options, openOptions }: Field): ValueId {
    return this.recorder.table.add({ k: 'array', at, of: options, open: openOptions });
  }

  #labelEntry({ attributes, label: around }: Field): Entry | undefined {
    const id = attributes.entries.get('id')?.value;
    const label = (id === undefined ? undefined : this.#labels.get(id)) ?? around;
    if (!label) return undefined;
    if (!('entry' in label)) {
      const value = this.markup.visible(label.texts);
      label.entry = value === undefined ? undefined : { key: '(label)', value, at: [label.start, label.end] };
    }
    return label.entry;
  }

  #record({ name, attributes, at }: Field, extra: readonly Entry[]): void {
    const { table } = this.recorder;
    const element = table.add({ k: 'jsx', tag: table.literal(name), attributes: this.#object(attributes, extra, at), children: [], at });
    const { fn, arms } = this.recorder.positionAt(at[0]);
    this.recorder.effect({ e: 'call', call: element }, at, { fn, arms, statement: at });
  }

  #object({ entries, spreads, open }: Attributes, extra: readonly Entry[], at: Range): ValueId {
    return this.recorder.table.add({ k: 'object', at, entries: [...entries.values(), ...extra], spreads, open });
  }
}
