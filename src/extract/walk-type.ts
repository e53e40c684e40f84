import type * as Oxc from 'oxc-parser';
import type { Entry, TypeDeclaration, TypeRef } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import { internObject } from './evaluate-object.js';
import type { Extraction } from './extraction.js';
import type { Node, TypeNode } from './node.js';
import { rangeOf, staticKey } from './node.js';
import { heritageReference, typeReference } from './type-reference.js';
import { membersOf, typeShape } from './type-shape.js';
import { walkExpression } from './walk-expression.js';
import { walkStatements } from './walk-statement.js';

type TypeParts = Pick<TypeDeclaration, 'kind' | 'extends' | 'members' | 'shape'>;

/** Note a declared type; its parts are read after the walk, when all imports are known. */
function declare(x: Extraction, node: Node, id: Oxc.BindingIdentifier, parts: () => TypeParts): void {
  const { augments: module } = x;
  const name = [...x.namespace, id.name].join('.');
  const exported = x.exportedTypes.has(node);
  x.types.push(() => {
    const augments = module ?? globalOfScript(x);
    return { name, ...parts(), ...(augments === undefined ? {} : { augments }), exported: exported || x.exportedNames.has(name), at: rangeOf(node) };
  });
}

/** A `.d.ts` file without imports and exports declares globals: `declare namespace Express { … }`. */
function globalOfScript(x: Extraction): 'global' | undefined {
  return !x.esm && /\.d\.[cm]?ts$/.test(x.parsed.file) ? 'global' : undefined;
}

/** `interface A extends B { … }` */
export function walkInterface(x: Extraction, node: Oxc.TSInterfaceDeclaration): void {
  declare(x, node, node.id, () => ({
    kind: 'interface',
    extends: node.extends.flatMap(heritage => heritageReference(x, heritage.expression, heritage.typeArguments?.params) ?? []),
    members: membersOf(x, node.body.body),
  }));
}

/** `type A = …`. `B & { c: string }` is read as an interface that extends B. */
export function walkTypeAlias(x: Extraction, node: Oxc.TSTypeAliasDeclaration): void {
  declare(x, node, node.id, () => ({ kind: 'alias', ...aliasParts(x, node.typeAnnotation) }));
}

function aliasParts(x: Extraction, type: TypeNode): Pick<TypeParts, 'extends' | 'members' | 'shape'> {
  if (type.type === 'TSTypeLiteral') return { extends: [], members: membersOf(x, type.members) };
  if (type.type !== 'TSIntersectionType') return { extends: [], members: [], shape: typeShape(x, type) };
  const bases: TypeRef[] = [];
  const members: TypeDeclaration['members'][number][] = [];
  for (const part of type.types) {
    const reference = typeReference(x, part);
    if (reference) bases.push(reference);
    else if (part.type === 'TSTypeLiteral') members.push(...membersOf(x, part.members));
  }
  return { extends: bases, members };
}

/** `enum E { A, B = 'b' }` is a type and an object with the members' values. */
export function walkEnum(x: Extraction, node: Oxc.TSEnumDeclaration): void {
  const members = node.body.members;
  for (const member of members) if (member.initializer) walkExpression(x, member.initializer);
  x.bind(node.id, () => internObject(x, { k: 'object', at: rangeOf(node), entries: enumEntries(x, members), spreads: [], open: false }));
  declare(x, node, node.id, () => ({
    kind: 'enum',
    extends: [],
    members: enumEntries(x, members).map(entry => {
      const value = x.table.get(entry.value);
      const literal = value.k === 'literal' && value.value !== null ? value.value : undefined;
      return { name: entry.key, optional: false, type: literal === undefined ? 'unknown' : { literals: [literal] }, at: entry.at };
    }),
  }));
}

/** Members count up from the last number. */
function enumEntries(x: Extraction, members: readonly Oxc.TSEnumMember[]): Entry[] {
  const entries: Entry[] = [];
  let next: number | undefined = 0;
  for (const member of members) {
    const key = staticKey(member.id, false);
    const value = member.initializer ? evaluate(x, member.initializer) : next === undefined ? x.table.unknown('dynamic') : x.table.literal(next);
    const known = x.table.get(value);
    next = known.k === 'literal' && typeof known.value === 'number' ? known.value + 1 : undefined;
    if (key !== undefined) entries.push({ key, value, at: rangeOf(member) });
  }
  return entries;
}

/** `declare module 'x'`, `declare global`, `namespace A.B` */
export function walkNamespace(x: Extraction, node: Oxc.TSModuleDeclaration | Oxc.TSGlobalDeclaration): void {
  const { id, body } = node;
  if (!body) return;
  const outer = { augments: x.augments, namespace: x.namespace };
  if (id.type === 'Literal') x.augments = id.value;
  else if (node.kind === 'global') x.augments = 'global';
  else x.namespace = [...x.namespace, ...namesOf(id)];
  x.inScope(node, () => walkStatements(x, body.body));
  Object.assign(x, outer);
}

function namesOf(name: Node): string[] {
  if (name.type === 'TSQualifiedName') return [...namesOf(name.left), name.right.name];
  return name.type === 'Identifier' ? [name.name] : [];
}
