import { contains, nameOf, type Node, type Source } from './source.js';

/**
 * The nodes that make a marked line right: the outermost statement, property or call that starts on the line, and
 * the initialisers of the variables it names (`session(options)`), two steps deep.
 */
export function regionOf(source: Source, line: number): Node[] {
  const start = lineStart(source.text, line);
  const end = source.text.indexOf('\n', start) < 0 ? source.text.length : source.text.indexOf('\n', start);
  const first = source.nodes.find((node) => node.type !== 'Program' && node.start >= start && node.start < end);
  if (!first) return [];
  const region = [first];
  for (let step = 0; step < 2; step += 1) {
    const names = new Set(
      source.nodes.filter((node) => region.some((part) => contains(part, node))).map(nameOf),
    );
    const declared = source.nodes.filter(
      (node) => node.type === 'VariableDeclarator' && names.has(nameOf(node['id'])) && !region.includes(node),
    );
    region.push(...declared);
  }
  return region;
}

/** The innermost function body, or the whole file, that a line stands in: where a later call may stand. */
export function bodyOf(source: Source, region: readonly Node[]): Node {
  let node = region[0];
  while (node && node.type !== 'BlockStatement' && node.type !== 'Program' && node.type !== 'FunctionBody') {
    node = source.parents.get(node);
  }
  return node ?? source.nodes[0]!;
}

function lineStart(text: string, line: number): number {
  let start = 0;
  for (let current = 1; current < line; current += 1) start = text.indexOf('\n', start) + 1;
  return start;
}
