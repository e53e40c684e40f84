import type { Ask, Place, Prefill } from '../../facts/index.js';
import { argumentOf } from '../../link/linker.js';
import { resolveProperty, type TermCase } from '../../link/property.js';
import type { Env, FunctionRef, Term } from '../../link/term.js';
import { argumentAt } from '../argument-at.js';
import { CallRows } from '../call-rows.js';
import { rowsOf } from '../context.js';
import type { IdentifyContext } from '../context.js';
import { sameField } from '../fields/same-field.js';
import { toFormField } from '../fields/to-form-field.js';
import type { FormFieldRead, LibraryModel } from '../../models/library-model.js';
import { read } from '../readers/read.js';
import type { SessionRoots } from '../session-roots.js';
import { composedEffects } from './composed-effects.js';
import type { ComposedEffect } from './composed-effects.js';
import { fieldsTested } from './fields-tested.js';
import { literals } from './page-routes.js';
import { sessionSources } from './session-sources.js';
import { guardOf, sessionPathsIn } from './session-tests.js';

/** An ask on a page, with the field's name as the form posts it. */
export interface PageAsk {
  readonly ask: Ask;
  readonly names: readonly string[];
  /** Where the form is sent to, where it says so. */
  readonly action?: string;
  /** The session paths that the field shows, where it shows nothing else. */
  readonly shows?: readonly (readonly string[])[];
}

const NOT_ASKED = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'search']);
const FIELDS = new Set(['input', 'select', 'textarea']);
/** An element's attributes, with what stands in it and beside it. */
const ELEMENT: FormFieldRead = { name: ['name'], label: ['(label)'], shows: ['value', 'checked', '(content)', '(options)'] };

type AskRow = NonNullable<LibraryModel['asks']>[number];
type RenderRow = NonNullable<LibraryModel['renders']>[number];

/** What a page asks: the fields of the templates that its handlers render, read together with what they are given. */
export class TemplateAsks {
  readonly #context: IdentifyContext;
  readonly #roots: SessionRoots;
  readonly #renders: CallRows<RenderRow>;
  readonly #macros: CallRows<AskRow>;
  /** Some code may give every page more than its render call does. */
  readonly #shares: boolean;

  constructor(context: IdentifyContext, roots: SessionRoots) {
    this.#context = context;
    this.#roots = roots;
    this.#renders = new CallRows(rowsOf(context.models, (model) => model.renders));
    this.#macros = new CallRows(rowsOf(context.models, (model) => model.asks).filter(({ row }) => row.answer === 'form-post'));
    const shared = new Set(rowsOf(context.models, (model) => model.renders).map(({ row }) => row.shared));
    this.#shares = [...context.linked.files.values()].some((file) => file.dialect !== 'nunjucks' && file.values.some((value) => value.k === 'member' && typeof value.key === 'string' && shared.has(value.key)));
  }

  of(effects: readonly ComposedEffect[]): readonly PageAsk[] {
    return effects.flatMap((one) => this.#rendered(one));
  }

  #rendered(one: ComposedEffect): readonly PageAsk[] {
    const { linked, matcher } = this.#context;
    if (one.effect.e !== 'call') return [];
    const call = linked.term(one.ref.file, one.effect.call, one.env);
    for (const { row } of this.#renders.candidates(linked, call)) {
      if (!matcher.matches(call, row)) continue;
      const [view, ...others] = read({ linked, base: call }, row.template).flatMap((found) => (found.status === 'known' ? literals(this.#context, found.term) : []));
      const template = view === undefined || others.length > 0 ? undefined : linked.modules.template(view);
      const fn = template?.functions[1];
      if (!template || !fn) return [];
      const asks = this.#asksIn({ file: template, fn }, this.#enter(call, { file: template, fn }, row));
      // `if (!req.session.email) res.render('email.njk')`
      const missing = fieldsTested(linked, this.#roots, one, 'missing', this.#context.fieldAliases);
      return asks.map((asked) => (missing.some((field) => asked.ask.field && sameField(field, asked.ask.field)) ? { ...asked, ask: { ...asked.ask, guard: 'missing' } } : asked));
    }
    return [];
  }

  /** The template's one parameter stands for the render context. */
  #enter(call: Term, template: FunctionRef, row: RenderRow): Env | undefined {
    const { linked } = this.#context;
    return linked.bind(call, template, [argumentAt(linked, call, row.context)]);
  }

  #asksIn(template: FunctionRef, env: Env | undefined): readonly PageAsk[] {
    return composedEffects(this.#context.linked, template, env).flatMap((one) => this.#askAt(one) ?? []);
  }

  #askAt(one: ComposedEffect): PageAsk | undefined {
    const { linked, matcher } = this.#context;
    if (one.effect.e !== 'call') return undefined;
    const term = linked.term(one.ref.file, one.effect.call, one.env);
    if (term.value.k === 'jsx') return this.#element(one, term);
    for (const { row } of this.#macros.candidates(linked, term)) {
      const params = matcher.matches(term, row) ? argumentOf(linked, term, 0) : undefined;
      const { value } = params ?? term;
      const place = row.prefill === 'value' && value.k === 'object' ? { as: 'property' as const, at: { file: term.file.file, range: value.at } } : undefined;
      if (params) return this.#field(one, params, row.field ?? ELEMENT, place);
    }
    return undefined;
  }

  #element(one: ComposedEffect, element: Term): PageAsk | undefined {
    const { linked } = this.#context;
    if (element.value.k !== 'jsx') return undefined;
    const tag = linked.beside(element, element.value.tag).value;
    if (tag.k !== 'literal' || !FIELDS.has(String(tag.value))) return undefined;
    const attributes = linked.beside(element, element.value.attributes);
    const type = this.#text(attributes, ['type']);
    const method = this.#text(attributes, ['(form)', 'method']);
    if ((type !== undefined && NOT_ASKED.has(type)) || method?.toLowerCase() === 'get') return undefined;
    const start = element.value.at[0] + 1 + String(tag.value).length;
    const isText = tag.value === 'input' && type !== 'radio' && type !== 'checkbox';
    const action = this.#text(attributes, ['(form)', 'action']);
    const asked = this.#field(one, attributes, ELEMENT, isText ? { as: 'attribute', at: { file: element.file.file, range: [start, start] } } : undefined);
    return asked && action !== undefined ? { ...asked, action } : asked;
  }

  #field(one: ComposedEffect, properties: Term, described: FormFieldRead, place: { readonly as: Prefill['as']; readonly at: Place } | undefined): PageAsk | undefined {
    const name = this.#first(properties, described.name);
    const field = name === undefined ? undefined : toFormField(name, { autocomplete: this.#text(properties, ['autocomplete']), label: this.#first(properties, described.label) }, this.#context.fieldAliases);
    if (name === undefined || !field) return undefined;
    const guard = guardOf(this.#context.linked, this.#roots, one, field, () => false, this.#context.fieldAliases);
    const known = place ? this.#sessionOnPage(one) : [];
    const prefill = place && known.length > 0 ? { prefill: { ...place, known } } : {};
    const ask: Ask = { at: one.at, field, prefilled: this.#prefilled(properties, described), ...guard, where: one.where, ...prefill };
    const shows = ask.prefilled === 'no' ? undefined : this.#shown(properties, described);
    return { ask, names: name.split(/[.[\]]+/).filter(Boolean), ...(shows ? { shows } : {}) };
  }

  /** The first text that is the same for everybody. */
  #first(properties: Term, paths: readonly string[]): string | undefined {
    for (const path of paths) {
      const text = this.#text(properties, path.split('.'));
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** `render('reply.njk', { answers: req.session.form })`: the page can say `answers`. Inside a macro it cannot. */
  #sessionOnPage({ ref, env }: ComposedEffect): Prefill['known'] {
    const { linked } = this.#context;
    const given = ref.fn.name === '(template)' ? env?.args[0] : undefined;
    const objects = given ? linked.views(given).filter((view) => view.value.k === 'object') : [];
    return objects.flatMap((object) => (object.value.k !== 'object' ? [] : object.value.entries.flatMap((entry) => {
      const found = this.#roots.pathOf(linked.beside(object, entry.value));
      return found ? [{ path: [found.match.row.name, ...found.path], expression: entry.key }] : [];
    })));
  }

  #text(object: Term, path: readonly string[]): string | undefined {
    const [found] = resolveProperty(this.#context.linked, object, path);
    return found?.status === 'known' && found.term.value.k === 'literal' ? String(found.term.value.value) : undefined;
  }

  /** A field is filled in when its value can reach the session; whatever else it may show is not known. */
  #prefilled(properties: Term, { shows, choices }: FormFieldRead): Ask['prefilled'] {
    const { linked } = this.#context;
    const shown = shows.map((key) => resolveProperty(linked, properties, [key]));
    const items = choices === undefined ? [] : this.#choices(properties, choices);
    if (items === 'unknown') return 'unknown';
    const all = [...shown.flat(), ...items];
    const known = all.filter((found) => found.status === 'known').map((found) => found.term);
    if (known.some((term) => sessionPathsIn(linked, this.#roots, term).length > 0)) return 'yes';
    if (all.every((found) => found.status === 'absent' || (found.status === 'known' && isEmptyText(found.term)))) {
      return this.#isProvenEmpty(properties, shows) ? 'no' : 'unknown';
    }
    return 'unknown';
  }

  /** What a text field shows, where that is a part of the session whatever happens. */
  #shown({ file, value, env }: Term, { shows, choices = '(options)' }: FormFieldRead): readonly (readonly string[])[] | undefined {
    if (value.k !== 'object' || value.open || value.spreads.length > 0 || value.entries.some(({ key }) => key === choices || key === 'checked')) return undefined;
    const { linked } = this.#context;
    const shown = value.entries.filter(({ key }) => shows.includes(key)).map((entry) => sessionSources(linked, this.#roots, linked.term(file, entry.value, env)));
    return shown.every((paths) => paths !== undefined) ? shown.flat() : undefined;
  }

  /** Radios and checkboxes are filled in by their choices. */
  #choices(properties: Term, key: string): readonly TermCase[] | 'unknown' {
    const { linked } = this.#context;
    const cases = resolveProperty(linked, properties, [key]);
    if (cases.some((found) => found.status === 'unknown')) return 'unknown';
    const arrays = cases.flatMap((found) => (found.status === 'known' ? [found.term] : []));
    if (arrays.some((term) => term.value.k !== 'array')) return 'unknown';
    return arrays.flatMap((array) => (array.value.k === 'array' ? array.value.of.flatMap((id) => ['checked', 'selected', 'value'].flatMap((key) => {
      const item = resolveProperty(linked, linked.beside(array, id), [key]);
      // The `value` of a radio is what it stands for; that of a date part is what it shows.
      return key === 'value' ? item.filter((found) => found.status !== 'known' || found.term.value.k !== 'literal') : item;
    })) : []));
  }

  /**
   * `value: data.email` with nothing named `data` in the render context is empty, unless something shared (`res.locals`) fills it in.
   * No `value` at all is empty in any case.
   */
  #isProvenEmpty(properties: Term, shows: readonly string[]): boolean {
    const { value } = properties;
    const written = value.k === 'object' && value.entries.some((entry) => shows.includes(entry.key) && !isEmptyText(this.#context.linked.beside(properties, entry.value)));
    return !written || !this.#shares;
  }
}

function isEmptyText(term: Term): boolean {
  return term.value.k === 'literal' && (term.value.value === '' || term.value.value === null);
}

