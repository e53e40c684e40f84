import type { FileSummary, Segment, ValueId } from '../../facts/index.js';
import type { Linked } from '../../link/link.js';
import type { FunctionRef, Term } from '../../link/term.js';
import type { IdentifyContext } from '../context.js';
import { wordsOf } from '../words-of.js';
import type { Content } from './content.js';
import { carried, delivered, elementOf, handedTo, isRow, listOf, memberOf, ofExtent, withData } from './content-steps.js';
import { AWAITS, GIVES_ONE, KEEPS, MAPS, SAME_PROMISE, VISITS } from './data-methods.js';
import { DeclaredSession } from './declared-session.js';
import { extentOfType, isSmall } from './extent-of-type.js';
import { namesAll } from './names-all.js';
import { SourceMatcher } from './source-matcher.js';

/** Budgets: what lies deeper is not known. */
const MAX_DEPTH = 14;
const MAX_CONTENTS = 24;
/** Functions that give their first argument, or a copy or text of it. */
const GIVES_ARGUMENT = /^(?:JSON\.(?:stringify|parse)|structuredClone|Object\.(?:freeze|values)|Array\.from|Buffer\.from|(?:_|lodash)\.cloneDeep|cloneDeep|Promise\.resolve|String)$/;

const ALL_OF = /^Promise\.all$/;

/** What a callback's parameters stand for while the list or promise that it is handed to is looked at. */
type Bindings = ReadonlyMap<string, readonly Content[]>;

const NONE: Bindings = new Map();

/**
 * Follows stored values back to where their data comes from: through awaits, alternatives, functions of the project,
 * lists and promises. Gives nothing for what is not known.
 */
export class Contents {
  /** What the project says its session holds. */
  readonly declared: DeclaredSession;
  readonly #linked: Linked;
  readonly #sources: SourceMatcher;
  readonly #pending = new Set<Term>();

  constructor(context: IdentifyContext) {
    this.#linked = context.linked;
    this.declared = new DeclaredSession(context.linked);
    this.#sources = new SourceMatcher(context);
  }

  /** All that `term` is known to consist of, when it is stored. */
  of(term: Term): readonly Content[] {
    return this.#of(term, NONE, 0).map(delivered).map(withData).filter((content) => content !== undefined);
  }

  #of(term: Term, bindings: Bindings, depth: number): readonly Content[] {
    if (depth > MAX_DEPTH || this.#pending.has(term)) return [];
    this.#pending.add(term);
    const found = this.#find(term, bindings, depth + 1);
    this.#pending.delete(term);
    return found.slice(0, MAX_CONTENTS);
  }

  #find(term: Term, bindings: Bindings, depth: number): readonly Content[] {
    const source = this.#sources.at(term);
    if (source) return [source];
    const { value } = term;
    const inner = (id: ValueId): readonly Content[] => this.#of(this.#linked.beside(term, id), bindings, depth);
    switch (value.k) {
      case 'await':
        return inner(value.of).map(delivered).filter((content) => content !== undefined);
      case 'instance':
        return value.of === undefined ? [] : inner(value.of);
      case 'patched':
        return inner(value.of);
      case 'any':
        return value.of.flatMap(inner);
      case 'param': {
        const bound = bindings.get(parameterKey(term.file, value.fn, value.index));
        return bound ?? [...this.#handed(term, bindings, depth), ...this.#linked.step(term).flatMap((next) => this.#of(next, bindings, depth))];
      }
      case 'member':
        return this.#member(term, value.key, inner(value.of), bindings, depth);
      case 'call':
        return this.#call(term, bindings, depth);
      case 'object':
        return [{
          is: 'object',
          entries: value.entries.map((entry) => ({ key: entry.key, contents: inner(entry.value) })),
          spreads: value.spreads.flatMap((spread) => inner(spread.of)),
        }];
      case 'import':
        return this.#linked.step(term).flatMap((next) => this.#of(next, bindings, depth));
      default:
        return [];
    }
  }

  /** `User.findOne(query, (error, user) => …)`: what the parameter of a callback is given. */
  #handed(term: Term, bindings: Bindings, depth: number): readonly Content[] {
    const { value, file } = term;
    const fn = value.k === 'param' ? file.functions[value.fn] : undefined;
    if (!fn || value.k !== 'param') return [];
    return this.#linked.passedTo(fn).flatMap(({ site: { call }, argument }) => {
      if (call.value.k !== 'call') return [];
      const { index } = value;
      if (argument === 0 && index === 0) {
        const each = this.#each(call, bindings, depth);
        if (each.length > 0) return each;
      }
      return argument === call.value.args.length - 1 ? this.#of(call, bindings, depth).flatMap((content) => handedTo(content, index)) : [];
    });
  }

  /** `query.then((rows) => …)`, `rows.forEach((row) => …)`: what the callback is run with. */
  #each(call: Term, bindings: Bindings, depth: number): readonly Content[] {
    const callee = call.value.k === 'call' ? this.#linked.beside(call, call.value.callee) : undefined;
    if (callee?.value.k !== 'member' || typeof callee.value.key !== 'string') return [];
    const isAwait = AWAITS.has(callee.value.key);
    if (!isAwait && !MAPS.has(callee.value.key) && !VISITS.has(callee.value.key)) return [];
    const list = this.#of(this.#linked.beside(callee, callee.value.of), bindings, depth);
    return list.map(isAwait ? delivered : elementOf).filter((content) => content !== undefined);
  }

  #member(term: Term, key: Segment, owner: readonly Content[], bindings: Bindings, depth: number): readonly Content[] {
    if (owner.length > 0) return owner.flatMap((content) => memberOf(content, key));
    return this.#linked.step(term).flatMap((next) => this.#of(next, bindings, depth));
  }

  #call(term: Term, bindings: Bindings, depth: number): readonly Content[] {
    const { value } = term;
    if (value.k !== 'call') return [];
    const callee = this.#linked.beside(term, value.callee);
    const [first] = value.args;
    const argument = first === undefined ? undefined : this.#linked.beside(term, first);
    if (argument?.value.k === 'array' && ALL_OF.test(wordsOf(this.#linked, callee).join('.'))) {
      return [{ is: 'tuple', elements: argument.value.of.map((id) => this.#of(this.#linked.beside(argument, id), bindings, depth).map(delivered).filter((content) => content !== undefined)) }];
    }
    if (argument && GIVES_ARGUMENT.test(wordsOf(this.#linked, callee).join('.'))) return this.#of(argument, bindings, depth);
    const method = callee.value.k === 'member' ? callee.value.key : undefined;
    if (callee.value.k === 'member' && typeof method === 'string') {
      const receiver = this.#of(this.#linked.beside(callee, callee.value.of), bindings, depth);
      // `api.getUser(id)`: a function of the project, whatever else the object holds.
      if (receiver.length > 0 && !(receiver.every(({ is }) => is === 'object') && this.#linked.callees(term).length > 0)) return receiver.flatMap((content) => this.#method(content, method, value.args, term, depth));
    }
    return this.#results(term, bindings, depth);
  }

  /** What functions of the project give back for these arguments. */
  #results(term: Term, bindings: Bindings, depth: number): readonly Content[] {
    const refs = this.#linked.callees(term);
    const extents = new Set(refs.map(({ file, fn }) => (fn.resultType === undefined ? 'unknown' : extentOfType(this.#linked, file, fn.resultType))));
    const [extent = 'unknown', ...others] = extents;
    if ([...extents].every((one) => one === 'scalar') && refs.length > 0) return [];
    const results = this.#resultsOf(term, refs, bindings, depth);
    // A type leaves nothing out of a row of a database; of an API it says what comes.
    if ([...extents].every(isSmall) && refs.length > 0) return results.filter(isRow);
    return others.length === 0 ? results.map((content) => ofExtent(content, extent)) : results;
  }

  #resultsOf(term: Term, refs: readonly FunctionRef[], bindings: Bindings, depth: number): readonly Content[] {
    if (bindings === NONE || term.value.k !== 'call') return this.#linked.step(term).flatMap((next) => this.#of(next, bindings, depth));
    // Inside a callback: `rows.map((row) => toSummary(row))`. What its parameters stand for goes on as arguments.
    const args = term.value.args.map((id) => this.#of(this.#linked.beside(term, id), bindings, depth));
    return refs.flatMap((ref) => this.#returned(ref, args, depth));
  }

  #method(content: Content, name: string, args: readonly ValueId[], call: Term, depth: number): readonly Content[] {
    if (AWAITS.has(name) || MAPS.has(name)) {
      const element = AWAITS.has(name) ? delivered(content) ?? content : elementOf(content);
      const [callback] = args;
      if (element === undefined || callback === undefined) return [];
      const made = this.#linked.functionsOf(this.#linked.beside(call, callback)).flatMap((ref) => this.#returned(ref, [[element]], depth));
      return AWAITS.has(name) ? made : made.map((one) => listOf(one, content));
    }
    if (SAME_PROMISE.has(name)) return [content];
    if (content.is === 'carrier') return carried(content, name, this.#names(args, call));
    if (content.is !== 'copy') return [];
    // `user.get('name')` of a record, where `user.get()` is all of it.
    if (name === 'get' && args[0] !== undefined && this.#linked.beside(call, args[0]).value.k === 'literal') return [{ is: 'part', of: content.of }];
    if (GIVES_ONE.has(name)) return [elementOf(content)].filter((one) => one !== undefined);
    if (name === 'slice') return [args.length > 1 ? { ...content, bounded: true } : content];
    // `user.toObject()`: what a model's query may be followed by, its data may be too.
    const keeps = KEEPS.has(name) || content.of.match.row.chain?.keeps?.includes(name);
    return keeps ? [content] : [];
  }

  /** Does a call name anything, or all there is: `select()`, `select('*')`? */
  #names([first]: readonly ValueId[], call: Term): 'none' | 'some' {
    return first === undefined || namesAll(this.#linked.beside(call, first).value) ? 'none' : 'some';
  }

  #returned({ file, fn }: FunctionRef, args: readonly (readonly Content[])[], depth: number): readonly Content[] {
    const bindings: Bindings = new Map(args.map((contents, index) => [parameterKey(file, fn.id, index), contents]));
    return fn.returns.flatMap((id) => this.#of(this.#linked.term(file, id), bindings, depth));
  }
}

function parameterKey({ file }: FileSummary, fn: number, index: number): string {
  return `${file} ${fn} ${index}`;
}
