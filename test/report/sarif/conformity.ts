import { createRequire } from 'node:module';
import { Node, Project, type InterfaceDeclaration, type SourceFile, type TypeNode } from 'ts-morph';

/**
 * What of a SARIF log is not as the schema wants it: unknown properties, required ones that are missing, values of
 * another type, words that an enumeration does not have. Read from the published types, which are made from the schema.
 */
export function sarifProblems(log: unknown): readonly string[] {
  return new Conformity(typesFile()).ofInterface(log, 'Log', '$');
}

let known: SourceFile | undefined;

function typesFile(): SourceFile {
  const path = createRequire(import.meta.url).resolve('@types/sarif/package.json').replace('package.json', 'index.d.ts');
  return (known ??= new Project({ skipLoadingLibFiles: true, skipFileDependencyResolution: true }).addSourceFileAtPath(path));
}

class Conformity {
  constructor(private readonly types: SourceFile) {}

  ofInterface(value: unknown, name: string, at: string): readonly string[] {
    const declaration = this.types.getInterfaceOrThrow(name);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no ${name}`];
    const entries = Object.entries(value);
    const missing = declaration.getProperties().filter((each) => !each.hasQuestionToken() && !entries.some(([key]) => key === nameOf(each)));
    return [...missing.map((each) => `${at} lacks ${nameOf(each)}`), ...entries.flatMap(([key, own]) => this.ofProperty(own, declaration, key, `${at}.${key}`))];
  }

  private ofProperty(value: unknown, declaration: InterfaceDeclaration, key: string, at: string): readonly string[] {
    const property = declaration.getProperties().find((each) => nameOf(each) === key);
    if (property !== undefined) return this.ofType(value, property.getTypeNodeOrThrow(), at);
    const index = declaration.getIndexSignatures()[0];
    return index === undefined ? [`${declaration.getName()} has no ${at}`] : this.ofType(value, index.getReturnTypeNodeOrThrow(), at);
  }

  private ofType(value: unknown, type: TypeNode, at: string): readonly string[] {
    if (Node.isUnionTypeNode(type)) {
      const tries = type.getTypeNodes().map((each) => this.ofType(value, each, at));
      return tries.find((problems) => problems.length === 0) ?? tries[0] ?? [];
    }
    if (Node.isArrayTypeNode(type)) {
      if (!Array.isArray(value)) return [`${at} is no array`];
      return value.flatMap((each, index) => this.ofType(each, type.getElementTypeNode(), `${at}[${index}]`));
    }
    if (Node.isTypeLiteral(type)) {
      const each = type.getIndexSignatures()[0]?.getReturnTypeNodeOrThrow();
      if (typeof value !== 'object' || value === null || each === undefined) return [`${at} is no map`];
      return Object.entries(value).flatMap(([key, own]) => this.ofType(own, each, `${at}.${key}`));
    }
    if (Node.isLiteralTypeNode(type)) return JSON.stringify(value) === type.getText() ? [] : [`${at} is not ${type.getText()}`];
    return this.ofName(value, type.getText(), at);
  }

  private ofName(value: unknown, name: string, at: string): readonly string[] {
    if (['string', 'number', 'boolean'].includes(name)) return typeof value === name ? [] : [`${at} is no ${name}`];
    if (name === 'any' || name === 'unknown') return [];
    if (name === 'undefined') return value === undefined ? [] : [`${at} is not undefined`];
    const [space, alias] = name.split('.');
    if (alias === undefined) return this.ofInterface(value, name, at);
    return this.ofType(value, this.types.getModuleOrThrow(space ?? '').getTypeAliasOrThrow(alias).getTypeNodeOrThrow(), at);
  }
}

function nameOf(property: { getName(): string }): string {
  return property.getName().replace(/^["']|["']$/g, '');
}
