import type { Flow } from '../../facts/index.js';
import type { ComposedEffect } from './composed-effects.js';

/** A flow, with what each of its steps runs through. */
export interface BotFlow {
  readonly flow: Flow;
  readonly runs: readonly (readonly ComposedEffect[])[];
  /** What calls may call it, where that is more than its name. */
  readonly names?: readonly string[];
}
