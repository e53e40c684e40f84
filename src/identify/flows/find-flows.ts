import type { Flow } from '../../facts/index.js';
import type { IdentifyContext } from '../context.js';
import type { SessionRoots } from '../session-roots.js';
import { BotAsks } from './bot-asks.js';
import { withEntries } from './flow-entries.js';
import { findAgentFlows } from './agent-flows.js';
import { findChainFlows } from './chain-flows.js';
import { findPageFlows } from './page-flows.js';
import { findPromptFlows } from './prompt-flows.js';
import { findSceneFlows } from './scene-flows.js';
import { findStageFlows } from './stage-flows.js';
import { findWizardFlows } from './wizard-flows.js';

/** All flows: steps in order, with what each asks, captures and clears. */
export function findFlows(context: IdentifyContext, roots: SessionRoots): readonly Flow[] {
  const asks = new BotAsks(context, roots);
  return [...withEntries(context, [...findWizardFlows(context, roots, asks), ...findSceneFlows(context, roots, asks), ...findStageFlows(context, roots, asks), ...findChainFlows(context)]), ...findPageFlows(context, roots), ...findPromptFlows(context), ...findAgentFlows(context)];
}
