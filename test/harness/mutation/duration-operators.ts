import { contains, methodOf, nameOf, type Change, type Node, type Source } from './source.js';

type Operator = (source: Source, region: readonly Node[]) => Change[];

const MS = /^(?:maxAge|PX|px)$/;
const SECONDS = /^(?:ttl|EX|ex)$/;

/** `maxAge: 30 * 60 * 1000` → `maxAge: 30 * 60`: what is read in milliseconds is given in seconds. */
const dropThousand: Operator = (source, region) => durationsIn(source, region, 'ms').flatMap((node) => {
  const text = textOf(source, node);
  const without = text.replace(/ \* 1_?000$|^1_?000 \* /, '');
  return without === text || !/60|3600/.test(without) ? [] : [replace(node, without)];
});

/** `EX: 30 * 60` → `EX: 1000 * 30 * 60`. */
const addThousand: Operator = (source, region) => durationsIn(source, region, 's').flatMap((node) => (/ \* /.test(textOf(source, node)) ? [replace(node, `1000 * ${textOf(source, node)}`)] : []));

/** Milliseconds of a day where seconds are read, and seconds where milliseconds are. */
const otherUnit: Operator = (source, region) => [
  ...durationsIn(source, region, 's').map((node) => replace(node, '86400000')),
  ...durationsIn(source, region, 'ms').map((node) => replace(node, '86400')),
];

/** Three years, in the right unit. */
const threeYears: Operator = (source, region) => [
  ...durationsIn(source, region, 's').map((node) => replace(node, '3 * 365 * 24 * 60 * 60')),
  ...durationsIn(source, region, 'ms').map((node) => replace(node, '3 * 365 * 24 * 60 * 60 * 1000')),
];

/** Values of expiry options and arguments, read in one unit. */
function durationsIn(source: Source, region: readonly Node[], unit: 'ms' | 's'): readonly Node[] {
  return source.nodes.filter((node) => region.slice(0, 1).some((part) => contains(part, node))).flatMap((node): readonly Node[] => {
    const { key, value } = node as { readonly key?: Node; readonly value?: Node };
    if (node.type === 'Property') return value && unitOf(nameOf(key) ?? '', textOf(source, value)) === unit ? [value] : [];
    if (node.type !== 'CallExpression') return [];
    const args = node['arguments'] as Node[];
    const method = methodOf(node) ?? '';
    if ((unit === 's' ? /^set_?ex$/i : /^pset_?ex$/i).test(method)) return args.slice(1, 2);
    const token = args.findIndex((arg) => (unit === 'ms' ? MS : SECONDS).test(nameOf(arg) ?? ''));
    return token > 0 ? args.slice(token + 1, token + 2) : [];
  });
}

/** Libraries read `maxAge` and `ttl` in either unit; what is marked right is written in the right one: `60 * 1000`, `1_800_000`. */
function unitOf(name: string, text: string): 'ms' | 's' | undefined {
  const byName = MS.test(name) ? 'ms' : SECONDS.test(name) ? 's' : undefined;
  if (byName === undefined || !/^\d[\d_]*(?: \* \d[\d_]*)*$/.test(text)) return byName;
  const factors = text.split(' * ').map((factor) => Number(factor.replaceAll('_', '')));
  return factors.some((factor) => factor === 1000 || (factor > 0 && factor % 60_000 === 0)) ? 'ms' : 's';
}

function textOf(source: Source, { start, end }: Node): string {
  return source.text.slice(start, end);
}

function replace({ start, end }: Node, text: string): Change {
  return { edits: [{ start, end, text }] };
}

/** What gives durations in another unit than they are read in. */
export const unitOperators = { dropThousand, addThousand, otherUnit };

/** What makes sessions last for years. */
export const lifetimeOperators = { threeYears };
