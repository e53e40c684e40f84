import type { FileSummary, FunctionId } from '../facts/index.js';
import type { Env } from './term.js';

/** The innermost context of a chain in which the function runs; `undefined`: none of its calls is in the chain. */
export function contextOf(innermost: Env | undefined, file: FileSummary, fn: FunctionId | undefined): Env | undefined {
  let env = innermost;
  while (env && (env.file !== file || env.fn !== fn)) env = env.caller;
  return env;
}
