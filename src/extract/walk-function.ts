import type * as Oxc from 'oxc-parser';
import type { FunctionId } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import type { Extraction, OpenFunction, OpenParameter } from './extraction.js';
import type { FunctionNode, Node } from './node.js';
import { rangeOf } from './node.js';
import { handlerNames } from './request-handler.js';
import { annotationOf, bindPattern } from './walk-pattern.js';
import { walkExpression } from './walk-expression.js';
import { walkStatements } from './walk-statement.js';

/** How a class calls what it contains. */
export interface MethodOf {
  readonly class: number;
  readonly static: boolean;
}

/** Walk a function: its parameters, then its body, as a function of its own. */
export function walkFunction(x: Extraction, node: FunctionNode, method?: MethodOf): OpenFunction {
  const params = node.params.filter(param => !(param.type === 'Identifier' && param.name === 'this'));
  const described = params.map(param => describe(x, param));
  const fn = open(x, node, described, method);
  const outer = { fn: x.fn, arms: x.arms, statement: x.statement, endsPath: x.endsPath, thisClass: x.thisClass, thisStatic: x.thisStatic };
  x.fn = fn;
  x.arms = [];
  x.endsPath = undefined;
  if (node.type !== 'ArrowFunctionExpression') {
    x.thisClass = method?.class ?? null;
    x.thisStatic = method?.static ?? false;
  }
  x.inScope(node, () => {
    params.forEach((param, index) => bindParameter(x, fn, param, index));
    walkBody(x, fn, node);
  });
  Object.assign(x, outer);
  return fn;
}

function open(x: Extraction, node: FunctionNode, params: OpenParameter[], method: MethodOf | undefined): OpenFunction {
  const id = x.functions.length as FunctionId;
  const fn: OpenFunction = {
    id, node, name: node.id?.name || x.nameHints.get(node) || undefined, at: rangeOf(node), parent: x.fn,
    class: method?.class, params, returns: [], effects: [], handler: handlerNames(params), usesHttp: false,
  };
  x.functions.push(fn);
  x.functionIds.set(node, id);
  return fn;
}

function describe(x: Extraction, param: Oxc.ParamPattern): OpenParameter {
  const { pattern, initial, rest } = partsOf(param);
  return {
    name: pattern.type === 'Identifier' ? pattern.name : undefined,
    type: annotationOf(pattern),
    default: initial && (() => evaluate(x, initial)),
    rest,
  };
}

/** `private a: T = 1`, `...rest`, `{ a } = {}`: what is bound, and the default. */
export function partsOf(param: Node): { readonly pattern: Node; readonly initial: Node | undefined; readonly rest: boolean } {
  switch (param.type) {
    case 'TSParameterProperty': return partsOf(param.parameter);
    case 'RestElement': return { ...partsOf(param.argument), rest: true };
    case 'AssignmentPattern': return { pattern: param.left, initial: param.right, rest: false };
    default: return { pattern: param, initial: undefined, rest: false };
  }
}

function bindParameter(x: Extraction, fn: OpenFunction, param: Node, index: number): void {
  const { pattern, initial } = partsOf(param);
  const value = () => x.table.param(fn.id, index);
  if (initial) {
    const test = () => x.table.op('!', [value()]);
    x.inArm({ branch: rangeOf(initial)[0], arm: 0, kind: 'short-circuit', test }, () => walkExpression(x, initial));
  }
  bindPattern(x, pattern, value, value);
}

/** The expression of a concise arrow is what it returns. */
function walkBody(x: Extraction, fn: OpenFunction, node: FunctionNode): void {
  const body: Node | null = node.body;
  if (!body) return;
  if (body.type === 'BlockStatement') return walkStatements(x, body.body);
  x.statement = rangeOf(body);
  x.endsPath = 'return';
  walkExpression(x, body);
  fn.returns.push(() => evaluate(x, body));
}
