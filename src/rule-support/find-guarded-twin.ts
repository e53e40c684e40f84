import { sameField } from '../identify/fields/same-field.js';
import { toWords } from '../identify/fields/to-words.js';
import type { Ask, Capture, Clear, FieldIdentity, Flow, FlowStep } from '../facts/index.js';

/** An ask in its step, with the field it is for. */
export interface AskSite {
  readonly ask: Ask;
  readonly field: FieldIdentity;
  readonly step: FlowStep;
  /** Of the step in its flow. */
  readonly index: number;
  readonly flow: Flow;
}

/** Where a flow keeps the answer beyond its own end: not in a `wizard.state`, which dies with it. */
function findLastingCapture(site: AskSite): Capture | undefined {
  const captures = site.flow.steps.flatMap((step) => step.captures);
  return captures.find((capture) => sameField(capture.field, site.field) && capture.memory !== 'flow-state');
}

/** Flows that a person meets first: there the answer is not known yet, whatever later flows guard against. */
const FIRST_MEETINGS = new Set(['register', 'registration', 'signup', 'onboarding', 'onboard', 'welcome', 'intro', 'start', 'begin', 'setup', 'greeting', 'join']);

/** Is the flow one that a person goes through once, when nothing is known yet? */
export function isFirstMeeting(flow: Flow): boolean {
  const words = toWords(flow.name);
  return words.some((word, index) => FIRST_MEETINGS.has(word) || (word === 'sign' && words[index + 1] === 'up'));
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((segment, index) => segment === b[index]);
}

/**
 * A value that some code deletes by name, or that one of the two flows drops with everything else, may be gone when it
 * is asked for. A log-out that ends the whole session does not count: it ends the question with it.
 */
function mayBeCleared(capture: Capture, flows: readonly Flow[], clears: readonly Clear[]): boolean {
  const byName = clears.some((clear) => clear.path.length > 0 && samePath(clear.path, capture.path.slice(1)));
  return byName || flows.some((flow) => flow.steps.some((step) => step.clears.some((path) => path.length === 0 || samePath(path, capture.path))));
}

/**
 * An ask of another flow for the same field, kept in the same place of the session, that is skipped when the answer is there:
 * the code itself says that the answer can be used again.
 */
export function findGuardedTwin(site: AskSite, sites: readonly AskSite[], clears: readonly Clear[]): { readonly twin: AskSite; readonly capture: Capture } | undefined {
  const capture = findLastingCapture(site);
  if (capture === undefined || isFirstMeeting(site.flow)) return undefined;
  const isTwin = (other: AskSite): boolean => {
    const kept = other.flow !== site.flow && other.ask.guard === 'missing' && sameField(other.field, site.field) ? findLastingCapture(other) : undefined;
    return kept !== undefined && samePath(kept.path, capture.path) && !mayBeCleared(capture, [site.flow, other.flow], clears);
  };
  const twin = sites.find(isTwin);
  return twin === undefined ? undefined : { twin, capture };
}
