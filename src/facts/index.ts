export type * from './place.js';
export type * from './value.js';
export type * from './resolved.js';
export type * from './facts.js';
export * from './summary.js';
export * from './at-least.js';
export * from './parse-duration.js';
export * from './to-milliseconds.js';
