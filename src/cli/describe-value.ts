import type { FileSummary, Segment, TypeRef, ValueId } from '../facts/index.js';

const deepest = 6;

/** A value as a person would write it, cut where it gets long: `import("ioredis").default`, `new Redis(…)`. */
export function describeValue(summary: FileSummary, id: ValueId, depth = 0): string {
  const value = summary.values[id];
  if (value === undefined || depth > deepest) return '…';
  const inner = (of: ValueId): string => describeValue(summary, of, depth + 1);
  switch (value.k) {
    case 'literal': return JSON.stringify(value.value);
    case 'regexp': case 'bigint': return value.text;
    case 'template': return `\`${value.quasis.map((quasi, at) => quasi + (value.of[at] === undefined ? '' : `\${${inner(value.of[at])}}`)).join('')}\``;
    case 'object': return `{ ${value.entries.slice(0, 4).map((entry) => `${entry.key}: ${inner(entry.value)}`).join(', ')}${value.entries.length > 4 || value.spreads.length > 0 ? ', …' : ''} }`;
    case 'array': return `[${value.of.slice(0, 4).map(inner).join(', ')}${value.of.length > 4 ? ', …' : ''}]`;
    case 'import': return value.name === '*' ? `import(${JSON.stringify(value.from)})` : `import(${JSON.stringify(value.from)}).${value.name}`;
    case 'global': return value.name;
    case 'member': return `${inner(value.of)}${describeSegment(summary, value.key, depth)}`;
    case 'call': return `${inner(value.callee)}(${value.args.map(inner).join(', ')})`;
    case 'new': return `new ${inner(value.callee)}(${value.args.map(inner).join(', ')})`;
    case 'await': return `await ${inner(value.of)}`;
    case 'function': return `function ${summary.functions[value.id]?.name ?? ''}`.trimEnd();
    case 'class': return `class ${summary.classes[value.id]?.name ?? ''}`.trimEnd();
    case 'param': return describeParameter(summary, value.fn, value.index);
    case 'this': return 'this';
    case 'instance': return `(${value.of === undefined ? '' : `${inner(value.of)} as `}${describeType(value.type)})`;
    case 'patched': return `${inner(value.of)} with ${value.writes.length} later changes`;
    case 'any': return value.of.map(inner).join(' | ');
    case 'op': return value.of.length === 1 ? `${value.op}${inner(value.of[0] as ValueId)}` : value.of.map(inner).join(` ${value.op} `);
    case 'jsx': return `<${inner(value.tag)}>`;
    case 'unknown': return `unknown (${value.why})`;
  }
}

function describeSegment(summary: FileSummary, key: Segment, depth: number): string {
  if (typeof key === 'string') return /^[\w$]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  if ('dynamic' in key) return `[${describeValue(summary, key.dynamic, depth + 1)}]`;
  return 'element' in key ? '[n]' : '.**';
}

function describeParameter(summary: FileSummary, fn: number, index: number): string {
  const param = summary.functions[fn]?.params[index];
  const name = param?.name ?? `parameter ${index + 1}`;
  return param?.type === undefined ? name : `(${name}: ${describeType(param.type)})`;
}

function describeType(type: TypeRef): string {
  return type.from === undefined ? type.name : `${type.name} from ${JSON.stringify(type.from)}`;
}
