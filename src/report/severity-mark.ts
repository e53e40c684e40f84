import type { Severity } from '../rule.js';
import type { Colors } from './colors.js';

/** How a severity is shown: readable without colours too. */
export interface SeverityMark {
  readonly symbol: string;
  readonly word: string;
  readonly plural: string;
  readonly paint: (text: string) => string;
}

export function severityMark(severity: Severity, colors: Colors): SeverityMark {
  switch (severity) {
    case 'error':
      return { symbol: '✖', word: 'error', plural: 'errors', paint: colors.error };
    case 'warn':
      return { symbol: '▲', word: 'warning', plural: 'warnings', paint: colors.warn };
    case 'info':
      return { symbol: '●', word: 'info', plural: 'info', paint: colors.info };
  }
}
