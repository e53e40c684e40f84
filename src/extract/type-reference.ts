import type { TypeRef } from '../facts/index.js';
import type { Extraction } from './extraction.js';
import type { Node, TypeNode } from './node.js';

/**
 * The named type that an annotation is: `Request`, `express.Request<P>`, `import('express').Request`,
 * `Redis | null`. `undefined` when it is none or more than one.
 */
export function typeReference(x: Extraction, annotation: TypeNode, nested = false): TypeRef | undefined {
  switch (annotation.type) {
    case 'TSTypeReference': return named(x, annotation.typeName, annotation.typeArguments?.params, nested);
    case 'TSImportType': return imported(x, annotation, nested);
    case 'TSParenthesizedType': return typeReference(x, annotation.typeAnnotation, nested);
    case 'TSUnionType': return onlyMember(x, annotation.types, nested);
    default: return undefined;
  }
}

/** `A.B` in `class X extends A.B<C>`, `interface X extends A.B<C>`. */
export function heritageReference(x: Extraction, expression: Node, typeArguments: readonly TypeNode[] | undefined): TypeRef | undefined {
  return named(x, expression, typeArguments, false);
}

function named(x: Extraction, name: Node, typeArguments: readonly TypeNode[] | undefined, nested: boolean): TypeRef | undefined {
  const parts: string[] = [];
  let root = name;
  for (;;) {
    if (root.type === 'TSQualifiedName') {
      parts.unshift(root.right.name);
      root = root.left;
    } else if (root.type === 'MemberExpression' && root.property.type === 'Identifier' && !root.computed) {
      parts.unshift(root.property.name);
      root = root.object;
    } else {
      break;
    }
  }
  if (root.type !== 'Identifier') return undefined;
  return { name: [root.name, ...parts].join('.'), ...origin(x, root), ...argumentsOf(x, typeArguments, nested) };
}

/** Where the first identifier was imported from. */
function origin(x: Extraction, root: Node): { from?: string; imported?: string } {
  const variable = x.names.of(root);
  if (!variable) return {};
  for (const identifier of x.names.bindingsOf(variable)) {
    const binding = x.bindings.get(identifier);
    if (binding?.import) return { from: binding.import.from, imported: binding.import.name };
  }
  return {};
}

function imported(x: Extraction, annotation: Extract<TypeNode, { type: 'TSImportType' }>, nested: boolean): TypeRef | undefined {
  const parts: string[] = [];
  let qualifier: Node | null | undefined = annotation.qualifier;
  while (qualifier?.type === 'TSQualifiedName') {
    parts.unshift(qualifier.right.name);
    qualifier = qualifier.left;
  }
  if (qualifier?.type !== 'Identifier') return undefined;
  return { name: [qualifier.name, ...parts].join('.'), from: annotation.source.value, imported: qualifier.name, ...argumentsOf(x, annotation.typeArguments?.params, nested) };
}

/** Arguments one level deep. What is no named type keeps its position, as written: `{}`, `string`. */
function argumentsOf(x: Extraction, nodes: readonly TypeNode[] | undefined, nested: boolean): { args?: readonly TypeRef[] } {
  if (nested || !nodes || nodes.length === 0) return {};
  return { args: nodes.map(node => typeReference(x, node, true) ?? { name: asWritten(x, node) }) };
}

function asWritten(x: Extraction, node: Node): string {
  const [start, end] = node.range as unknown as readonly [number, number];
  // Long object types say nothing as a name.
  return end - start > 40 ? 'unknown' : x.text.slice(start, end);
}

function onlyMember(x: Extraction, types: readonly TypeNode[], nested: boolean): TypeRef | undefined {
  const rest = types.filter(type => type.type !== 'TSNullKeyword' && type.type !== 'TSUndefinedKeyword');
  const [only] = rest;
  return only && rest.length === 1 ? typeReference(x, only, nested) : undefined;
}
