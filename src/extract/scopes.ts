import { analyze } from '@typescript-eslint/scope-manager';
import type { ProgramNode, ScopeManager } from './program.js';

/**
 * Scopes and references of a tree that oxc made. The only import of the scope manager, so that it can be bundled:
 * loading its 187 modules costs 80 ms, one bundle 16.
 */
export function analyzeScopes(program: ProgramNode, sourceType: 'module' | 'script'): ScopeManager {
  return analyze(program as never, { lib: [], sourceType, globalReturn: sourceType === 'script', jsxPragma: null });
}
