import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { models } from '../../src/models/index.js';
import { jsCookie } from '../../src/models/js-cookie.js';
import type { LibraryModel } from '../../src/models/library-model.js';
import { universalCookie } from '../../src/models/universal-cookie.js';
import { browserPackages } from './browser-packages.js';
import { factsOf } from './facts-of.js';
import { predicted, type Outcome } from './outcome.js';
import { runCode } from './run-code.js';
import { lifetimeRules, withoutRule } from './without-rule.js';

const NOW = Date.UTC(2026, 0, 1);
/** What is put into `document.cookie`, as text. */
let written: string[] = [];

beforeEach(() => {
  written = [];
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal('document', { get cookie() { return ''; }, set cookie(text: string) { written.push(text); } });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What a browser makes of the attributes: `Max-Age` beats `Expires`, and what is no date does not count. */
function outcomeOf(text: string): Outcome {
  const attributes = new Map(text.split('; ').slice(1).map((part) => [part.split('=')[0]?.toLowerCase() ?? '', part.slice(part.indexOf('=') + 1)]));
  const maxAge = attributes.get('max-age');
  if (maxAge !== undefined) return Number(maxAge) * 1000;
  const expires = Date.parse(attributes.get('expires') ?? '');
  return Number.isNaN(expires) ? 'browser-close' : expires - NOW;
}

interface Library {
  readonly model: LibraryModel;
  readonly prelude: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Calls, with what the engine says where it is not what the browser does. */
  readonly experiments: readonly (readonly [code: string, says?: Outcome])[];
}

const libraries: readonly Library[] = [
  {
    model: jsCookie,
    prelude: `import Cookies from 'js-cookie';`,
    variables: { Cookies: browserPackages['js-cookie'] },
    experiments: [
      [`Cookies.set('session', id)`],
      [`Cookies.set('session', id, { path: '/' })`],
      [`Cookies.set('session', id, { expires: 7 })`],
      [`Cookies.set('session', id, { expires: 3600 })`],
      [`Cookies.set('session', id, { expires: 1 / 24 })`],
      [`Cookies.set('session', id, { expires: 0 })`],
      [`Cookies.set('session', id, { expires: Infinity })`],
      [`Cookies.set('session', id, { expires: new Date(Date.now() + 15 * 60 * 1000) })`],
      [`Cookies.withAttributes({ expires: 7 }).set('session', id)`, 'unknown'],
      [`Cookies.withAttributes({ expires: 7 }).set('session', id, { expires: 2 })`],
      [`Cookies.withAttributes({ expires: 7 }).set('session', id, { expires: Infinity })`],
      [`Cookies.withAttributes({ path: '/' }).withAttributes({ secure: true }).set('session', id, { expires: new Date(Date.now() + 60 * 1000) })`],
    ],
  },
  {
    model: universalCookie,
    prelude: `import Cookies from 'universal-cookie';\nimport { useCookies } from 'react-cookie';`,
    variables: { Cookies: browserPackages['universal-cookie'] },
    experiments: [
      [`new Cookies().set('session', id)`, 'unknown'],
      [`new Cookies(null, { maxAge: 60 }).set('session', id)`, 'unknown'],
      [`new Cookies().set('session', id, { path: '/' })`],
      [`new Cookies().set('session', id, { maxAge: 1800 })`],
      [`new Cookies().set('session', id, { maxAge: 1800, expires: new Date(Date.now() + 60 * 1000) })`],
      [`new Cookies().set('session', id, { expires: new Date(Date.now() + 60 * 1000) })`],
    ],
  },
];

/** react-cookie is not installed: what the engine says of the setter of its hook is held here. */
const READ_ONLY = ['', ', { maxAge: 1800 }', ', { expires: new Date(Date.now() + 60 * 1000) }'].map((options) => `const [, setCookie] = useCookies(); setCookie('session', id${options})`);

function writesOf({ prelude }: Library, code: string, using: readonly LibraryModel[]) {
  return factsOf(`${prelude}\nexport function run(id) {\n${code}\n}\n`, using).writes;
}

function lifetimes(library: Library, code: string) {
  return writesOf(library, code, models).map(({ lifetime, path, memory }) => [memory, path.join('.'), predicted(lifetime)]);
}

describe.each(libraries.map((library) => [library.model.id, library] as const))('%s', (id, library) => {
  it.each(library.experiments.map(([code, says]) => ({ code, says })))('$code', async ({ code, says }) => {
    await runCode(code, { ...library.variables, id: '42' });
    expect(written.map((text) => text.split('=')[0])).toEqual(['session']);
    expect(lifetimes(library, code)).toEqual([['cookie', 'session', says ?? outcomeOf(written[0] ?? '')]]);
  });

  const said = (using: readonly LibraryModel[]): string => JSON.stringify([...library.experiments.map(([code]) => code), ...READ_ONLY].map((code) => writesOf(library, code, using).map(({ lifetime }) => lifetime)));
  const before = said(models);

  it.each(lifetimeRules(library.model))('needs the line %s', (_, place) => {
    expect(said(withoutRule(models, id, place))).not.toBe(before);
  });
});

describe('js-cookie on bad options', () => {
  it('throws on a number as maxAge, and writes an attribute that no browser knows on a text', async () => {
    const { variables } = libraries[0]!;
    await expect(runCode(`Cookies.set('session', '1', { maxAge: 3600 })`, variables)).rejects.toThrow(TypeError);
    await runCode(`Cookies.set('session', '1', { maxAge: '3600' })`, variables);
    expect(outcomeOf(written[0] ?? '')).toBe('browser-close');
  });
});
