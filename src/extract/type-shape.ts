import type * as Oxc from 'oxc-parser';
import type { TypeDeclaration, TypeShape } from '../facts/index.js';
import type { Extraction } from './extraction.js';
import type { FunctionNode, TypeNode } from './node.js';
import { rangeOf, staticKey } from './node.js';
import { typeReference } from './type-reference.js';

type Member = TypeDeclaration['members'][number];

const BINARY: ReadonlySet<string> = new Set(['Buffer', 'ArrayBuffer', 'Uint8Array', 'Blob', 'File', 'DataView']);
const ARRAYS: ReadonlySet<string> = new Set(['Array', 'ReadonlyArray', 'Set']);
/** Types in types deeper than this are unknown. */
const MAX_DEPTH = 20;

/** Properties and methods of an object type. Methods and index signatures tell nothing about what is stored. */
export function membersOf(x: Extraction, signatures: readonly Oxc.TSSignature[], depth = 0): Member[] {
  const members: Member[] = [];
  for (const signature of signatures) {
    if (signature.type !== 'TSPropertySignature' && signature.type !== 'TSMethodSignature') continue;
    const name = staticKey(signature.key, signature.computed);
    if (name === undefined) continue;
    const annotation = signature.type === 'TSPropertySignature' ? signature.typeAnnotation?.typeAnnotation : undefined;
    members.push({ name, optional: !!signature.optional, type: annotation ? typeShape(x, annotation, depth + 1) : 'unknown', at: rangeOf(signature) });
  }
  return members;
}

/** The written type of what a function gives; of an asynchronous one, of what its promise resolves to. */
export function resultShape(x: Extraction, node: FunctionNode | undefined): TypeShape | undefined {
  const annotation: TypeNode | undefined = node && 'returnType' in node ? node.returnType?.typeAnnotation : undefined;
  if (!annotation) return undefined;
  const isPromise = annotation.type === 'TSTypeReference' && annotation.typeName.type === 'Identifier' && annotation.typeName.name === 'Promise';
  const [resolved] = isPromise ? (annotation.typeArguments?.params ?? []) : [annotation];
  const shape = resolved ? typeShape(x, resolved) : 'unknown';
  return shape === 'unknown' ? undefined : shape;
}

/** What is stored in a place of this type, as far as the annotation says. */
export function typeShape(x: Extraction, type: TypeNode, depth = 0): TypeShape {
  if (depth > MAX_DEPTH) return 'unknown';
  switch (type.type) {
    case 'TSStringKeyword':
    case 'TSTemplateLiteralType': return 'string';
    case 'TSNumberKeyword':
    case 'TSBigIntKeyword': return 'number';
    case 'TSBooleanKeyword': return 'boolean';
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
    case 'TSVoidKeyword': return 'null';
    case 'TSLiteralType': return literalShape(type.literal);
    case 'TSArrayType': return { array: typeShape(x, type.elementType, depth + 1) };
    case 'TSTupleType': return { array: 'unknown' };
    case 'TSParenthesizedType': return typeShape(x, type.typeAnnotation, depth + 1);
    case 'TSTypeOperator': return type.operator === 'readonly' ? typeShape(x, type.typeAnnotation, depth + 1) : 'unknown';
    case 'TSTypeLiteral': return { object: membersOf(x, type.members, depth).map(({ name, optional, type: shape }) => ({ name, optional, type: shape })) };
    case 'TSUnionType': return unionShape(type.types.map(each => typeShape(x, each, depth + 1)));
    case 'TSTypeReference':
    case 'TSImportType': return referenceShape(x, type, depth);
    default: return 'unknown';
  }
}

function literalShape(literal: Oxc.TSLiteral): TypeShape {
  if (literal.type === 'TemplateLiteral') return 'string';
  if (literal.type === 'UnaryExpression') return 'number';
  const { value } = literal;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? { literals: [value] } : 'unknown';
}

/** `'a' | 'b'` is one list of literals. */
function unionShape(shapes: readonly TypeShape[]): TypeShape {
  const literals = shapes.flatMap(shape => (typeof shape === 'object' && 'literals' in shape ? shape.literals : []));
  const others = shapes.filter(shape => !(typeof shape === 'object' && 'literals' in shape));
  if (literals.length === 0) return { union: others };
  return others.length === 0 ? { literals } : { union: [...others, { literals }] };
}

function referenceShape(x: Extraction, type: Extract<TypeNode, { type: 'TSTypeReference' | 'TSImportType' }>, depth: number): TypeShape {
  const ref = typeReference(x, type);
  if (!ref) return 'unknown';
  const isGlobal = type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && !x.names.of(type.typeName);
  if (isGlobal && ref.name === 'Date') return 'date';
  if (isGlobal && BINARY.has(ref.name)) return 'binary';
  const [element] = type.typeArguments?.params ?? [];
  if (isGlobal && ARRAYS.has(ref.name)) return { array: element ? typeShape(x, element, depth + 1) : 'unknown' };
  return { ref };
}
