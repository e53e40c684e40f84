import type * as Oxc from 'oxc-parser';
import { evaluate } from './evaluate.js';
import { valueOfVariable } from './evaluate-variable.js';
import type { Extraction } from './extraction.js';
import type { Node } from './node.js';
import { rangeOf, unwrap } from './node.js';
import { walkExpression } from './walk-expression.js';
import { walkDeclaration } from './walk-statement.js';

/** `import a, { b as c } from 'x'` */
export function walkImport(x: Extraction, node: Oxc.ImportDeclaration): void {
  x.esm = true;
  // The scripts of an Astro page are blocks behind its frontmatter, each with imports of its own.
  if (x.isAtTop) x.anchors.lastImportEnd = rangeOf(node)[1];
  const from = node.source.value;
  x.style.string(x.text, rangeOf(node.source)[0]);
  for (const specifier of node.specifiers) {
    const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
    bindImport(x, specifier.local, from, name);
  }
}

/** `import a = require('x')`, `import A = B.C` */
export function walkImportEquals(x: Extraction, node: Oxc.TSImportEqualsDeclaration): void {
  const { moduleReference, id } = node;
  if (!isNamespaced(x)) x.esm = true;
  if (moduleReference.type === 'TSExternalModuleReference') {
    x.anchors.lastImportEnd = rangeOf(node)[1];
    bindImport(x, id, moduleReference.expression.value, '*');
  } else {
    x.bind(id, () => evaluateName(x, moduleReference));
  }
}

function bindImport(x: Extraction, local: Node, from: string, name: string): void {
  x.bindings.set(local, { value: () => x.table.imported(from, name), type: undefined, site: x.site(), import: { from, name } });
}

function evaluateName(x: Extraction, name: Node): ReturnType<typeof evaluate> {
  return name.type === 'TSQualifiedName' ? x.table.member(evaluateName(x, name.left), name.right.name) : evaluate(x, name);
}

/** `export const a = 1`, `export { a as b }`, `export { a } from 'x'` */
export function walkExportNamed(x: Extraction, node: Oxc.ExportNamedDeclaration): void {
  const { declaration, source } = node;
  if (!isNamespaced(x)) x.esm = true;
  if (declaration) {
    for (const identifier of declaredNames(declaration)) addExport(x, identifier);
    const isType = declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSTypeAliasDeclaration' || declaration.type === 'TSEnumDeclaration';
    if (isType) x.exportedTypes.add(declaration);
    walkDeclaration(x, declaration);
  }
  if (source) x.style.string(x.text, rangeOf(source)[0]);
  for (const specifier of node.specifiers) {
    const name = nameOf(specifier.exported);
    const { local } = specifier;
    if (source) x.exports.push({ name, value: () => x.table.imported(source.value, nameOf(local)) });
    else if (!isNamespaced(x)) addLocalExport(x, name, local);
  }
}

function addLocalExport(x: Extraction, name: string, local: Node): void {
  if (local.type !== 'Identifier') return;
  x.exportedNames.add(local.name);
  const variable = x.names.of(local);
  // `export { Name }` of an interface exports no value.
  if (variable && variable.defs.every(definition => definition.type === 'Type')) return;
  x.exports.push({ name, value: () => evaluate(x, local) });
}

/** Exports of a namespace are properties of it, not exports of the file. */
function isNamespaced(x: Extraction): boolean {
  return x.namespace.length > 0 || x.augments !== undefined;
}

/** `export const o = {}; o.a = 1`: what the variable is, not only its initialiser. */
function addExport(x: Extraction, identifier: Oxc.BindingIdentifier): void {
  if (isNamespaced(x)) return;
  const variable = x.names.lookUp(identifier.name, x.scope);
  if (variable) x.exports.push({ name: identifier.name, value: () => valueOfVariable(x, variable) });
}

/** The identifiers that a declaration declares as values. */
function declaredNames(declaration: Oxc.Declaration): Oxc.BindingIdentifier[] {
  switch (declaration.type) {
    case 'VariableDeclaration': return declaration.declarations.flatMap(declarator => namesIn(declarator.id));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration': return declaration.id ? [declaration.id] : [];
    default: return [];
  }
}

function namesIn(pattern: Node): Oxc.BindingIdentifier[] {
  switch (pattern.type) {
    case 'Identifier': return [pattern];
    case 'ObjectPattern': return (pattern.properties as Node[]).flatMap(property => namesIn(property.type === 'Property' ? property.value : property));
    case 'ArrayPattern': return (pattern.elements as (Node | null)[]).flatMap(element => (element ? namesIn(element) : []));
    case 'AssignmentPattern': return namesIn(pattern.left);
    case 'RestElement': return namesIn(pattern.argument);
    default: return [];
  }
}

/** `export default …` */
export function walkExportDefault(x: Extraction, node: Oxc.ExportDefaultDeclaration): void {
  x.esm = true;
  const { declaration } = node;
  if (declaration.type === 'TSInterfaceDeclaration') {
    x.exportedTypes.add(declaration);
    return walkDeclaration(x, declaration);
  }
  if (declaration.type === 'TSDeclareFunction') return;
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') walkDeclaration(x, declaration);
  else walkExpression(x, declaration);
  x.exports.push({ name: 'default', value: () => evaluate(x, declaration) });
}

/** `export * from 'x'`, `export * as ns from 'x'` */
export function walkExportAll(x: Extraction, node: Oxc.ExportAllDeclaration): void {
  x.esm = true;
  const { exported, source } = node;
  x.style.string(x.text, rangeOf(source)[0]);
  if (exported) x.exports.push({ name: nameOf(exported), value: () => x.table.imported(source.value, '*') });
  else x.reexports.push(source.value);
}

/** `export = value` */
export function walkExportAssignment(x: Extraction, node: Oxc.TSExportAssignment): void {
  const { expression } = node;
  x.esm = true;
  walkExpression(x, expression);
  x.exports.push({ name: 'module.exports', value: () => evaluate(x, unwrap(expression)) });
}

function nameOf(name: Oxc.ModuleExportName): string {
  return name.type === 'Literal' ? name.value : name.name;
}
