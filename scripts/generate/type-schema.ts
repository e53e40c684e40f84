import path from 'node:path';

import { Node, Project, type InterfaceDeclaration, type TypeAliasDeclaration, type TypeElementTypes, type TypeNode } from 'ts-morph';

import type { JsonSchema } from '../../src/config/json-schema.js';
import { root } from '../root.js';

/** What a schema says that a type cannot. */
export interface SchemaTraits {
  /** Of an alias, by its name: the form of an access path. */
  readonly aliases: Readonly<Record<string, JsonSchema>>;
  /** Of every string and number, by the name of the property; `*` for all others. */
  readonly strings: Readonly<Record<string, JsonSchema>>;
  readonly numbers: Readonly<Record<string, JsonSchema>>;
}

/** The JSON schemas of a TypeScript type and of all types that it names, by name. Descriptions come from TSDoc. */
export function toTypeSchemas(file: string, name: string, traits: SchemaTraits): Readonly<Record<string, JsonSchema>> {
  const project = new Project({ tsConfigFilePath: path.join(root, 'tsconfig.json'), skipAddingFilesFromTsConfig: true });
  const source = project.addSourceFileAtPath(path.join(root, file));
  project.resolveSourceFileDependencies();
  const writer = new SchemaWriter(traits);
  writer.define(declarationOf(source.getInterface(name) ?? source.getTypeAlias(name), name));
  return writer.sorted();
}

type Declaration = InterfaceDeclaration | TypeAliasDeclaration;

function declarationOf(declaration: Declaration | undefined, name: string): Declaration {
  if (declaration === undefined) throw new Error(`There is no type ${name}.`);
  return declaration;
}

/** Reads the types as they are written: TypeScript itself forgets the names of aliases such as `AccessPath`. */
class SchemaWriter {
  readonly #schemas = new Map<string, JsonSchema | undefined>();

  constructor(private readonly traits: SchemaTraits) {}

  define(declaration: Declaration): JsonSchema {
    const name = declaration.getName();
    if (!this.#schemas.has(name)) {
      // A type may name itself.
      this.#schemas.set(name, undefined);
      const schema = Node.isInterfaceDeclaration(declaration) ? this.#ofMembers(this.#membersOf(declaration)) : this.#ofNode(declaration.getTypeNodeOrThrow(), name);
      this.#schemas.set(name, { ...describedBy(declaration), ...schema, ...this.traits.aliases[name] });
    }
    return { $ref: `#/definitions/${name}` };
  }

  sorted(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, schema]) => [name, schema ?? {}]));
  }

  #ofNode(node: TypeNode, property: string): JsonSchema {
    if (Node.isTypeOperatorTypeNode(node)) return this.#ofNode(node.getTypeNode(), property);
    if (Node.isParenthesizedTypeNode(node)) return this.#ofNode(node.getTypeNode(), property);
    if (Node.isArrayTypeNode(node)) return { type: 'array', items: this.#ofNode(node.getElementTypeNode(), property) };
    if (Node.isTypeReference(node)) return this.define(this.#declarationBehind(node));
    if (Node.isTypeLiteral(node) || Node.isIntersectionTypeNode(node)) return this.#ofMembers(this.#membersOfNode(node));
    if (Node.isUnionTypeNode(node)) return this.#ofUnion(node.getTypeNodes(), property);
    if (Node.isLiteralTypeNode(node)) return { enum: [JSON.parse(node.getText().replace(/^'(.*)'$/, '"$1"')) as unknown] };
    switch (node.getText()) {
      case 'string': return { type: 'string', ...(this.traits.strings[property] ?? this.traits.strings['*']) };
      case 'number': return { type: 'number', ...(this.traits.numbers[property] ?? this.traits.numbers['*']) };
      case 'boolean': return { type: 'boolean' };
      default: throw new Error(`${node.getText()} is no type that JSON can hold.`);
    }
  }

  /** Literals become one `enum`; what `string` and `number` already hold goes. */
  #ofUnion(nodes: readonly TypeNode[], property: string): JsonSchema {
    const schemas = nodes.map((node) => this.#ofNode(node, property));
    const types = new Set(schemas.map(({ type }) => type));
    const literals = schemas.flatMap((schema) => schema.enum ?? []).filter((value) => !types.has(typeof value as 'string'));
    const others = schemas.filter((schema) => schema.enum === undefined);
    const all = literals.length === 0 ? others : [{ enum: literals }, ...others];
    return all.length === 1 && all[0] !== undefined ? all[0] : { anyOf: all };
  }

  #ofMembers(members: readonly TypeElementTypes[]): JsonSchema {
    // Of two with one name the later is the narrower: `When & { read: AccessPath }`.
    const properties = [...new Map(members.filter((member) => Node.isPropertySignature(member)).map((member) => [member.getName(), member])).values()];
    return {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(properties.map((property) => [property.getName(), { ...describedBy(property), ...this.#ofNode(property.getTypeNodeOrThrow(), property.getName()) }])),
      required: properties.filter((property) => !property.hasQuestionToken()).map((property) => property.getName()),
    };
  }

  #membersOfNode(node: TypeNode): readonly TypeElementTypes[] {
    if (Node.isTypeLiteral(node)) return node.getMembers();
    if (Node.isIntersectionTypeNode(node)) return node.getTypeNodes().flatMap((part) => this.#membersOfNode(part));
    if (Node.isParenthesizedTypeNode(node)) return this.#membersOfNode(node.getTypeNode());
    const declaration = Node.isTypeReference(node) ? this.#declarationBehind(node) : undefined;
    if (Node.isInterfaceDeclaration(declaration)) return this.#membersOf(declaration);
    if (declaration !== undefined) return this.#membersOfNode(declaration.getTypeNodeOrThrow());
    throw new Error(`${node.getText()} has no members.`);
  }

  #membersOf(declaration: InterfaceDeclaration): readonly TypeElementTypes[] {
    return [...declaration.getBaseDeclarations().flatMap((base) => (Node.isInterfaceDeclaration(base) ? this.#membersOf(base) : [])), ...declaration.getMembers()];
  }

  #declarationBehind(node: Node): Declaration {
    const name = Node.isTypeReference(node) ? node.getTypeName() : node;
    const symbol = name.getSymbolOrThrow();
    const found = (symbol.getAliasedSymbol() ?? symbol).getDeclarations().find((each) => Node.isInterfaceDeclaration(each) || Node.isTypeAliasDeclaration(each));
    return declarationOf(found, node.getText());
  }
}

/** The text of a TSDoc comment in one line, without its references. */
function describedBy(node: Declaration | Extract<TypeElementTypes, { getJsDocs(): unknown }>): JsonSchema {
  const text = node.getJsDocs().map((doc) => doc.getDescription()).join(' ').replace(/\{@link (\w+)\}/g, '`$1`').replace(/\s+/g, ' ').trim();
  return text === '' ? {} : { description: text };
}
