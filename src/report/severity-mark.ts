import type { Severity } from '../rule.js';
import type { Colors } from './colors.js';

/** How a severity is shown: readable without colours too. */
export interface SeverityMark {
  readonly symbol: string;
  readonly word: string;
  readonly noun: string;
  readonly paint: (text: string) => string;
}

export function severityMark(severity: Severity, colors: Colors): SeverityMark {
  switch (severity) {
    case 'error':
      return { symbol: '✖', word: 'error', noun: 'error', paint: colors.error };
    case 'warn':
      return { symbol: '▲', word: 'warning', noun: 'warning', paint: colors.warn };
    case 'info':
      return { symbol: '●', word: 'info', noun: 'hint', paint: colors.info };
  }
}
