import type { Arm, Entry, FunctionId, Parameter, Range, ValueId } from '../../facts/index.js';
import { assignedNames } from './assigned-names.js';
import { conditionalText } from './conditional-text.js';
import { deeper, ExpressionReader, inArm, parameterNames, type Site } from './expression-reader.js';
import type { BlockNode, CaptureNode, ForNode, FromImportNode, IfNode, ImportNode, ListNode, MacroNode, ReferenceNode, SetNode, SwitchNode, TemplateNode } from './nodes.js';
import { Scope } from './scope.js';
import { TEMPLATE, type Position, type TemplateRecorder } from './template-recorder.js';

/** An included template sees the variables around it: this many, what is more makes the object open. */
const MOST_LOCALS = 64;

/** Walks the statements of a template in the order of the text, with the variables that hold there. */
export class StatementReader {
  readonly #recorder: TemplateRecorder;
  readonly #expressions: ExpressionReader;
  readonly #macros = new Map<string, ValueId>();
  readonly #macroIds = new Map<TemplateNode, FunctionId>();
  readonly #parents: { readonly node: ReferenceNode; readonly site: Site }[] = [];

  constructor(recorder: TemplateRecorder) {
    this.#recorder = recorder;
    this.#expressions = new ExpressionReader(recorder, this.#macros, (body, site, unknownNames) => {
      this.#readIn(body, site, new Map(unknownNames.map((name) => [name, recorder.table.dynamic()])));
    });
  }

  readTemplate(root: ListNode): void {
    for (const child of root.children) if (child.typename === 'Macro') this.#declareMacro(child);
    const top: Site = { fn: TEMPLATE, arms: [], statement: [0, 0], scope: new Scope(), depth: 0 };
    this.#read(root, top);
    // A parent template is rendered when this one is through, with all of its variables.
    for (const { node, site } of this.#parents) this.#readReference(node, { ...site, scope: top.scope });
    for (const [name, value] of top.scope.variables) if (this.#recorder.table.get(value).k !== 'import') this.#export(name, value);
  }

  #read(node: TemplateNode | null | undefined, outer: Site): void {
    if (!node) return;
    if (node.typename === 'Root' || node.typename === 'NodeList') {
      for (const child of node.children) this.#read(child, outer);
      return;
    }
    const site = deeper(outer, node);
    switch (node.typename) {
      case 'Output':
        this.#readOutput(node, site);
        return;
      case 'If':
      case 'IfAsync':
        this.#readIf(node, this.#atTag(site, node));
        return;
      case 'For':
      case 'AsyncEach':
      case 'AsyncAll':
        this.#readFor(node, this.#atTag(site, node));
        return;
      case 'Switch':
        this.#readSwitch(node, this.#atTag(site, node));
        return;
      case 'Set':
        this.#readSet(node, this.#atTag(site, node));
        return;
      case 'Macro':
        this.#readMacro(node, site);
        return;
      case 'Block':
        this.#readIn((node satisfies BlockNode).body, site, new Map());
        return;
      case 'Include':
        this.#readReference(node, this.#atTag(site, node));
        return;
      case 'Extends':
        this.#parents.push({ node: node satisfies ReferenceNode, site: this.#atTag(site, node) });
        return;
      case 'Import':
      case 'FromImport':
        this.#readImport(node, this.#atTag(site, node));
        return;
      case 'Capture':
        this.#read((node satisfies CaptureNode).body, site);
    }
  }

  /** A body with names of its own; what it assigns ends with it. */
  #readIn(body: TemplateNode, site: Site, names: ReadonlyMap<string, ValueId>): Scope {
    const scope = new Scope(site.scope);
    for (const [name, value] of names) scope.variables.set(name, value);
    this.#read(body, { ...site, scope });
    return scope;
  }

  #atTag<S extends Site>(site: S, node: TemplateNode): S {
    return { ...site, statement: this.#recorder.map.tagAt(node.colno).range };
  }

  #readOutput({ children }: ListNode, site: Site): void {
    for (const child of children) {
      if (child.typename === 'TemplateData') {
        this.#recorder.text(child.colno, position(site));
        continue;
      }
      const tag = this.#recorder.map.tagAt(this.#recorder.map.startOf(child)).range;
      const value = this.#expressions.read(child, { ...site, statement: tag });
      const text = conditionalText(child);
      const test = this.#expressions.conditions.get(child);
      this.#recorder.outputs.set(tag[0], text === undefined || test === undefined ? { value } : { value, conditionalText: { text, test } });
    }
  }

  #readIf(node: IfNode, site: Site): void {
    const { table } = this.#recorder;
    const test = this.#expressions.read(node.cond, site);
    const branch = site.statement[0];
    this.#recorder.tests.set(branch, test);
    const arms = [node.body, node.else_].map((body, arm) => this.#readArm(body, inArm(site, { branch, arm, kind: 'if', test })));
    this.#join(site, arms, (cases) => table.any('writes', cases));
  }

  #readArm(body: TemplateNode | null, site: Site): Scope {
    const scope = new Scope(site.scope);
    // `{% elif %}` is an `if` that stands alone in the other arm.
    this.#read(body, { ...site, scope });
    return scope;
  }

  /** After a branch a variable is what one of the arms made it, or what it was. */
  #join({ scope }: Site, arms: readonly Scope[], join: (cases: readonly ValueId[]) => ValueId): void {
    for (const name of new Set(arms.flatMap((arm) => [...arm.variables.keys()]))) {
      const before = this.#valueOf(scope, name);
      scope.variables.set(name, join(arms.map((arm) => arm.variables.get(name) ?? before)));
    }
  }

  #valueOf(scope: Scope, name: string): ValueId {
    return scope.lookup(name) ?? this.#expressions.contextMember(name);
  }

  #readFor(node: ForNode, site: Site): void {
    const { table } = this.#recorder;
    const items = this.#expressions.read(node.arr, site);
    const branch = site.statement[0];
    const names = new Map([...this.#loopVariables(node.name, items), ['loop', table.dynamic()] as const]);
    // What the body assigns may already be assigned when it runs again.
    for (const name of assignedNames(node.body)) {
      const before = names.has(name) ? undefined : site.scope.lookup(name);
      if (before !== undefined) names.set(name, table.any('writes', [before, table.dynamic()]));
    }
    const body = this.#readIn(node.body, inArm(site, { branch, arm: 0, kind: 'loop' }), names);
    for (const [name, value] of body.variables) {
      const before = site.scope.lookup(name);
      if (before !== undefined && names.get(name) !== value) site.scope.variables.set(name, table.any('writes', [before, value]));
    }
    if (node.else_) this.#readIn(node.else_, inArm(site, { branch, arm: 1, kind: 'if', test: items }), new Map());
  }

  #loopVariables(target: TemplateNode, items: ValueId): [string, ValueId][] {
    const { table } = this.#recorder;
    const element = table.add({ k: 'member', of: items, key: { element: true } });
    if (target.typename === 'Symbol') return [[target.value, element]];
    const names = target.typename === 'Array' ? target.children.flatMap((child) => (child.typename === 'Symbol' ? child.value : [])) : [];
    // `{% for key, item in object %}`; with more names the elements are arrays.
    return names.map((name, index) => [name, names.length === 2 && index === 1 ? element : table.dynamic()]);
  }

  #readSwitch(node: SwitchNode, site: Site): void {
    const { table } = this.#recorder;
    const discriminant = this.#expressions.read(node.expr, site);
    const branch = site.statement[0];
    const scopes = node.cases.map(({ cond, body }, arm) => {
      const test = table.add({ k: 'op', op: '===', of: [discriminant, this.#expressions.read(cond, site)] });
      return this.#readArm(body, inArm(site, { branch, arm, kind: 'switch', test }));
    });
    const other: Arm = { branch, arm: node.cases.length, kind: 'switch' };
    scopes.push(this.#readArm(node.default, inArm(site, other)));
    this.#join(site, scopes, (cases) => table.any('writes', cases));
  }

  #readSet(node: SetNode, site: Site): void {
    const value = node.value ? this.#expressions.read(node.value, site) : this.#recorder.table.dynamic();
    if (node.body) this.#readIn(node.body, site, new Map());
    for (const target of node.targets) if (target.typename === 'Symbol') site.scope.variables.set(target.value, value);
  }

  #declareMacro(node: MacroNode): FunctionId {
    const { map, table } = this.#recorder;
    const known = this.#macroIds.get(node);
    if (known !== undefined) return known;
    const name = node.name.value;
    const id = this.#recorder.addFunction(name, map.blockAt(node.colno), [], TEMPLATE);
    this.#macroIds.set(node, id);
    const value = table.add({ k: 'function', id });
    this.#macros.set(name, value);
    this.#export(name, value);
    return id;
  }

  #readMacro(node: MacroNode, site: Site): void {
    const fn = this.#declareMacro(node);
    const inside: Site = { ...this.#atTag(site, node), fn, arms: [] };
    const defaults = this.#defaults(node, inside);
    const names = parameterNames(node);
    this.#recorder.setParameters(fn, names.map((name): Parameter => ({ name, ...defaults.get(name) })));
    const { table } = this.#recorder;
    const params = names.map((name, index) => [name, table.add({ k: 'param', fn, index })] as const);
    // A name that is neither parameter nor variable comes from the template's context.
    this.#readIn(node.body, inside, new Map([['caller', table.dynamic()], ...params]));
  }

  #defaults({ args }: MacroNode, site: Site): Map<string, { default: ValueId }> {
    const defaults = new Map<string, { default: ValueId }>();
    for (const child of args.children) {
      if (child.typename !== 'KeywordArgs') continue;
      for (const pair of child.children) {
        if (pair.typename === 'Pair' && pair.key.typename === 'Symbol') defaults.set(pair.key.value, { default: this.#expressions.read(pair.value, site) });
      }
    }
    return defaults;
  }

  /** Nunjucks exports macros and variables of the outermost level; names with an underscore are private. */
  #export(name: string, value: ValueId): void {
    if (!name.startsWith('_') && !this.#recorder.exports.has(name)) this.#recorder.exports.set(name, value);
  }

  #readReference(node: ReferenceNode, site: Site): void {
    const at = site.statement;
    const callee = this.#template(this.#expressions.read(node.template, site), 'default');
    const call = this.#recorder.table.add({ k: 'call', callee, args: [this.#visibleContext(site, at)], at });
    this.#recorder.effect({ e: 'call', call }, at, site, node.typename === 'Extends');
  }

  /** The context, with the variables around an include laid over it. */
  #visibleContext({ scope }: Site, at: Range): ValueId {
    const { context, table } = this.#recorder;
    const visible = scope.visible(MOST_LOCALS + 1);
    if (visible.size === 0) return context;
    const entries = [...visible].slice(0, MOST_LOCALS).map(([key, value]): Entry => ({ key, value, at }));
    return table.add({ k: 'object', at, entries, spreads: [{ of: context, before: 0 }], open: visible.size > MOST_LOCALS });
  }

  #readImport(node: ImportNode | FromImportNode, site: Site): void {
    const from = this.#expressions.read(node.template, site);
    const { variables } = site.scope;
    if (node.typename === 'Import') {
      if (node.target.typename === 'Symbol') variables.set(node.target.value, this.#template(from, '*'));
      return;
    }
    for (const child of node.names.children) {
      const [name, local] = child.typename === 'Pair' ? [child.key, child.value] : [child, child];
      if (name.typename === 'Symbol' && local.typename === 'Symbol') variables.set(local.value, this.#template(from, name.value));
    }
  }

  /** An export of the template that a value names: `"a.njk"`, `["a.njk", "b.njk"]`, `x or "a.njk"`. */
  #template(reference: ValueId, name: string): ValueId {
    const { table } = this.#recorder;
    const value = table.get(reference);
    if (value.k === 'literal' && typeof value.value === 'string') return table.add({ k: 'import', from: value.value, name });
    if (value.k === 'any' || value.k === 'array') return table.any('writes', value.of.map((of) => this.#template(of, name)));
    return table.dynamic();
  }
}

function position({ fn, arms, statement }: Site): Position {
  return { fn, arms, statement };
}
