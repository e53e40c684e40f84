/** Methods that every list of JavaScript has, by what is left of it. */
export const KEEPS_LIST: ReadonlySet<string> = new Set(['filter', 'sort', 'reverse', 'toSorted', 'toReversed', 'concat', 'flat', 'splice', 'values', 'toArray', 'with', 'toSpliced']);
export const GIVES_ONE: ReadonlySet<string> = new Set(['find', 'findLast', 'at', 'pop', 'shift']);
export const MAPS: ReadonlySet<string> = new Set(['map', 'flatMap']);
/** Methods of a promise: the callback is given what it resolves to. */
export const AWAITS: ReadonlySet<string> = new Set(['then']);
/** Methods that give the promise itself. */
export const SAME_PROMISE: ReadonlySet<string> = new Set(['catch', 'finally']);
