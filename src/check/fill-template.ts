/** Puts `data` into `{{name}}` placeholders, as ESLint does: what `data` does not have stays as it is. */
export function fillTemplate(template: string, data: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (placeholder, name: string) =>
    Object.hasOwn(data, name) ? String(data[name]) : placeholder,
  );
}
