import type { LibraryModel, Row } from '../../models/library-model.js';

/** Frameworks whose handlers are handed what session memory hangs on: a request, a response, a context. */
export interface Carriers {
  readonly packages: ReadonlySet<string>;
  /** The model types of what is handed over: `express.Request`. */
  readonly types: ReadonlySet<string>;
}

/**
 * Finds the packages that tell nothing by themselves. Every file of a Koa application imports Koa; the few that matter
 * say `ctx.session` or `ctx.cookies` too. A package stays telling where any row that is evidence starts from it, or
 * from something that it makes: `new Redis()`, the `session()` of a bot's framework.
 *
 * @param models those in use
 */
export function carriersOf(models: readonly LibraryModel[]): Carriers {
  const types = handedOver(models);
  const telling = new Set<string>();
  const tell = (type: string): void => {
    if (types.has(type) || telling.has(`type ${type}`)) return;
    telling.add(`type ${type}`);
    for (const made of models.flatMap((model) => model.types ?? [])) {
      if (made.name !== type) continue;
      if ('type' in made.from) tell(made.from.type);
      if ('package' in made.from) telling.add(made.from.package);
    }
    for (const declared of models.flatMap((model) => model.declaredTypes ?? [])) if (declared.type === type) telling.add(declared.package);
  };
  for (const { from } of models.flatMap(evidenceOf)) {
    if ('package' in from) telling.add(from.package);
    if ('type' in from) tell(from.type);
  }
  const packages = models
    .filter((model) => [...(model.types ?? []).map(({ name }) => name), ...(model.declaredTypes ?? []).map(({ type }) => type)].some((type) => types.has(type)))
    .flatMap((model) => [...model.packages, ...(model.declaredTypes ?? []).map((declared) => declared.package)]);
  return { packages: new Set(packages.filter((name) => !telling.has(name))), types };
}

/** The types of handlers' parameters. What is made another way too stays: nothing but a parameter is a request. */
function handedOver(models: readonly LibraryModel[]): ReadonlySet<string> {
  const rows = models.flatMap((model) => model.types ?? []);
  const names = new Set([
    ...rows.filter(({ path }) => path.includes('Parameter[')).map(({ name }) => name),
    ...models.flatMap((model) => model.shapes ?? []).map(({ type }) => type),
  ]);
  return new Set([...names].filter((name) => !rows.some((row) => row.name === name && 'package' in row.from && !row.path.includes('Parameter['))));
}

/** Rows of what is kept, asked or looked up. Where pages lie and where requests are sent on is no evidence of any of it. */
function evidenceOf(model: LibraryModel): readonly Row[] {
  return [
    model.configs, model.durations, model.writes, model.persists, model.roots, model.reads, model.clears, model.saves, model.asks,
    model.steps, model.moves, model.scenes,
  ].flatMap((rows): readonly Row[] => rows ?? []);
}
