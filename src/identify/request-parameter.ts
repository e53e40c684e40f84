import type { FunctionSummary } from '../facts/index.js';

/** Index of the parameter that is the request: in an error handler, `(error, req, res, next)`, it is the second one. */
export function requestParameter({ params }: FunctionSummary): 0 | 1 {
  return params.length === 4 && /^_?(?:e|err|error)$/.test(params[0]?.name ?? '') ? 1 : 0;
}
