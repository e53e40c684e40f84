import type { Result } from 'sarif';
import type { Severity } from '../../rule.js';

export const LEVELS = { error: 'error', warn: 'warning', info: 'note' } as const satisfies Readonly<Record<Severity, Result.level>>;
