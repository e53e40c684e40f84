import type { Effect, FileSummary, Segment, TypeRef, ValueId } from '../../src/facts/index.js';

/** A value as one line of text, so that expectations can be read: `param1.0.session.email`, `call(import(redis).createClient)`. */
export function show(summary: FileSummary, id: ValueId, depth = 0): string {
  const value = summary.values[id];
  if (!value) return '!missing';
  if (depth > 12) return '…';
  const of = (inner: ValueId): string => show(summary, inner, depth + 1);
  const list = (ids: readonly ValueId[]): string => ids.map(of).join(', ');
  switch (value.k) {
    case 'literal': return JSON.stringify(value.value);
    case 'regexp':
    case 'bigint': return value.text;
    case 'template': return `\`${value.quasis.map((quasi, index) => quasi + (value.of[index] === undefined ? '' : `\${${of(value.of[index])}}`)).join('')}\``;
    case 'object': {
      const parts = value.entries.map(entry => `${entry.key}: ${of(entry.value)}`);
      [...value.spreads].reverse().forEach(spread => parts.splice(spread.before, 0, `...${of(spread.of)}`));
      return `{${parts.join(', ')}${value.open ? ', ?' : ''}}`;
    }
    case 'array': return `[${list(value.of)}${value.open ? ', ?' : ''}]`;
    case 'import': return `import(${value.from}).${value.name}`;
    case 'global': return value.name;
    case 'member': return `${of(value.of)}${segment(value.key)}`;
    case 'call': return `${of(value.callee)}(${list(value.args)}${value.spreadFrom === undefined ? '' : ` spread ${value.spreadFrom}`})`;
    case 'new': return `new ${of(value.callee)}(${list(value.args)})`;
    case 'await': return `await ${of(value.of)}`;
    case 'function': return `fn${value.id}`;
    case 'class': return `class${value.id}`;
    case 'param': return `param${value.fn}.${value.index}`;
    case 'this': return `this${value.class ?? ''}`;
    case 'instance': return `(${value.of === undefined ? 'declared' : of(value.of)} as ${showType(value.type)})`;
    case 'patched': return `patched(${of(value.of)}; ${value.writes.map(write => `${write.path.map(segment).join('')} = ${of(write.value)} ${write.certainty}`).join('; ')})`;
    case 'any': return `any${value.op ?? ''}(${list(value.of)})`;
    case 'op': return `(${value.op} ${list(value.of)})`;
    case 'jsx': return `<${of(value.tag)} ${of(value.attributes)}>[${list(value.children)}]`;
    case 'unknown': return `?${value.why}`;
  }
  function segment(key: Segment): string {
    if (typeof key === 'string') return `.${key}`;
    if ('dynamic' in key) return `[${of(key.dynamic)}]`;
    return 'element' in key ? '[]' : '.**';
  }
}

/** `Request@express.Request<Body>` */
export function showType(type: TypeRef): string {
  const origin = type.from === undefined ? '' : `@${type.from}.${type.imported}`;
  return `${type.name}${origin}${type.args ? `<${type.args.map(showType).join(', ')}>` : ''}`;
}

/** `write param1.0.session.a = "x" [if 0 param1.0.b]` */
export function showEffect(summary: FileSummary, effect: Effect): string {
  const target = 'target' in effect ? effect.target : effect.call;
  const what = effect.e === 'write' ? `${show(summary, target)} ${effect.op} ${show(summary, effect.value)}` : show(summary, target);
  const arms = effect.where.arms.map(arm => ` [${arm.kind} ${arm.arm}${arm.test === undefined ? '' : ` ${show(summary, arm.test)}`}]`).join('');
  return `${effect.e} ${what}${arms}${effect.where.endsPath ? ` ends:${effect.where.endsPath}` : ''}`;
}

/** Effects of one function (0: the module). */
export function effects(summary: FileSummary, fn = 0): string[] {
  return (summary.functions[fn]?.effects ?? []).map(effect => showEffect(summary, effect));
}

/** The value that a file exports under a name. */
export function exported(summary: FileSummary, name = 'x'): string {
  const found = summary.exports.find(each => each.name === name);
  return found ? show(summary, found.value) : '!not exported';
}
