import type { Flow } from '../../facts/index.js';
import type { IdentifyContext } from '../context.js';
import type { SessionRoots } from '../session-roots.js';
import { findPageFlows } from './page-flows.js';
import { findWizardFlows } from './wizard-flows.js';

/** All flows: steps in order, with what each asks, captures and clears. */
export function findFlows(context: IdentifyContext, roots: SessionRoots): readonly Flow[] {
  return [...findWizardFlows(context, roots), ...findPageFlows(context, roots)];
}
