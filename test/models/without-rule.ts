import type { LibraryModel, LifetimeRule } from '../../src/models/library-model.js';

type LifetimeKind = 'configs' | 'stores' | 'writes';

/** One line of a model's lifetime decision lists. */
export interface RulePlace {
  readonly kind: LifetimeKind;
  readonly row: number;
  readonly rule: number;
}

/** All lines of all decision lists of a model, with what they are called in test titles. */
export function lifetimeRules(model: LibraryModel): readonly (readonly [title: string, place: RulePlace])[] {
  return (['configs', 'stores', 'writes'] as const).flatMap((kind) =>
    (model[kind] ?? []).flatMap((row, index) =>
      (row.lifetime ?? []).map((rule, at) => [`${kind}[${index}] ${row.path}: ${describe(rule)}`, { kind, row: index, rule: at }] as const),
    ),
  );
}

/** The models with one line less. */
export function withoutRule(models: readonly LibraryModel[], id: string, place: RulePlace): readonly LibraryModel[] {
  return models.map((model) => (model.id === id ? { ...model, [place.kind]: without(model[place.kind] ?? [], place) } : model));
}

function without(rows: readonly { readonly lifetime?: readonly LifetimeRule[] }[], { row, rule }: RulePlace): readonly object[] {
  return rows.map((one, index) => (index === row ? { ...one, lifetime: (one.lifetime ?? []).filter((_, at) => at !== rule) } : one));
}

function describe({ when, then, clock }: LifetimeRule): string {
  const conditions = (when ?? []).map(({ read, is }) => `${typeof read === 'string' ? read : JSON.stringify(read)} is ${is}`);
  return `${clock}, ${conditions.join(' and ') || 'otherwise'} → ${JSON.stringify(then)}`;
}
