import type { TemplateNode } from './nodes.js';

/** The text of `{{ "checked" if test }}` and `{{ test and "checked" }}`: the only thing that they can write. */
export function conditionalText(node: TemplateNode): string | undefined {
  if (node.typename === 'InlineIf') return isEmpty(node.else_) ? textOf(node.body) : undefined;
  return node.typename === 'And' ? textOf(node.right) : undefined;
}

function textOf(node: TemplateNode): string | undefined {
  return node.typename === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

function isEmpty(node: TemplateNode | null): boolean {
  return node === null || textOf(node) === '';
}
