import type { TemplateNode } from './nodes.js';

/** Variables that `{% set %}` assigns in a body, not counting macros and inner blocks, which have their own. */
export function assignedNames(body: TemplateNode): Set<string> {
  const names = new Set<string>();
  const waiting: TemplateNode[] = [body];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.typename === 'Set') {
      for (const target of node.targets) if (target.typename === 'Symbol') names.add(target.value);
    }
    for (const child of bodiesOf(node)) if (child) waiting.push(child);
  }
  return names;
}

function bodiesOf(node: TemplateNode): readonly (TemplateNode | null | undefined)[] {
  switch (node.typename) {
    case 'If':
    case 'IfAsync':
    case 'For':
    case 'AsyncEach':
    case 'AsyncAll':
      return [node.body, node.else_];
    case 'Switch':
      return [...node.cases.map(({ body }) => body), node.default];
    case 'NodeList':
      return node.children;
    default:
      return [];
  }
}
