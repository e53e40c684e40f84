import { models as allModels } from '../../src/models/index.js';
import type { LibraryModel } from '../../src/models/library-model.js';
import { factsOf } from './facts-of.js';
import { predicted, toOutcome, type Outcome } from './outcome.js';
import { runCode } from './run-code.js';

/** Code that gives back a token, how long it is accepted, and what the engine says where that is something else. */
export interface TokenExperiment {
  readonly code: string;
  readonly does: Outcome;
  readonly says?: Outcome;
}

/** How long the token is accepted that the code gives back, by its own claims. */
export async function doesToken(code: string, variables: Readonly<Record<string, unknown>>): Promise<Outcome> {
  try {
    return lifeOf(String(await runCode(code, variables)));
  } catch {
    return 'throws';
  }
}

function lifeOf(token: string): Outcome {
  const [, claims = ''] = token.split('.');
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { readonly exp?: number };
  if (exp === undefined) return 'never';
  // Claims are whole seconds; what ends within the second has ended.
  return exp * 1000 <= Date.now() ? 0 : toOutcome(exp * 1000 - Date.now());
}

/** What the engine says of the one token that the code signs. */
export function saysOfToken(code: string, prelude: string, using: readonly LibraryModel[] = allModels): Outcome {
  const [write] = factsOf(`${prelude}\nexport async function run() {\n${code}\n}\n`, using).writes;
  if (write === undefined) throw new Error(`no token is seen in ${code}`);
  // What may be known and may not is not known.
  return write.lifetime?.cases.some(({ status }) => status === 'unknown') ? 'unknown' : predicted(write.lifetime);
}

/** Does the engine say something else with changed models? */
export function isTokenJudgedAnew(code: string, prelude: string, changed: readonly LibraryModel[]): boolean {
  const seen = (using: readonly LibraryModel[]): string => JSON.stringify(factsOf(`${prelude}\nexport async function run() {\n${code}\n}\n`, using).writes.map(({ lifetime }) => lifetime));
  return seen(changed) !== seen(allModels);
}
