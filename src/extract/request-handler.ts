import type { Extraction, OpenFunction, OpenParameter } from './extraction.js';
import type { Node } from './node.js';

const REQUEST = /^_?req(uest)?$/;
const RESPONSE = /^_?res(ponse)?$/;
const NEXT = /^_?next$/;
const ERROR = /^_?err(or)?$/;

const REQUEST_API: ReadonlySet<string> = new Set(['body', 'params', 'query', 'session', 'headers', 'cookies', 'user', 'path', 'originalUrl', 'get', 'flash', 'files', 'ip', 'method', 'url', 'xhr', 'app', 'locals']);
const RESPONSE_API: ReadonlySet<string> = new Set(['redirect', 'render', 'send', 'json', 'status', 'sendStatus', 'cookie', 'clearCookie', 'end', 'locals', 'set', 'type', 'format']);

/** `(req, res)`, `(req, res, next)`, `(err, req, res, next)`: the names that stand for request and response. */
export function handlerNames(params: readonly OpenParameter[]): OpenFunction['handler'] {
  const names = params.map(param => param.name ?? '');
  const [first, ...afterError] = names;
  const [request, response, next] = names.length === 4 && ERROR.test(first ?? '') ? afterError : names;
  if (request === undefined || response === undefined || names.length > 4) return undefined;
  if (names.length === 4 && !ERROR.test(first ?? '')) return undefined;
  if (!REQUEST.test(request) || !RESPONSE.test(response) || (next !== undefined && !NEXT.test(next))) return undefined;
  return { request, response };
}

/** Note that `object.key` is used: it makes the enclosing function a handler when it is request or response API. */
export function noteHttpUse(x: Extraction, object: Node, key: string): void {
  if (object.type !== 'Identifier') return;
  for (let fn: OpenFunction | undefined = x.fn; fn; fn = fn.parent) {
    if (fn.handler && (fn.handler.request === object.name ? REQUEST_API.has(key) : fn.handler.response === object.name && RESPONSE_API.has(key))) {
      fn.usesHttp = true;
      return;
    }
    // An inner parameter of the same name hides the handler's.
    if (fn.params.some(param => param.name === object.name)) return;
  }
}
