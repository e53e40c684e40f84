import type { Effect, FileSummary } from '../../facts/index.js';
import type { FunctionRef } from '../../link/term.js';
import type { IdentifyContext } from '../context.js';
import { composedEffects } from './composed-effects.js';
import type { ComposedEffect } from './composed-effects.js';
import type { StageMachine } from './stage-machines.js';
import type { StageWrites } from './stage-writes.js';

/** A function that leads into a stage from outside of all stages: `bot.command('start', (ctx) => { ctx.session.step = 'name'; … })`. */
export interface StageEntry {
  readonly ref: FunctionRef;
  readonly effects: readonly ComposedEffect[];
}

/** Where conversations begin, in all linked files. */
export function findStageEntries({ linked }: IdentifyContext, { state, stages }: StageMachine, writes: StageWrites): readonly StageEntry[] {
  const inside = new Set([...stages.values()].flat().map(placeKey));
  const name = state.path.at(-1);
  return [...linked.files.values()].flatMap((file) => file.functions.flatMap((fn): readonly StageEntry[] => {
    if (!fn.effects.some((effect) => mayWrite(file, effect, name))) return [];
    const effects = composedEffects(linked, { file, fn }).filter((one) => !inside.has(placeKey(one)));
    return effects.some((one) => one.ref.fn === fn && (writes.of(one)?.length ?? 0) > 0) ? [{ ref: { file, fn }, effects }] : [];
  }));
}

function placeKey({ at }: ComposedEffect): string {
  return `${at.file} ${at.range[0]}`;
}

/** Could the effect put a stage there? Most could not, and cost no more than this. */
function mayWrite({ values }: FileSummary, effect: Effect, name: string | undefined): boolean {
  if (effect.e === 'call') {
    const call = values[effect.call];
    const callee = call?.k === 'call' ? values[call.callee] : undefined;
    return callee?.k === 'member' && (callee.key === 'set' || callee.key === 'assign');
  }
  if (effect.e !== 'write') return false;
  const target = values[effect.target];
  const value = values[effect.value];
  return (target?.k === 'member' && (target.key === name || typeof target.key !== 'string')) || value?.k === 'object' || value?.k === 'call';
}
