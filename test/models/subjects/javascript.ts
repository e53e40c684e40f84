import type { Subject } from '../subject.js';

/** The globals of this process. */
export const javascriptSubject: Subject = {
  name: 'Node',
  start: (from) => ('global' in from && from.global in globalThis ? [Reflect.get(globalThis, from.global) as unknown] : []),
  isOfType: () => false,
  call: (_, callee) => callee(),
  construct: () => undefined,
  close: () => Promise.resolve(),
};
