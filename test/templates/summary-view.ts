import { extractNunjucks } from '../../src/templates/nunjucks.js';
import type { Arm, Effect, FileSummary, Segment, ValueId } from '../../src/facts/index.js';

/** A template's summary with values written as expressions, so that tests read like what they mean. */
export class SummaryView {
  readonly summary: FileSummary;

  constructor(readonly text: string) {
    this.summary = extractNunjucks('views/page.njk', text);
  }

  /** `kind text-of-the-range` → value, of one function (the template's own by default). */
  effects(name = '(template)'): { readonly e: string; readonly source: string; readonly value: string; readonly arms: readonly string[] }[] {
    return this.effectsOf(name).map((effect) => ({
      e: effect.e,
      source: this.source(effect.at),
      value: this.show(effect.e === 'call' ? effect.call : effect.target),
      arms: effect.where.arms.map((arm) => this.showArm(arm)),
    }));
  }

  calls(name?: string): string[] {
    return this.effects(name).filter(({ e }) => e === 'call').map(({ value }) => value);
  }

  reads(name?: string): string[] {
    return this.effects(name).filter(({ e }) => e === 'read').map(({ value }) => value);
  }

  effectsOf(name: string): readonly Effect[] {
    const found = this.summary.functions.find((each) => each.name === name);
    if (!found) throw new Error(`No function ${name}`);
    return found.effects;
  }

  source(at: readonly [number, number]): string {
    return this.text.slice(...at);
  }

  showArm({ kind, arm, test }: Arm): string {
    return `${kind} ${arm}${test === undefined ? '' : `: ${this.show(test)}`}`;
  }

  show(id: ValueId): string {
    const value = this.summary.values[id];
    const all = (ids: readonly ValueId[]): string => ids.map((each) => this.show(each)).join(', ');
    switch (value?.k) {
      case 'literal':
        return JSON.stringify(value.value);
      case 'param':
        return value.fn === 1 ? '$' : `${this.summary.functions[value.fn]?.name}#${value.index}`;
      case 'member':
        return `${this.show(value.of)}${this.#segment(value.key)}`;
      case 'call':
        return `${this.show(value.callee)}(${all(value.args)})`;
      case 'import':
        return `<${value.from}>.${value.name}`;
      case 'global':
        return value.name;
      case 'function':
        return `${this.summary.functions[value.id]?.name}`;
      case 'any':
        return `(${value.of.map((each) => this.show(each)).join(` ${value.op} `)})`;
      case 'op':
        return `${value.op}(${all(value.of)})`;
      case 'array':
        return `[${all(value.of)}${value.open ? ', …' : ''}]`;
      case 'object':
        return `{ ${[...value.spreads.map(({ of }) => `...${this.show(of)}`), ...value.entries.map(({ key, value: entry }) => `${key}: ${this.show(entry)}`)].join(', ')} }`;
      case 'template':
        return `\`${value.quasis.map((quasi, index) => quasi + (index < value.of.length ? `\${${this.show(value.of[index]!)}}` : '')).join('')}\``;
      case 'jsx':
        return `<${this.show(value.tag).slice(1, -1)} ${this.show(value.attributes)}>`;
      case 'unknown':
        return `?${value.why}`;
      case 'regexp':
        return value.text;
      default:
        throw new Error(`Unexpected value ${JSON.stringify(value)}`);
    }
  }

  #segment(key: Segment): string {
    if (typeof key === 'string') return `.${key}`;
    return 'dynamic' in key ? `[${this.show(key.dynamic)}]` : '[]';
  }
}
