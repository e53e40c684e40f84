import type { FileSummary } from '../facts/index.js';
import type { Linked } from '../link/link.js';
import type { Term } from '../link/term.js';

/** Classes that extend classes that extend classes. */
const MAX_CLASSES = 5;

/** What a class extends, nearest first: `class Client` itself, that of `this` in a method, and that of `new Client()`. */
export function extendedClasses(linked: Linked, instance: Term): readonly Term[] {
  const { value, file } = instance;
  const extended: Term[] = [];
  const add = (of: FileSummary, id: number): void => {
    const parent = of.classes[id]?.extends;
    if (parent === undefined || extended.length >= MAX_CLASSES) return;
    const term = linked.term(of, parent);
    extended.push(term);
    for (const view of linked.views(term)) if (view.value.k === 'class' && (view.file !== of || view.value.id !== id)) add(view.file, view.value.id);
  };
  if (value.k === 'class') add(file, value.id);
  if (value.k === 'this' && value.class !== null) add(file, value.class);
  if (value.k === 'new') for (const view of linked.views(linked.beside(instance, value.callee))) if (view.value.k === 'class') add(view.file, view.value.id);
  return extended;
}
