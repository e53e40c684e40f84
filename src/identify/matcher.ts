import type { FileSummary, FunctionSummary, Identity } from '../facts/index.js';
import { stronger, weaker } from '../facts/tiers.js';
import type { Linked } from '../link/link.js';
import type { CallSite, Term } from '../link/term.js';
import type { From, LibraryModel, Row } from '../models/library-model.js';
import { parseAccessPath } from './access-path.js';
import type { Step } from './access-path.js';
import { DeclaredTypes } from './declared-types.js';
import { isHeldRequest } from './is-held-request.js';
import { holds } from './lifetimes.js';
import { extendedClasses } from './extended-classes.js';
import { requestParameter } from './request-parameter.js';

const MAX_TYPE_DEPTH = 12;

interface TypeRow {
  readonly row: Row;
  readonly steps: readonly Step[];
}

/** Decides whether a term is the place that a model's row names, and how that is known. */
export class Matcher {
  readonly #linked: Linked;
  readonly #typeRows = new Map<string, TypeRow[]>();
  readonly #declared: DeclaredTypes;
  readonly #shapes: { readonly type: string; readonly parameter: 'request' | 'response' }[] = [];
  readonly #types = new Map<string, Map<Term, Identity | null>>();
  readonly #passes: readonly (Row & { readonly to: string })[];
  readonly #webFramework: (file: FileSummary) => boolean;
  #depth = 0;

  constructor(linked: Linked, models: readonly LibraryModel[], webFramework: (file: FileSummary) => boolean) {
    this.#linked = linked;
    this.#declared = new DeclaredTypes(linked, models);
    this.#webFramework = webFramework;
    this.#passes = models.flatMap((model) => model.passes ?? []);
    for (const model of models) {
      for (const row of model.types ?? []) {
        const rows = this.#typeRows.get(row.name) ?? [];
        rows.push({ row, steps: parseAccessPath(row.path) });
        this.#typeRows.set(row.name, rows);
      }
      for (const { type, parameter } of model.shapes ?? []) this.#shapes.push({ type, parameter });
    }
  }

  /** How `term` is known to be the place of `row`; `undefined`: it is not known to be. */
  matches(term: Term, row: Row): Identity | undefined {
    return this.#matchPath(term, row.from, parseAccessPath(row.path));
  }

  /** Like {@link matches}, but for the value itself: a call of a function that *returns* such a call does not count. */
  isItself(term: Term, row: Row): Identity | undefined {
    const steps = parseAccessPath(row.path);
    return this.#matchView(term, row.from, steps, steps.length);
  }

  /** How `term` is known to be of the model type `name` (`'express.Request'`). */
  hasType(term: Term, name: string): Identity | undefined {
    let ofType = this.#types.get(name);
    if (!ofType) this.#types.set(name, (ofType = new Map<Term, Identity | null>()));
    const known = ofType.get(term);
    if (known !== undefined) return known ?? undefined;
    if (this.#depth >= MAX_TYPE_DEPTH) return undefined;
    // While it is being decided a term is not of the type: `x = x.next()` ends.
    ofType.set(term, null);
    this.#depth++;
    let best: Identity | undefined;
    for (const view of this.#linked.views(term)) {
      const tier = this.#viewHasType(view, name);
      best = stronger(best, tier && view.file !== term.file ? weaker(tier, 'linked') : tier);
      if (best === 'import') break;
    }
    this.#depth--;
    if (best) ofType.set(term, best);
    else if (this.#depth > 0) ofType.delete(term);
    return best;
  }

  #viewHasType(view: Term, name: string): Identity | undefined {
    const { value, file } = view;
    let best: Identity | undefined;
    if (value.k === 'instance') best = this.#declared.matches(file, value.type, name);
    if (value.k === 'param') {
      const fn = file.functions[value.fn];
      const type = fn?.params[value.index]?.type;
      if (type) best = stronger(best, this.#declared.matches(file, type, name));
      else if (fn) best = stronger(best, this.#declared.handed(file, fn, value.index, name));
      if (fn) best = stronger(best, this.#shapeIs(file, fn, value.index, name));
    }
    if (value.k === 'member' && typeof value.key === 'string') best = stronger(stronger(best, this.#fieldIs(view, value.key, name)), this.#holdsRequest(view, name));
    if (value.k === 'class' || value.k === 'this') best = stronger(best, this.#classHasType(view, name));
    if (best === 'import') return best;
    for (const { row, steps } of this.#typeRows.get(name) ?? []) {
      if (row.when?.every((when) => holds({ linked: this.#linked, base: view }, when) === 'yes') === false) continue;
      best = stronger(best, this.#matchView(view, row.from, steps, steps.length));
      if (best === 'import') break;
    }
    return best;
  }

  /** `User.findOne()` and `this.findOne()` of `class User extends Model`: a class has what the class has that it extends. */
  #classHasType(view: Term, name: string): Identity | undefined {
    const [nearest] = extendedClasses(this.#linked, view);
    const tier = nearest && this.hasType(nearest, name);
    return tier && nearest.file !== view.file ? weaker(tier, 'linked') : tier;
  }

  /** `this.redis`, where the class declares `private redis: Redis`, and `context.redis`, where the type of `context` declares it. */
  #fieldIs(view: Term, key: string, name: string): Identity | undefined {
    if (view.value.k !== 'member') return undefined;
    const object = this.#linked.beside(view, view.value.of);
    const declared = object.value.k === 'instance' ? object.value.type : object.value.k === 'param' ? view.file.functions[object.value.fn]?.params[object.value.index]?.type : undefined;
    if (declared) return this.#declared.memberMatches(view.file, declared, key, name);
    if (object.value.k !== 'this' || object.value.class === null) return undefined;
    const field = view.file.classes[object.value.class]?.fieldTypes.find((candidate) => candidate.name === key);
    return field && this.#declared.matches(view.file, field.type, name);
  }

  #shapeIs(file: FileSummary, fn: FunctionSummary, index: number, name: string): Identity | undefined {
    if (fn.shape !== 'request-handler' || !this.#webFramework(file)) return undefined;
    const request = requestParameter(fn);
    const wanted = index === request ? 'request' : index === request + 1 ? 'response' : undefined;
    return this.#shapes.some((shape) => shape.type === name && shape.parameter === wanted) ? 'shape' : undefined;
  }

  /** `call.req.session.email = …` and `context.req.session.userId`: what is handed to a function holds the request of an application with sessions. */
  #holdsRequest(view: Term, name: string): Identity | undefined {
    if (!isHeldRequest(view) || !this.#webFramework(view.file)) return undefined;
    return this.#shapes.some((shape) => shape.type === name && shape.parameter === 'request') ? 'shape' : undefined;
  }

  #matchPath(term: Term, from: From, steps: readonly Step[], count = steps.length): Identity | undefined {
    let best: Identity | undefined;
    for (const view of this.#linked.views(term)) {
      const tier = this.#matchView(view, from, steps, count);
      best = stronger(best, tier && view.file !== term.file ? weaker(tier, 'linked') : tier);
      if (best === 'import') break;
    }
    return best;
  }

  /** Matches `view` against the first `count` steps, last one first. */
  #matchView(view: Term, from: From, steps: readonly Step[], count: number): Identity | undefined {
    if (count === 0) return this.#isFrom(view, from);
    const step = steps[count - 1];
    const { value } = view;
    switch (step?.step) {
      case 'member': {
        if (value.k === 'import') {
          // A named import is a member of the package.
          return count === 1 && nameFits(step.names, value.name) && this.#packageIs(value.from, from) ? 'import' : undefined;
        }
        if (value.k !== 'member' || typeof value.key !== 'string' || !nameFits(step.names, value.key)) return undefined;
        return this.#matchPath(this.#linked.beside(view, value.of), from, steps, count - 1);
      }
      case 'return':
        return value.k === 'call' ? this.#matchPath(this.#linked.beside(view, value.callee), from, steps, count - 1) : undefined;
      case 'new': {
        const made = value.k === 'new' ? this.#matchPath(this.#linked.beside(view, value.callee), from, steps, count - 1) : undefined;
        return made ?? this.#matchExtended(view, from, steps, count - 1);
      }
      case 'parameter':
        return this.#matchParameter(view, step.index, from, steps, count);
      case 'element':
        if (value.k !== 'member' || typeof value.key === 'string') return undefined;
        return this.#matchPath(this.#linked.beside(view, value.of), from, steps, count - 1);
      default:
        return undefined;
    }
  }

  /** Is the package what the row starts from, by itself or as a value of the type: `require('axios').get`? */
  #packageIs(written: string, from: From): boolean {
    if ('package' in from) return samePackage(from.package, written);
    if ('global' in from) return false;
    return (this.#typeRows.get(from.type) ?? []).some(({ row, steps }) => steps.length === 0 && 'package' in row.from && samePackage(row.from.package, written));
  }

  /** `this` in `class VisitsClient extends RestClient`, and `new VisitsClient()`, are a `RestClient` too. */
  #matchExtended(view: Term, from: From, steps: readonly Step[], count: number): Identity | undefined {
    if (view.value.k === 'class') return undefined;
    for (const extended of extendedClasses(this.#linked, view)) {
      const tier = this.#matchPath(extended, from, steps, count);
      if (tier) return extended.file === view.file ? tier : weaker(tier, 'linked');
    }
    return undefined;
  }

  /** `app.get('/', handler)`: is this parameter one of a function that such a call is handed? */
  #matchParameter(view: Term, index: number, from: From, steps: readonly Step[], count: number): Identity | undefined {
    const { value } = view;
    const argument = steps[count - 2];
    if (value.k !== 'param' || argument?.step !== 'argument') return undefined;
    const fn = view.file.functions[value.fn];
    if (!fn || value.index !== requestParameter(fn) + index) return undefined;
    let best: Identity | undefined;
    for (const { site, argument: position } of this.#registrations(fn)) {
      if (!argumentFits(argument, position, site.call)) continue;
      const call = site.call.value;
      if (call.k !== 'call' && call.k !== 'new') continue;
      const tier = this.#matchPath(this.#linked.beside(site.call, call.callee), from, steps, count - 2);
      best = stronger(best, tier && site.call.file !== view.file ? weaker(tier, 'linked') : tier);
      if (best === 'import') break;
    }
    return best;
  }

  /** Calls that are handed the function, itself or inside a wrapper that models know: `app.get('/', asyncHandler(show))`. */
  #registrations(fn: FunctionSummary): readonly { readonly site: CallSite; readonly argument: number }[] {
    const direct = this.#linked.passedTo(fn);
    const wrapped = direct.flatMap(({ site, argument }) => {
      const isPassed = this.#passes.some((row) => row.to === `Argument[${argument}]` && this.isItself(site.call, row) !== undefined);
      return isPassed ? this.#linked.handedTo(site.call) : [];
    });
    return [...direct, ...wrapped];
  }

  #isFrom(view: Term, from: From): Identity | undefined {
    const { value } = view;
    if ('type' in from) return this.hasType(view, from.type);
    if ('global' in from) return value.k === 'global' && value.name === from.global ? 'import' : undefined;
    if (value.k !== 'import' || !samePackage(from.package, value.from)) return undefined;
    return value.name === '*' || value.name === 'default' ? 'import' : undefined;
  }
}

function argumentFits(step: Extract<Step, { step: 'argument' }>, position: number, call: Term): boolean {
  if (step.index === 'any') return true;
  if (step.index === 'last') return (call.value.k === 'call' || call.value.k === 'new') && position === call.value.args.length - 1;
  return step.from ? position >= step.index : position === step.index;
}

function nameFits(names: readonly string[] | 'any', name: string): boolean {
  return names === 'any' || names.includes(name);
}

/** `node:readline` is `readline`. */
function samePackage(wanted: string, written: string): boolean {
  return written === wanted || written === `node:${wanted}`;
}
