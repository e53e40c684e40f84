import type { Facts, FileSummary } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import type { LibraryModel } from '../models/library-model.js';
import { findCallClears } from './call-clears.js';
import { findCallReads } from './call-reads.js';
import { findAppends } from './appends.js';
import { findContainers } from './containers/find-containers.js';
import { Contents } from './contents/contents.js';
import type { IdentifyContext } from './context.js';
import { NO_ALIASES, type FieldAliases } from './fields/field-aliases.js';
import { findFlows } from './flows/find-flows.js';
import { postedMatcher } from './flows/posted-matcher.js';
import { findEnds } from './ends/find-ends.js';
import { findCookieTexts } from './cookie-text/find-cookie-texts.js';
import { findEscapes } from './escapes.js';
import { findGivenDurations } from './given-durations.js';
import { findRepeatedLookUps } from './look-ups/find-repeated-look-ups.js';
import { Matcher } from './matcher.js';
import { findPersistedWrites } from './persisted-writes.js';
import { findSessionConfigs } from './session-configs.js';
import { findSessionPaths } from './session-paths.js';
import { findRedirects } from './redirects.js';
import { RowVersions } from './row-versions.js';
import type { CompareVersions } from './row-versions.js';
import { findSaves } from './saves.js';
import { SessionOrigins } from './session-origins.js';
import { SessionRoots } from './session-roots.js';
import { findStorageWrites } from './storage-writes.js';

/** What a host knows about the world around the files. */
export interface IdentifyOptions {
  readonly scope: Facts['scope'];
  readonly models: readonly LibraryModel[];
  /** Is the file test code, by its path? */
  readonly isTest: (file: string) => boolean;
  /** Dependencies of the nearest package.json; `undefined` where no manifest may be read. */
  readonly dependenciesOf: (file: string) => ReadonlyMap<string, string> | undefined;
  /** Compares declared versions with those that rows name; absent where no manifest may be read. */
  readonly compareVersions?: CompareVersions;
  /** Names that the project has for fields that people are asked for. */
  readonly fieldAliases?: FieldAliases;
}

/** Matches the models' rows on linked files and gives typed facts. */
export function identify(linked: Linked, options: IdentifyOptions): Facts {
  const { scope, models, isTest, dependenciesOf, compareVersions, fieldAliases = NO_ALIASES } = options;
  const matcher = new Matcher(linked, models, webFrameworkTest(linked, models, dependenciesOf));
  const posted = postedMatcher({ linked, models, matcher });
  const context: IdentifyContext = { linked, models, matcher, versions: new RowVersions(dependenciesOf, compareVersions), scope, fieldAliases, isPosted: (term) => posted(term)?.length === 0 };
  const roots = new SessionRoots(linked, matcher, models);
  const origins = new SessionOrigins(context, roots);
  const contents = new Contents(context);
  const paths = findSessionPaths(context, roots, origins, contents);
  let ends: Facts['ends'] | undefined;
  let repeatedLookUps: Facts['repeatedLookUps'] | undefined;
  const cookieTexts = findCookieTexts(context, contents);
  return {
    scope,
    sessionConfigs: findSessionConfigs(context),
    writes: [...paths.writes, ...findStorageWrites(context, roots, origins, contents), ...findPersistedWrites(context), ...cookieTexts.writes],
    reads: [...paths.reads, ...findCallReads(context)],
    clears: [...paths.clears, ...findCallClears(context), ...cookieTexts.clears],
    saves: findSaves(context, origins),
    redirects: findRedirects(context, roots, origins),
    escapes: findEscapes(context, roots),
    durations: [...findGivenDurations(context), ...cookieTexts.durations],
    flows: findFlows(context, roots),
    containers: findContainers(context),
    appends: findAppends(context, roots, contents),
    get ends() {
      return (ends ??= findEnds(context, roots));
    },
    get repeatedLookUps() {
      return (repeatedLookUps ??= findRepeatedLookUps(context));
    },
    isTest,
    dependenciesOf,
  };
}

/** The shape of a handler says something only where a web framework is known: in the manifest, or imported by a linked file. */
function webFrameworkTest(linked: Linked, models: readonly LibraryModel[], dependenciesOf: IdentifyOptions['dependenciesOf']): (file: FileSummary) => boolean {
  const frameworks = new Set(models.flatMap((model) => (model.webFramework ? model.packages : [])));
  let imported: boolean | undefined;
  return (file) => {
    const dependencies = dependenciesOf(file.file);
    if (dependencies && [...frameworks].some((name) => dependencies.has(name))) return true;
    imported ??= [...linked.files.values()].some(({ values }) => values.some((value) => value.k === 'import' && frameworks.has(value.from)));
    return imported;
  };
}
