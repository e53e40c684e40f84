import type { Arm, Entry, Segment, ValueId } from '../../facts/index.js';
import { TemplateTooDeepError } from '../template-too-deep-error.js';
import type { BinaryNode, CallNode, CompareNode, InlineIfNode, ListNode, LookupNode, MacroNode, PairNode, SymbolNode, TemplateNode, UnaryNode } from './nodes.js';
import type { Scope } from './scope.js';
import { type Position, type TemplateRecorder } from './template-recorder.js';

/** Where an expression is evaluated, and what its names mean there. */
export interface Site extends Position {
  readonly scope: Scope;
  readonly depth: number;
}

/** Template code inside of an expression: `{% call %}…{% endcall %}`, `{% filter %}…{% endfilter %}`. */
export type BodyReader = (body: TemplateNode, site: Site, unknownNames: readonly string[]) => void;

const MOST_NESTING = 500;
const ARITHMETIC: ReadonlyMap<BinaryNode['typename'], string> = new Map([
  ['In', 'in'],
  ['Add', '+'],
  ['Concat', '+'],
  ['Sub', '-'],
  ['Mul', '*'],
  ['Div', '/'],
  ['FloorDiv', '//'],
  ['Mod', '%'],
  ['Pow', '**'],
]);

/** Template expressions → values, with a `call` effect for each call and a `read` effect for each member chain. */
export class ExpressionReader {
  /** What decides `a if condition` and `condition and a`. */
  readonly conditions = new Map<TemplateNode, ValueId>();

  constructor(
    readonly recorder: TemplateRecorder,
    /** Macros of this template by name: callable before their definition, as at run time. */
    readonly macros: ReadonlyMap<string, ValueId>,
    readonly readBody: BodyReader,
  ) {}

  /** The value; reading it is an effect where it is a property. */
  read(node: TemplateNode, site: Site): ValueId {
    const value = this.#evaluate(node, deeper(site, node));
    const isChain = node.typename === 'LookupVal' || node.typename === 'Symbol';
    if (isChain && this.recorder.table.get(value).k === 'member') {
      this.recorder.effect({ e: 'read', target: value }, this.recorder.map.rangeOf(node), site);
    }
    return value;
  }

  #evaluate(node: TemplateNode, site: Site): ValueId {
    const { table } = this.recorder;
    switch (node.typename) {
      case 'Literal':
        return node.value instanceof RegExp ? table.add({ k: 'regexp', text: String(node.value) }) : table.literal(node.value);
      case 'Symbol':
        return this.#name(node, site);
      case 'LookupVal':
        return this.#lookup(node, site);
      case 'FunCall':
      case 'Filter':
        return this.#call(node, site);
      case 'Group':
        return this.#group(node.children, site);
      case 'Array':
        return table.add({ k: 'array', at: this.recorder.map.rangeOf(node), of: node.children.map((child) => this.read(child, site)), open: false });
      case 'Dict':
        return this.#dict(node, site);
      case 'InlineIf':
        return this.#inlineIf(node, site);
      case 'Not':
        return table.not(this.read(node.target, site));
      case 'Neg':
      case 'Pos':
        return this.#sign(node, site);
      case 'Compare':
        return this.#compare(node, site);
      case 'Is':
        return this.#test(node, site);
      case 'Capture':
        this.readBody(node.body, site, []);
        return table.dynamic();
      default:
        return 'right' in node ? this.#binary(node, site) : table.dynamic();
    }
  }

  #name({ value: name }: SymbolNode, { scope }: Site): ValueId {
    return scope.lookup(name) ?? this.macros.get(name) ?? this.contextMember(name);
  }

  contextMember(name: string): ValueId {
    return this.recorder.table.add({ k: 'member', of: this.recorder.context, key: name });
  }

  #lookup({ target, val }: LookupNode, site: Site): ValueId {
    const of = this.#chain(target, site);
    return this.recorder.table.add({ k: 'member', of, key: this.#segment(val, site) });
  }

  /** The start of a chain, or a callee: not read on its own. */
  #chain(node: TemplateNode, site: Site): ValueId {
    const isChain = node.typename === 'LookupVal' || node.typename === 'Symbol';
    return isChain ? this.#evaluate(node, deeper(site, node)) : this.read(node, site);
  }

  #segment(node: TemplateNode, site: Site): Segment {
    if (node.typename === 'Literal' && !(node.value instanceof RegExp)) return String(node.value);
    const value = this.read(node, site);
    const known = this.recorder.table.get(value);
    return known.k === 'literal' ? String(known.value) : { dynamic: value };
  }

  #call(node: CallNode, site: Site): ValueId {
    const { table, map } = this.recorder;
    const isFilter = node.typename === 'Filter';
    const callee = isFilter ? table.add({ k: 'global', name: `|${(node.name as SymbolNode).value}` }) : this.#chain(node.name, site);
    const args = this.#arguments(node.args, site);
    const at = map.rangeOf(node);
    const call = table.add({ k: 'call', callee, args, at });
    // `super()` renders the parent's block: nothing that this template calls.
    if (!isSuper(node)) this.recorder.effect({ e: 'call', call }, at, site);
    return call;
  }

  /**
   * Positional arguments, then one object with the keyword arguments, marked `__keywords` as nunjucks does at run time.
   */
  #arguments(list: ListNode, site: Site): ValueId[] {
    const args: ValueId[] = [];
    for (const argument of list.children) {
      if (argument.typename !== 'KeywordArgs') {
        args.push(this.read(argument, site));
        continue;
      }
      const pairs = argument.children.filter((child): child is PairNode => child.typename === 'Pair' && !this.#readCaller(child.value, site));
      const [first, last] = [pairs[0], pairs.at(-1)];
      if (!first || !last) continue;
      const at = [this.recorder.map.startOf(first.key), this.recorder.map.endOf(last)] as const;
      const marker: Entry = { key: '__keywords', value: this.recorder.table.literal(true), at };
      args.push(this.recorder.table.add({ k: 'object', at, entries: [marker, ...pairs.flatMap((pair) => this.#entry(pair, site) ?? [])], spreads: [], open: false }));
    }
    return args;
  }

  /** The body of `{% call(item) list(items) %}` is read in place: the macro shows it, with arguments not known here. */
  #readCaller(node: TemplateNode, site: Site): boolean {
    if (node.typename !== 'Caller') return false;
    this.readBody(node.body, site, parameterNames(node));
    return true;
  }

  #group(children: readonly TemplateNode[], site: Site): ValueId {
    // `(a, b)` evaluates to its last, as in JavaScript.
    return children.map((child) => this.read(child, site)).at(-1) ?? this.recorder.table.undefined();
  }

  #dict(node: ListNode, site: Site): ValueId {
    const entries = node.children.map((child) => (child.typename === 'Pair' ? this.#entry(child, site) : undefined));
    return this.recorder.table.add({
      k: 'object',
      at: this.recorder.map.rangeOf(node),
      entries: entries.filter((entry) => entry !== undefined),
      spreads: [],
      open: entries.includes(undefined),
    });
  }

  #entry({ key, value }: PairNode, site: Site): Entry | undefined {
    const id = this.read(value, site);
    const name = key.typename === 'Symbol' || (key.typename === 'Literal' && !(key.value instanceof RegExp)) ? String(key.value) : undefined;
    return name === undefined ? undefined : { key: name, value: id, at: [this.recorder.map.startOf(key), this.recorder.map.endOf(value)] };
  }

  #inlineIf(node: InlineIfNode, site: Site): ValueId {
    const { cond, body, else_ } = node;
    const test = this.read(cond, site);
    this.conditions.set(node, test);
    const branch = this.recorder.map.startOf(cond);
    const then = this.read(body, inArm(site, { branch, arm: 0, kind: 'if', test }));
    const otherwise = else_ ? this.read(else_, inArm(site, { branch, arm: 1, kind: 'if', test })) : this.recorder.table.undefined();
    return this.recorder.table.any('?:', [then, otherwise]);
  }

  #sign({ typename, target }: UnaryNode, site: Site): ValueId {
    const { table } = this.recorder;
    const of = this.read(target, site);
    const value = table.get(of);
    if (value.k === 'literal' && typeof value.value === 'number') return typename === 'Neg' ? table.literal(-value.value) : of;
    return table.add({ k: 'op', op: typename === 'Neg' ? '-' : '+', of: [of] });
  }

  #compare({ expr, ops }: CompareNode, site: Site): ValueId {
    return ops.reduce((left, { expr: right, type }) => this.recorder.table.add({ k: 'op', op: type, of: [left, this.read(right, site)] }), this.read(expr, site));
  }

  /** `x is defined`, `x is divisibleby(3)`, `x is none`. */
  #test({ left, right }: BinaryNode, site: Site): ValueId {
    const of = [this.read(left, site)];
    let name = 'unknown';
    if (right.typename === 'FunCall') {
      name = right.name.typename === 'Symbol' ? right.name.value : name;
      of.push(...this.#arguments(right.args, site));
    } else if (right.typename === 'Symbol') name = right.value;
    else if (right.typename === 'Literal') name = right.value === null ? 'none' : String(right.value);
    return this.recorder.table.add({ k: 'op', op: `is ${name}`, of });
  }

  /** Long chains (`a ~ b ~ c …`) lean to the left: they are walked, not recursed into. */
  #binary(node: BinaryNode, site: Site): ValueId {
    const rights: TemplateNode[] = [];
    let first: TemplateNode = node;
    while (first.typename === node.typename) {
      rights.push((first).right);
      first = (first).left;
    }
    return rights.reduceRight((left, right, index) => {
      if (index === 0 && node.typename === 'And') this.conditions.set(node, left);
      return this.#operation(node.typename, left, right, site);
    }, this.read(first, site));
  }

  #operation(typename: BinaryNode['typename'], left: ValueId, right: TemplateNode, site: Site): ValueId {
    const { table, map } = this.recorder;
    const op = ARITHMETIC.get(typename);
    if (op !== undefined) return table.add({ k: 'op', op, of: [left, this.read(right, site)] });
    const isOr = typename === 'Or';
    const arm: Arm = { branch: map.startOf(right), arm: 0, kind: 'short-circuit', test: isOr ? table.not(left) : left };
    return table.any(isOr ? '||' : '&&', [left, this.read(right, inArm(site, arm))]);
  }
}

/** Names of the parameters of a macro or a `{% call(a, b) %}`. */
export function parameterNames({ args }: MacroNode): string[] {
  return args.children.flatMap((child) => {
    if (child.typename === 'Symbol') return child.value;
    return child.typename === 'KeywordArgs' ? child.children.flatMap((pair) => (pair.typename === 'Pair' && pair.key.typename === 'Symbol' ? pair.key.value : [])) : [];
  });
}

/** The same site in one more arm. */
export function inArm<S extends Site>(site: S, arm: Arm): S {
  return { ...site, arms: [...site.arms, arm] };
}

/**
 * The same site one level further in.
 *
 * @throws {@link TemplateTooDeepError} before the stack ends
 */
export function deeper<S extends Site>(site: S, node: TemplateNode): S {
  if (site.depth >= MOST_NESTING) throw new TemplateTooDeepError(node.colno);
  return { ...site, depth: site.depth + 1 };
}

function isSuper({ typename, name }: CallNode): boolean {
  return typename === 'FunCall' && name.typename === 'Symbol' && name.value === 'super';
}
