import type { Capture } from '../../facts/index.js';
import { relatePoints } from '../../facts/relate.js';
import type { ComposedEffect } from './composed-effects.js';

/**
 * Marks answers that the step can go on without: `if (text === 'skip') return ctx.wizard.next()` stands in front of the
 * line that keeps them.
 *
 * @param exits what leads on from the step
 * @param handlers the step's functions are `alternatives`, of which one runs, or run one after another (`in-turn`)
 */
export function markSkippable(captures: readonly Capture[], exits: readonly ComposedEffect[], handlers: 'alternatives' | 'in-turn'): readonly Capture[] {
  return captures.map((capture) => {
    const isSkipped = exits.some(({ where }) => (where.fn === capture.where.fn ? relatePoints(capture.where, where) === 'exclusive' : handlers === 'alternatives'));
    return isSkipped ? { ...capture, skippable: true } : capture;
  });
}
