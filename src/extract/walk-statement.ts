import type * as Oxc from 'oxc-parser';
import { evaluate } from './evaluate.js';
import type { Extraction, OpenArm } from './extraction.js';
import { always } from './endings.js';
import type { Node, Statement } from './node.js';
import { rangeOf } from './node.js';
import { walkClass } from './walk-class.js';
import { walkExpression, walkUnknown } from './walk-expression.js';
import { walkFunction } from './walk-function.js';
import { walkExportAll, walkExportAssignment, walkExportDefault, walkExportNamed, walkImport, walkImportEquals } from './walk-module.js';
import { MAX_ALTERNATIVES } from './value-table.js';
import { bindPattern, walkDeclarator } from './walk-pattern.js';
import { walkEnum, walkInterface, walkNamespace, walkTypeAlias } from './walk-type.js';

/** Statements that end in a semicolon, if the file is written with any. */
const SEMICOLON: ReadonlySet<string> = new Set([
  'ExpressionStatement', 'VariableDeclaration', 'ReturnStatement', 'ThrowStatement', 'ImportDeclaration', 'ExportAllDeclaration', 'TSTypeAliasDeclaration',
]);

/** Statements of one block, function body or program, in order. What follows `if (!x) return;` stands in its other arm. */
export function walkStatements(x: Extraction, statements: readonly Node[]): void {
  const arms = x.arms;
  for (const statement of statements) {
    walkStatement(x, statement);
    if (statement.type !== 'IfStatement') continue;
    if (always(x, statement.consequent)) x.enterArm(ifArm(x, statement, 1));
    else if (statement.alternate && always(x, statement.alternate)) x.enterArm(ifArm(x, statement, 0));
  }
  x.arms = arms;
}

/** Walk one statement; expressions in it belong to it. */
export function walkStatement(x: Extraction, node: Node): void {
  if (node.type === 'BlockStatement') {
    x.inScope(node, () => walkStatements(x, node.body));
    return;
  }
  const outer = x.statement;
  const statement = node.type.endsWith('Statement') || node.type.endsWith('Declaration') || node.type === 'TSExportAssignment';
  if (statement) x.statement = rangeOf(node);
  if (SEMICOLON.has(node.type)) x.style.statement(x.text, x.statement[1]);
  walkDeclaration(x, node as Statement);
  x.statement = outer;
}

/** As {@link walkStatement}, but an enclosing `export` stays the statement. */
export function walkDeclaration(x: Extraction, node: Statement): void {
  switch (node.type) {
    case 'ExpressionStatement': return walkExpression(x, node.expression);
    case 'VariableDeclaration': return node.declarations.forEach(declarator => walkDeclarator(x, declarator));
    case 'FunctionDeclaration': return walkFunctionDeclaration(x, node);
    case 'ClassDeclaration': return walkClass(x, node);
    case 'ReturnStatement': return walkReturn(x, node);
    case 'ThrowStatement': return walkEnding(x, node.argument, 'throw');
    case 'IfStatement': return walkIf(x, node);
    case 'ForStatement': return walkFor(x, node);
    case 'ForInStatement':
    case 'ForOfStatement': return walkForEach(x, node);
    case 'WhileStatement': return walkWhile(x, node);
    case 'DoWhileStatement': return walkDoWhile(x, node);
    case 'SwitchStatement': return walkSwitch(x, node);
    case 'TryStatement': return walkTry(x, node);
    case 'LabeledStatement': return walkStatement(x, node.body);
    case 'WithStatement': {
      walkExpression(x, node.object);
      return walkStatement(x, node.body);
    }
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'EmptyStatement':
    case 'DebuggerStatement': return;
    case 'ImportDeclaration': return walkImport(x, node);
    case 'ExportNamedDeclaration': return walkExportNamed(x, node);
    case 'ExportDefaultDeclaration': return walkExportDefault(x, node);
    case 'ExportAllDeclaration': return walkExportAll(x, node);
    case 'TSImportEqualsDeclaration': return walkImportEquals(x, node);
    case 'TSExportAssignment': return walkExportAssignment(x, node);
    case 'TSInterfaceDeclaration': return walkInterface(x, node);
    case 'TSTypeAliasDeclaration': return walkTypeAlias(x, node);
    case 'TSEnumDeclaration': return walkEnum(x, node);
    case 'TSModuleDeclaration': return walkNamespace(x, node);
    default: return walkOther(x, node);
  }
}

/** Nodes of single-file components and of syntax to come: as expressions, else through their children. */
function walkOther(x: Extraction, node: Node): void {
  if (node.type.endsWith('Statement') || node.type.endsWith('Declaration')) walkUnknown(x, node);
  else walkExpression(x, node);
}

function walkFunctionDeclaration(x: Extraction, node: Oxc.Function): void {
  if (node.id) x.bind(node.id, () => evaluate(x, node));
  walkFunction(x, node);
}

function walkReturn(x: Extraction, node: Oxc.ReturnStatement): void {
  const { argument } = node;
  if (argument) walkEnding(x, argument, 'return');
  x.fn.returns.push(argument ? () => evaluate(x, argument) : () => x.table.undefined());
}

function walkEnding(x: Extraction, node: Node, ends: 'return' | 'throw'): void {
  const outer = x.endsPath;
  x.endsPath = ends;
  walkExpression(x, node);
  x.endsPath = outer;
}

/** The arm of an `if`: the same object for the branch and for what follows after the other branch ended. */
function ifArm(x: Extraction, node: Oxc.IfStatement, arm: 0 | 1): OpenArm {
  let arms = x.ifArms.get(node);
  if (!arms) {
    const test = () => evaluate(x, node.test);
    const branch = rangeOf(node)[0];
    arms = [{ branch, arm: 0, kind: 'if', test }, { branch, arm: 1, kind: 'if', test }];
    x.ifArms.set(node, arms);
  }
  return arms[arm];
}

function walkIf(x: Extraction, node: Oxc.IfStatement): void {
  const { arms, statement } = x;
  let branch = node;
  // A loop, because generated chains of `else if` are thousands long.
  for (;;) {
    x.statement = rangeOf(branch);
    walkExpression(x, branch.test);
    const { consequent, alternate } = branch;
    x.inArm(ifArm(x, branch, 0), () => walkStatement(x, consequent));
    if (!alternate) break;
    x.enterArm(ifArm(x, branch, 1));
    if (alternate.type !== 'IfStatement') {
      walkStatement(x, alternate);
      break;
    }
    branch = alternate;
  }
  x.arms = arms;
  x.statement = statement;
}

function loopArm(x: Extraction, node: Node, test?: Node | null): OpenArm {
  return { branch: rangeOf(node)[0], arm: 0, kind: 'loop', test: test ? () => evaluate(x, test) : undefined };
}

function walkFor(x: Extraction, node: Oxc.ForStatement): void {
  x.inScope(node, () => {
    if (node.init?.type === 'VariableDeclaration') walkDeclaration(x, node.init);
    else if (node.init) walkExpression(x, node.init);
    if (node.test) walkExpression(x, node.test);
    x.inArm(loopArm(x, node, node.test), () => {
      walkStatement(x, node.body);
      if (node.update) walkExpression(x, node.update);
    });
  });
}

/** `for (const a of list)`: a is an element of the list. `for (const key in object)`: the key is unknown. */
function walkForEach(x: Extraction, node: Oxc.ForInStatement | Oxc.ForOfStatement): void {
  x.inScope(node, () => {
    walkExpression(x, node.right);
    const each = node.type === 'ForOfStatement'
      ? () => x.table.member(evaluate(x, node.right), { element: true })
      : () => x.table.unknown('dynamic');
    x.inArm(loopArm(x, node), () => {
      const { left } = node;
      if (left.type !== 'VariableDeclaration') bindPattern(x, left, each, each);
      else for (const declarator of left.declarations) bindPattern(x, declarator.id, each, each);
      walkStatement(x, node.body);
    });
  });
}

function walkWhile(x: Extraction, node: Oxc.WhileStatement): void {
  walkExpression(x, node.test);
  x.inArm(loopArm(x, node, node.test), () => walkStatement(x, node.body));
}

function walkDoWhile(x: Extraction, node: Oxc.DoWhileStatement): void {
  x.inArm(loopArm(x, node, node.test), () => {
    walkStatement(x, node.body);
    walkExpression(x, node.test);
  });
}

/** A case that is reached by several tests (empty cases, or no `break` before it) has any of them as its test. */
function walkSwitch(x: Extraction, node: Oxc.SwitchStatement): void {
  walkExpression(x, node.discriminant);
  x.inScope(node, () => {
    let tests: Node[] | undefined = [];
    node.cases.forEach((clause, index) => {
      if (clause.test) walkExpression(x, clause.test);
      if (!clause.test) tests = undefined;
      // More alternatives than a value may have are unknown anyway.
      else if (tests && tests.length <= MAX_ALTERNATIVES) tests = [...tests, clause.test];
      if (clause.consequent.length === 0) return;
      const reached = tests;
      const test = reached && (() => x.table.any('writes', reached.map(each => x.table.op('===', [evaluate(x, node.discriminant), evaluate(x, each)]))));
      x.inArm({ branch: rangeOf(node)[0], arm: index, kind: 'switch', test }, () => walkStatements(x, clause.consequent));
      if (clause.consequent.some(statement => always(x, statement))) tests = [];
    });
  });
}

function walkTry(x: Extraction, node: Oxc.TryStatement): void {
  const branch = rangeOf(node)[0];
  x.inArm({ branch, arm: 0, kind: 'try' }, () => walkStatement(x, node.block));
  const { handler, finalizer } = node;
  if (handler) {
    x.inArm({ branch, arm: 1, kind: 'catch' }, () => x.inScope(handler, () => {
      const caught = () => x.table.unknown('dynamic');
      if (handler.param) bindPattern(x, handler.param, caught, caught);
      walkStatement(x, handler.body);
    }));
  }
  if (finalizer) walkStatement(x, finalizer);
}
