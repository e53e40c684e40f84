import type { Arm, ClassSummary, Effect, FileSummary, FunctionSummary, Parameter } from '../facts/index.js';
import { SUMMARY_SCHEMA } from '../facts/index.js';
import { closeAwaits } from './awaits.js';
import { commentsOf } from './comments.js';
import { findAnchors } from './anchors.js';
import type { OpenArm, OpenClass, OpenEffect, OpenFunction, OpenParameter } from './extraction.js';
import { Extraction } from './extraction.js';
import { lineStarts } from './lines.js';
import { moduleVariables } from './module-variables.js';
import { closeSpellings } from './spell.js';
import type { ParsedProgram } from './program.js';
import { typeReference } from './type-reference.js';
import { resultShape } from './type-shape.js';
import { walkStatements } from './walk-statement.js';

/**
 * What one file does, naming no library: one walk over the tree, then every value that an effect, return or export
 * mentions is evaluated, once.
 *
 * @throws RangeError when the tree is nested so deep (thousands of chained calls) that the stack ends.
 */
export function extract(parsed: ParsedProgram): FileSummary {
  const x = new Extraction(parsed);
  findAnchors(x);
  walkStatements(x, parsed.program.body);
  const arms = new Map<OpenArm, Arm>();
  const closedArms = new Map<readonly OpenArm[], readonly Arm[]>();
  const functions = x.functions.map(fn => closeFunction(x, fn, open => closeArms(open, arms, closedArms)));
  const classes = x.classes.map(open => closeClass(x, open));
  const exports = x.exports.map(({ name, value }) => ({ name, value: value() }));
  const types = x.types.map(type => type());
  const variables = moduleVariables(x);
  const lines = lineStarts(parsed.text);
  const { afterDirectives, lastImportEnd } = x.anchors;
  return {
    schema: SUMMARY_SCHEMA, file: parsed.file, dialect: parsed.dialect,
    values: x.table.values, functions, classes, types, variables, exports, reexports: x.reexports,
    comments: commentsOf(parsed), spellings: closeSpellings(x), awaits: closeAwaits(x), style: x.style.result(parsed.text, lines), lines, length: parsed.text.length,
    anchors: { afterDirectives, ...(lastImportEnd === undefined ? {} : { lastImportEnd }), moduleKind: moduleKind(x) },
  };
}

function moduleKind(x: Extraction): 'esm' | 'cjs' {
  if (x.esm) return 'esm';
  return x.cjs || /\.c[jt]s$/.test(x.parsed.file) ? 'cjs' : 'esm';
}

function closeFunction(x: Extraction, fn: OpenFunction, arms: (open: readonly OpenArm[]) => readonly Arm[]): FunctionSummary {
  const params = fn.params.map(param => closeParameter(x, param));
  const effects: Effect[] = [];
  fn.effects.forEach((effect, order) => {
    const closed = closeEffect(x, fn, effect, order, arms);
    if (closed) effects.push(closed);
  });
  const resultType = resultShape(x, fn.node);
  const writtenType = closeWrittenType(x, fn);
  return {
    id: fn.id,
    ...(fn.name === undefined ? {} : { name: fn.name }),
    at: fn.at,
    ...(fn.parent ? { parent: fn.parent.id } : {}),
    ...(fn.class === undefined ? {} : { class: fn.class }),
    params,
    ...(writtenType ? { writtenType } : {}),
    returns: fn.returns.map(value => value()),
    ...(resultType === undefined ? {} : { resultType }),
    async: !!fn.node?.async,
    generator: !!fn.node && 'generator' in fn.node && !!fn.node.generator,
    effects,
    ...(fn.handler && fn.usesHttp ? { shape: 'request-handler' as const } : {}),
  };
}

function closeWrittenType(x: Extraction, { node }: OpenFunction): FunctionSummary['writtenType'] {
  const written = node && x.writtenTypes.get(node);
  const type = written && typeReference(x, written.type);
  return type && { type, ...(written.property ? { property: true as const } : {}) };
}

function closeParameter(x: Extraction, param: OpenParameter): Parameter {
  const type = param.type && typeReference(x, param.type);
  return {
    ...(param.name === undefined ? {} : { name: param.name }),
    ...(type ? { type } : {}),
    ...(param.default ? { default: param.default() } : {}),
    ...(param.rest ? { rest: true as const } : {}),
  };
}

/** `undefined` for what turned out to be no effect: the read of `fs.x` with `import * as fs`, which is an import. */
function closeEffect(x: Extraction, fn: OpenFunction, open: OpenEffect, order: number, arms: (open: readonly OpenArm[]) => readonly Arm[]): Effect | undefined {
  const target = open.target();
  const kind = x.table.get(target).k;
  const where = { fn: fn.id, order, arms: arms(open.arms), statement: open.statement, ...(open.endsPath ? { endsPath: open.endsPath } : {}) };
  const common = { at: open.at, where };
  switch (open.e) {
    case 'write': return open.value && { ...common, e: 'write', target, value: open.value(), op: open.op ?? '=' };
    case 'read': return kind === 'member' ? { ...common, e: 'read', target } : undefined;
    case 'delete': return { ...common, e: 'delete', target };
    case 'call': return kind === 'call' || kind === 'new' || kind === 'jsx' ? { ...common, e: 'call', call: target } : undefined;
  }
}

function closeArms(open: readonly OpenArm[], arms: Map<OpenArm, Arm>, closed: Map<readonly OpenArm[], readonly Arm[]>): readonly Arm[] {
  const known = closed.get(open);
  if (known) return known;
  const result = open.map(each => {
    const arm = arms.get(each) ?? { branch: each.branch, arm: each.arm, kind: each.kind, ...(each.test ? { test: each.test() } : {}) };
    arms.set(each, arm);
    return arm;
  });
  closed.set(open, result);
  return result;
}

function closeClass(x: Extraction, open: OpenClass): ClassSummary {
  return {
    id: open.id,
    ...(open.name ? { name: open.name } : {}),
    ...(open.extends ? { extends: open.extends() } : {}),
    members: open.members.map(({ name, value, static: isStatic }) => ({ name, value: value(), static: isStatic })),
    fieldTypes: open.fieldTypes.flatMap(({ name, type }) => {
      const reference = typeReference(x, type);
      return reference ? [{ name, type: reference }] : [];
    }),
    ...(open.privates.length > 0 ? { privates: open.privates } : {}),
    at: open.at,
  };
}
