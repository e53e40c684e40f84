import { resolveTerm } from '../link/property.js';
import type { Term } from '../link/term.js';
import { parseAccessPath } from './access-path.js';
import { argumentAt } from './argument-at.js';
import type { IdentifyContext } from './context.js';
import { read } from './readers/read.js';

/** The options of a call, or an empty stand-in where there are none: `session()` is `session({})`. */
export function optionsOf({ linked }: IdentifyContext, call: Term, path: string): Term {
  const isArgument = parseAccessPath(path).length === 1;
  const argument = argumentAt(linked, call, path);
  if (!argument) return { ...call, value: { k: 'object', at: 'at' in call.value ? call.value.at : [0, 0], entries: [], spreads: [], open: false } };
  const cases = isArgument ? resolveTerm(linked, argument) : read({ linked, base: call }, path);
  const [only] = cases;
  return cases.length === 1 && only?.status === 'known' ? only.term : argument;
}
