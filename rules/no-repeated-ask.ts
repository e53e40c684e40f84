import type { Ask, Capture, Facts, FieldIdentity, Flow, FlowStep } from '../src/facts/index.js';
import { sameField } from '../src/identify/fields/same-field.js';
import { defineRule, type Report } from '../src/rule.js';
import { findEarlierCapture } from '../src/rule-support/find-earlier-capture.js';
import { isRevisit } from '../src/rule-support/is-revisit.js';

interface Options {
  /** `strong`: every way to the ask leads through the capture. `all`: one way does. */
  readonly evidence: 'strong' | 'all';
}

/** What is asked anew on purpose: proof of identity and what may not be stored (WCAG's exception "security"). */
const ASKED_ON_PURPOSE = new Set(['current-password', 'new-password', 'one-time-code', 'cc-csc']);

/** An ask in its step, with the field it is for. */
interface Site {
  readonly ask: Ask;
  readonly field: FieldIdentity;
  readonly step: FlowStep;
  readonly index: number;
  readonly flow: Flow;
}

function toSites(facts: Facts): Site[] {
  return facts.flows.filter((flow) => !facts.isTest(flow.at.file)).flatMap((flow) => flow.steps.flatMap((step, index) => step.asks.flatMap((ask) => {
    const field = ask.field;
    return field === undefined || ASKED_ON_PURPOSE.has(field.meaning) ? [] : [{ ask, field, step, index, flow }];
  })));
}

/** Asked whatever is known: no condition, nothing filled in, and not where asking is the step's purpose. */
function isForgetful({ ask, step, flow }: Site): boolean {
  return ask.guard === 'none' && ask.prefilled === 'no' && !isRevisit(step.name) && !isRevisit(flow.name);
}

function toReport(site: Site, messageId: 'askedAgain' | 'askedUnguarded', step: string, capture: Capture, alsoAt?: Ask): Report {
  return {
    messageId,
    data: { field: site.field.name, step, path: capture.path.join('.') },
    at: site.ask.at,
    related: [
      { at: capture.at, message: `\`${site.field.name}\` is captured here.` },
      ...(alsoAt === undefined ? [] : [{ at: alsoAt.at, message: 'Here it is only asked when it is missing.' }]),
    ],
    subject: `${site.flow.name}.${capture.path.join('.')}`,
  };
}

function checkEarlierStep(site: Site, options: Options): Report | undefined {
  const found = findEarlierCapture(site.field, site.index, site.flow, options.evidence === 'strong');
  return found === undefined ? undefined : toReport(site, 'askedAgain', found.step.name, found.capture);
}

/** Where a flow keeps the answer beyond its own end: not in `wizard.state`, which dies with the flow. */
function findLastingCapture(site: Site): Capture | undefined {
  const captures = site.flow.steps.flatMap((step) => step.captures);
  return captures.find((capture) => sameField(capture.field, site.field) && !(capture.path[0] ?? '').endsWith('state'));
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((segment, index) => segment === b[index]);
}

/**
 * A value that some code deletes by name, or that its flow drops with everything else, may be gone when it is asked
 * for. A log-out that ends the whole session does not count: it ends the question with it.
 */
function isClearedAnywhere(capture: Capture, flow: Flow, facts: Facts): boolean {
  const byName = facts.clears.some((clear) => clear.path.length > 0 && samePath(clear.path, capture.path.slice(1)));
  const inSteps = facts.flows.some((other) => other.steps.some((step) => step.clears.some((path) => samePath(path, capture.path))));
  return byName || inSteps || flow.steps.some((step) => step.clears.some((path) => path.length === 0));
}

/** The code itself skips the same question elsewhere when the session has the answer, so the answer is fit for use. */
function checkGuardedTwin(site: Site, sites: readonly Site[], facts: Facts): Report | undefined {
  const capture = findLastingCapture(site);
  if (capture === undefined || isClearedAnywhere(capture, site.flow, facts)) return undefined;
  const twin = sites.find((other) => other.ask.guard === 'missing' && other.step !== site.step && sameField(other.field, site.field)
    && findLastingCapture(other)?.path.join('.') === capture.path.join('.'));
  return twin === undefined ? undefined : toReport(site, 'askedUnguarded', twin.step.name, capture, twin.ask);
}

/** A person is asked once for what the flow already holds (WCAG 2.2, Redundant Entry). */
export const noRepeatedAsk = defineRule<Options>({
  name: 'no-repeated-ask',
  docs: {
    description: 'Disallow asking a person again for what an earlier step of the same flow has captured',
    recommended: true,
    scope: 'file, sharper in project',
    standards: ['WCAG 2.2 SC 3.3.7'],
  },
  severity: 'warn',
  messages: {
    askedAgain: '`{{field}}` is asked again here, though step `{{step}}` has captured it in `{{path}}`. Entering the same thing twice costs time, and the two answers can differ. Fill in what is known, or skip the question when it is there.',
    askedUnguarded: '`{{field}}` is asked here whether or not it is known, though `{{step}}` asks only when `{{path}}` is missing. People who have answered are asked again. Skip the question here too when the value is there.',
  },
  suggestions: {},
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { evidence: { description: '`strong` wants every way to the question to lead through the capture; `all` is content with one.', enum: ['strong', 'all'] } },
  },
  defaultOptions: { evidence: 'strong' },
  strictOptions: { evidence: 'all' },
  check(facts, options) {
    const sites = toSites(facts);
    return sites.filter(isForgetful).flatMap((site) => checkEarlierStep(site, options) ?? checkGuardedTwin(site, sites, facts) ?? []);
  },
});
