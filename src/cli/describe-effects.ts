import { spanOf } from '../check/position.js';
import type { Effect, FileSummary } from '../facts/index.js';
import { describeValue } from './describe-value.js';

/** What the code at a line does, one effect a line of text. */
export function describeEffects(summary: FileSummary, line: number): readonly string[] {
  return summary.functions.flatMap((fn) =>
    fn.effects.filter((effect) => isAt(summary, effect, line)).map((effect) => {
      const guards = effect.where.arms.map(({ kind, arm }) => (kind === 'if' ? (arm === 0 ? 'if' : 'else') : kind));
      return `${describeEffect(summary, effect)}${guards.length === 0 ? '' : `   (in ${guards.join(' > ')})`}`;
    }),
  );
}

function isAt(summary: FileSummary, effect: Effect, line: number): boolean {
  const span = spanOf(summary, effect.at);
  return span.line <= line && line <= span.endLine;
}

function describeEffect(summary: FileSummary, effect: Effect): string {
  switch (effect.e) {
    case 'write': return `write   ${describeValue(summary, effect.target)} ${effect.op === 'define' ? '=' : effect.op} ${describeValue(summary, effect.value)}`;
    case 'read': return `read    ${describeValue(summary, effect.target)}`;
    case 'delete': return `delete  ${describeValue(summary, effect.target)}`;
    case 'call': return `call    ${describeValue(summary, effect.call)}`;
  }
}
