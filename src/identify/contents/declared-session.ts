import type { FileSummary, TypeDeclaration, TypeRef, TypeShape } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import { typeDeclaration } from '../../link/type-declaration.js';
import { extentOfType, type Extent } from './extent-of-type.js';
import { isDeclaredSession } from './is-declared-session.js';

const MAX_BASES = 4;

interface Declared {
  readonly file: FileSummary;
  readonly type: TypeShape;
}

/**
 * What a project declares its session to hold: `declare module 'express-session' { interface SessionData { … } }`, and
 * `interface AppRequest extends Request { session: AppSession }`. Looked for once, when it is first asked for.
 */
export class DeclaredSession {
  readonly #linked: Linked;
  #members: ReadonlyMap<string, readonly Declared[]> | undefined;

  constructor(linked: Linked) {
    this.#linked = linked;
  }

  /** How much the property at `path` may hold; `undefined` where it is not declared, or differently in two places. */
  extentOf([first, ...inner]: readonly string[]): Extent | undefined {
    if (first === undefined) return undefined;
    this.#members ??= this.#collect();
    const found = (this.#members.get(first) ?? []).map((declared) => this.#below(declared, inner)).map((declared) => declared && extentOfType(this.#linked, declared.file, declared.type));
    const [extent, ...others] = new Set(found);
    return others.length === 0 ? extent : undefined;
  }

  #below(declared: Declared | undefined, path: readonly string[]): Declared | undefined {
    let at = declared;
    for (const key of path) at = at && this.#membersOf(at).find(({ name }) => name === key);
    return at;
  }

  #collect(): ReadonlyMap<string, readonly Declared[]> {
    const members = new Map<string, Declared[]>();
    const add = (file: FileSummary, declaration: TypeDeclaration): void => {
      for (const member of this.#declaredBy(file, declaration, 0)) members.set(member.name, [...(members.get(member.name) ?? []), member]);
    };
    for (const file of this.#linked.files.values()) {
      for (const declaration of file.types) {
        if (isDeclaredSession(declaration)) add(file, declaration);
        for (const ref of sessionsOfRequest(declaration)) {
          const found = typeDeclaration(this.#linked, file, ref);
          if (found) add(found.file, found.declaration);
        }
      }
    }
    return members;
  }

  #membersOf({ file, type }: Declared): readonly (Declared & { readonly name: string })[] {
    if (typeof type === 'string') return [];
    if ('object' in type) return type.object.map((member) => ({ name: member.name, file, type: member.type }));
    if ('union' in type) return type.union.flatMap((part) => this.#membersOf({ file, type: part }));
    const found = 'ref' in type ? typeDeclaration(this.#linked, file, type.ref) : undefined;
    return found ? this.#declaredBy(found.file, found.declaration, 0) : [];
  }

  #declaredBy(file: FileSummary, { extends: bases, members, shape }: TypeDeclaration, depth: number): readonly (Declared & { readonly name: string })[] {
    const own = members.map(({ name, type }) => ({ name, file, type }));
    const shaped = shape !== undefined && typeof shape !== 'string' && 'object' in shape ? this.#membersOf({ file, type: shape }) : [];
    const inherited = depth >= MAX_BASES ? [] : bases.flatMap((ref) => {
      const base = typeDeclaration(this.#linked, file, ref);
      return base ? this.#declaredBy(base.file, base.declaration, depth + 1) : [];
    });
    return [...own, ...shaped, ...inherited];
  }
}

/** `session: AppSession` of `interface AppRequest extends Request`. */
function sessionsOfRequest({ extends: bases, members }: TypeDeclaration): readonly TypeRef[] {
  if (!bases.some(({ name }) => name.endsWith('Request'))) return [];
  return members.flatMap(({ name, type }) => (name === 'session' && typeof type !== 'string' && 'ref' in type ? [type.ref] : []));
}
