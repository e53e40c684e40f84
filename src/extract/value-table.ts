import type { FunctionId, Patch, Range, Segment, TypeRef, Value, ValueId } from '../facts/index.js';

/** More values than this in one file are generated code: what lies beyond is unknown. */
const MAX_VALUES = 200_000;
/** More alternatives than this tell nothing that a rule could use. */
export const MAX_ALTERNATIVES = 8;
/** Names under which programs reach the global object. */
const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self', 'global']);

export type UnknownWhy = 'budget' | 'cycle' | 'dynamic' | 'syntax';
/** How one of several is chosen. `writes`: a variable that is assigned more than once. */
export type AnyOperator = '??' | '||' | '?:' | '&&' | 'writes';

/** The hash-consed table of a file: equal values have equal ids, so a graph that is shared a lot stays small. */
export class ValueTable {
  readonly values: Value[] = [];
  readonly #ids = new Map<string, ValueId>();

  get(id: ValueId): Value {
    const value = this.values[id];
    if (!value) throw new RangeError(`no value ${id}`);
    return value;
  }

  /** The id of a value. `identity` must differ for values that differ. */
  intern(identity: string, value: Value): ValueId {
    const known = this.#ids.get(identity);
    if (known !== undefined) return known;
    if (this.values.length >= MAX_VALUES && identity !== 'unknown budget') return this.unknown('budget');
    const id = this.values.length as ValueId;
    this.values.push(value);
    this.#ids.set(identity, id);
    return id;
  }

  unknown(why: UnknownWhy): ValueId {
    return this.intern(`unknown ${why}`, { k: 'unknown', why });
  }

  literal(value: string | number | boolean | null): ValueId {
    // JSON has no Infinity; `1e999` is the only way to write one as a literal.
    if (typeof value === 'number' && !Number.isFinite(value)) return this.global('Infinity');
    return this.intern(`literal ${typeof value} ${value}`, { k: 'literal', value });
  }

  global(name: string): ValueId {
    return this.intern(`global ${name}`, { k: 'global', name });
  }

  undefined(): ValueId {
    return this.global('undefined');
  }

  imported(from: string, name: string): ValueId {
    return this.intern(`import ${JSON.stringify(from)} ${name}`, { k: 'import', from, name });
  }

  param(fn: FunctionId, index: number): ValueId {
    return this.intern(`param ${fn} ${index}`, { k: 'param', fn, index });
  }

  self(classId: number | null): ValueId {
    return this.intern(`this ${classId}`, { k: 'this', class: classId });
  }

  awaited(of: ValueId): ValueId {
    return this.intern(`await ${of}`, { k: 'await', of });
  }

  /** `of.key`. A property of a whole module is an import, one of the global object a global. */
  member(of: ValueId, key: Segment): ValueId {
    if (typeof key === 'string') {
      const base = this.get(of);
      const module = base.k === 'await' ? this.get(base.of) : base;
      if (module.k === 'import' && module.name === '*') return this.imported(module.from, key);
      if (base.k === 'global' && GLOBAL_OBJECTS.has(base.name)) return this.global(key);
    }
    return this.intern(`member ${of} ${segmentIdentity(key)}`, { k: 'member', of, key });
  }

  call(k: 'call' | 'new', callee: ValueId, args: readonly ValueId[], spreadFrom: number | undefined, at: Range): ValueId {
    return this.intern(`${k} ${at} ${callee} ${args} ${spreadFrom}`, { k, callee, args, ...(spreadFrom === undefined ? {} : { spreadFrom }), at });
  }

  array(of: readonly ValueId[], spreads: readonly ValueId[], at: Range): ValueId {
    const open = spreads.length > 0;
    return this.intern(`array ${at} ${of} ${spreads}`, { k: 'array', at, of, open, ...(open ? { spreads } : {}) });
  }

  template(quasis: readonly string[], of: readonly ValueId[]): ValueId {
    return this.intern(`template ${of} ${JSON.stringify(quasis)}`, { k: 'template', quasis, of });
  }

  op(op: string, of: readonly ValueId[]): ValueId {
    return this.intern(`op ${op} ${of}`, { k: 'op', op, of });
  }

  instance(of: ValueId | undefined, type: TypeRef): ValueId {
    return this.intern(`instance ${of} ${JSON.stringify(type)}`, { k: 'instance', ...(of === undefined ? {} : { of }), type });
  }

  patched(of: ValueId, writes: readonly Patch[]): ValueId {
    return this.intern(`patched ${of} ${writes.map(write => `${write.at}`).join(' ')} ${writes.map(write => write.value)}`, { k: 'patched', of, writes });
  }

  any(op: AnyOperator, of: readonly ValueId[]): ValueId {
    const distinct = [...new Set(of)];
    const [only] = distinct;
    if (distinct.length === 1 && only !== undefined) return only;
    if (distinct.length > MAX_ALTERNATIVES) return this.unknown('budget');
    return this.intern(`any ${op} ${distinct}`, { k: 'any', of: distinct, op });
  }
}

function segmentIdentity(key: Segment): string {
  if (typeof key === 'string') return `.${key}`;
  if ('dynamic' in key) return `[${key.dynamic}]`;
  return 'element' in key ? '[]' : '**';
}
