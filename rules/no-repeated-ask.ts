import type { Ask, Capture, Facts, Flow } from '../src/facts/index.js';
import { defineRule, type Report } from '../src/rule.js';
import { findCarriedAnswer } from '../src/rule-support/find-carried-answer.js';
import { findEarlierCapture } from '../src/rule-support/find-earlier-capture.js';
import { findForgottenAsk } from '../src/rule-support/find-forgotten-ask.js';
import { findGuardedTwin, type AskSite } from '../src/rule-support/find-guarded-twin.js';
import { findUnreadProfile } from '../src/rule-support/find-unread-profile.js';
import { isIdleGuard } from '../src/rule-support/is-idle-guard.js';
import { isRevisit } from '../src/rule-support/is-revisit.js';
import { isWayBack } from '../src/rule-support/is-way-back.js';
import { joinFlows, type JoinedFlow } from '../src/rule-support/join-flows.js';
import { toPrefill } from '../src/rule-support/to-prefill.js';

interface Options {
  /** `strong`: every way to the ask leads through the capture. `all`: one way does, or the flow keeps nothing, or nothing reads what it keeps. */
  readonly evidence: 'strong' | 'all';
}

/** What is asked anew on purpose: proof of identity and what may not be stored (WCAG's exception "security"). */
const ASKED_ON_PURPOSE = new Set(['current-password', 'new-password', 'one-time-code', 'cc-csc']);

function toSites(facts: Facts): AskSite[] {
  return facts.flows.filter((flow) => !facts.isTest(flow.at.file)).flatMap((flow) => flow.steps.flatMap((step, index) => step.asks.flatMap((ask) => {
    const field = ask.field;
    return field === undefined || ASKED_ON_PURPOSE.has(field.meaning) ? [] : [{ ask, field, step, index, flow }];
  })));
}

/** A journey over pages is called like its first page: a search that it begins with is the purpose of that page alone. */
function isRevisitingFlow({ name, steps }: Flow): boolean {
  return name !== steps[0]?.name && isRevisit(name);
}

/** Asked whatever is known: no condition, nothing filled in, and not where asking is the step's purpose. */
function isForgetful({ ask, step, flow }: AskSite, facts: Facts): boolean {
  const taken = ask.takenBy === undefined ? undefined : flow.steps[ask.takenBy];
  if (taken !== undefined && isRevisit(taken.name)) return false;
  return (ask.guard === 'none' || isIdleGuard(ask, facts)) && (ask.prefilled === 'no' || ask.prefilled === 'own-answer') && !isRevisit(step.name) && !isRevisitingFlow(flow);
}

function toReport(site: AskSite, messageId: 'askedAgain' | 'askedAfterHandOver' | 'askedUnguarded', step: string, capture: Capture, alsoAt?: Ask): Report {
  const prefill = toPrefill(site.ask, capture.path);
  return {
    messageId,
    data: { field: site.field.name, step, path: capture.path.join('.') },
    at: site.ask.at,
    related: [
      { at: capture.at, message: `\`${site.field.name}\` is captured here.`, earlier: true },
      ...(alsoAt === undefined ? [] : [{ at: alsoAt.at, message: 'Here it is only asked when it is missing.' }]),
    ],
    suggestions: prefill === undefined ? [] : [{ messageId: 'prefill', data: { expression: prefill.expression }, edits: prefill.edits }],
    subject: `${site.flow.name}.${capture.path.join('.')}`,
  };
}

function checkEarlierStep(site: AskSite, joined: ReadonlyMap<Flow, JoinedFlow>, options: Options): Report | undefined {
  const { flow = site.flow, offsets } = joined.get(site.flow) ?? {};
  const offset = offsets?.get(site.flow) ?? 0;
  if (isWayBack(site.ask, site.index, flow, offset)) return undefined;
  const found = findEarlierCapture(site.field, site.index + offset, flow, options.evidence === 'strong');
  return found === undefined ? undefined : toReport(site, flow.medium === 'agents' ? 'askedAfterHandOver' : 'askedAgain', found.step.name, found.capture);
}

function checkGuardedTwin(site: AskSite, sites: readonly AskSite[], facts: Facts): Report | undefined {
  const found = findGuardedTwin(site, sites, facts.clears);
  return found === undefined ? undefined : toReport(site, 'askedUnguarded', found.twin.step.name, found.capture, found.twin.ask);
}

/** Only where nobody has been asked before: the first question of the flow. */
function checkCarried(site: AskSite): Report | undefined {
  const found = site.index === 0 ? findCarriedAnswer(site.field, site.flow) : undefined;
  return found && {
    messageId: 'askedCarried',
    data: { field: site.field.name, path: found.capture.path.join('.') },
    at: site.ask.at,
    related: [{ at: found.capture.at, message: `\`${found.capture.field.name}\` is handed over here.`, earlier: true }],
    subject: `${site.flow.name}.${found.capture.path.join('.')}`,
  };
}

function checkForgotten(site: AskSite): Report | undefined {
  const found = findForgottenAsk(site);
  return found && {
    messageId: 'askedWithoutMemory',
    data: { field: site.field.name, step: found.step },
    at: site.ask.at,
    severity: 'info',
    related: [{ at: found.ask.at, message: `\`${site.field.name}\` is asked here first.`, earlier: true }],
    subject: `${site.flow.name}.${site.field.meaning}`,
  };
}

function checkProfile(site: AskSite, facts: Facts): Report | undefined {
  const found = findUnreadProfile(site, facts);
  return found && {
    messageId: 'askedEachTime',
    data: { field: site.field.name, path: found.path.join('.') },
    at: site.ask.at,
    severity: 'info',
    related: [{ at: found.at, message: `\`${site.field.name}\` is kept here.` }],
    subject: `${site.flow.name}.${found.path.join('.')}`,
  };
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
  weakestIdentity: 'linked',
  messages: {
    askedAgain: '`{{field}}` is asked again here, though `{{step}}` has captured it in `{{path}}`. Entering the same thing twice costs time, and the two answers can differ. Fill in what is known, or skip the question when it is there.',
    askedAfterHandOver: 'These instructions have `{{field}}` asked for again, though `{{step}}` must ask for it before it hands over. People are asked for what the conversation has told already. Say that it is only asked when it is missing, or make the instructions a function of the context.',
    askedCarried: '`{{field}}` is asked here, though whoever begins this conversation hands it over in `{{path}}`. People are asked for what is known already. Skip the question when the value is there.',
    askedWithoutMemory: '`{{field}}` is asked again here, though `{{step}}` has just asked for it, and nothing keeps the answer. Entering the same thing twice costs time, and the two answers can differ. Keep the answer in the session, or carry it along in the form, and fill it in.',
    askedEachTime: '`{{field}}` is asked each time, though the answer is kept in `{{path}}`, which nothing reads. People who have answered are asked again. Skip the question when the value is there, or do not keep it.',
    askedUnguarded: '`{{field}}` is asked here whether or not it is known, though `{{step}}` asks only when `{{path}}` is missing. People who have answered are asked again. Skip the question here too when the value is there.',
  },
  suggestions: { prefill: 'Fill the field in from `{{expression}}`' },
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { evidence: { description: '`strong` wants every way to the question to lead through the capture; `all` is content with one, and also reports flows that keep no answer at all, and names and addresses that are kept and never read.', enum: ['strong', 'all'] } },
  },
  defaultOptions: { evidence: 'strong' },
  strictOptions: { evidence: 'all' },
  check(facts, options) {
    const sites = toSites(facts);
    const joined = joinFlows(facts);
    const weakly = (site: AskSite): Report | undefined => (options.evidence === 'all' ? (checkForgotten(site) ?? checkProfile(site, facts)) : undefined);
    return sites.filter((site) => isForgetful(site, facts)).flatMap((site) => checkEarlierStep(site, joined, options) ?? checkCarried(site) ?? checkGuardedTwin(site, sites, facts) ?? weakly(site) ?? []);
  },
});
