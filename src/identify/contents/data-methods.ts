/** Methods that JavaScript gives lists and values, by what is left of the data. */
export const KEEPS: ReadonlySet<string> = new Set(['filter', 'sort', 'reverse', 'toSorted', 'toReversed', 'concat', 'flat', 'splice', 'values', 'with', 'toSpliced', 'toString', 'toJSON']);
export const GIVES_ONE: ReadonlySet<string> = new Set(['find', 'findLast', 'at', 'pop', 'shift']);
export const MAPS: ReadonlySet<string> = new Set(['map', 'flatMap']);
/** Methods that run the callback for each of a list. */
export const VISITS: ReadonlySet<string> = new Set(['forEach', 'each']);
/** Methods of a promise: the callback is given what it resolves to. */
export const AWAITS: ReadonlySet<string> = new Set(['then']);
/** Methods that give the promise itself. */
export const SAME_PROMISE: ReadonlySet<string> = new Set(['catch', 'finally']);
