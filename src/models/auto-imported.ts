import type { Row } from './library-model.js';

/** The places of a function that is imported from one of `modules`, or needs no import where the manifest names one of `frameworks`. */
export function autoImported(name: string, modules: readonly string[], frameworks: readonly string[]): readonly Pick<Row, 'from' | 'path' | 'onlyWith'>[] {
  return [
    ...modules.map((module) => ({ from: { package: module }, path: `Member[${name}].Return` })),
    { from: { global: name }, path: 'Return', onlyWith: frameworks },
  ];
}
