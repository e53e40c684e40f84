import type { Ask, Capture, Flow, FlowStep, Place } from '../../facts/index.js';
import { resolveProperty } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { AgentRow } from '../../models/library-model.js';
import { argumentOf } from '../../link/linker.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from '../context.js';
import type { IdentifyContext, MatchedCall } from '../context.js';
import { sameField } from '../fields/same-field.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import { askedInText } from './asked-in-text.js';
import { partsOf } from './session-tests.js';

/** An agent with what stands in its settings. */
interface Agent extends MatchedCall<AgentRow> {
  readonly name: string;
  readonly settings: Term;
  readonly handsOffTo: Set<number>;
}

/** Agents that hand over to one another: what the first must ask for, the next knows from the conversation. */
export function findAgentFlows(context: IdentifyContext): readonly Flow[] {
  const matched = matchCalls(context, rowsOf(context.models, (model) => model.agents));
  if (matched.length < 2) return [];
  const agents = matched.flatMap((one): readonly Agent[] => {
    const settings = argumentOf(context.linked, one.site.call, 0);
    return settings ? [{ ...one, settings, name: textAt(context, settings, one.match.row.name) ?? 'agent', handsOffTo: new Set() }] : [];
  });
  const indexOf = new Map(agents.map(({ site }, index) => [site.call, index]));
  const agentsIn = (term: Term): readonly number[] => context.linked.views(term).flatMap((view) => (view.value.k === 'array' ? [] : (indexOf.get(view) ?? [])));
  noteHandOffs(context, agents, agentsIn);
  return groupsOf(agents).flatMap((members) => toFlow(context, members, agents, agentsIn) ?? []);
}

/** `handoffs: [returns, handoff(sales)]`, `first.handoffs.push(returns)` */
function noteHandOffs(context: IdentifyContext, agents: readonly Agent[], agentsIn: (term: Term) => readonly number[]): void {
  const { linked } = context;
  const targets = (term: Term): readonly number[] => [...agentsIn(term), ...(term.value.k === 'call' ? partsOf(linked, term).flatMap(agentsIn) : [])];
  for (const { settings, match, handsOffTo } of agents) {
    for (const found of resolveProperty(linked, settings, [match.row.handOffs])) {
      const list = found.status === 'known' && found.term.value.k === 'array' ? found.term : undefined;
      if (list?.value.k === 'array') for (const id of list.value.of) for (const index of targets(linked.beside(list, id))) handsOffTo.add(index);
    }
  }
  const property = new Set(agents.map(({ match }) => match.row.handOffs));
  for (const { call } of linked.callSites) {
    const callee = call.value.k === 'call' ? linked.beside(call, call.value.callee) : undefined;
    if (call.value.k !== 'call' || callee?.value.k !== 'member' || callee.value.key !== 'push') continue;
    const list = linked.beside(callee, callee.value.of);
    const bare = list.value.k === 'instance' && list.value.of !== undefined ? linked.beside(list, list.value.of) : list;
    if (bare.value.k !== 'member' || typeof bare.value.key !== 'string' || !property.has(bare.value.key)) continue;
    for (const from of agentsIn(linked.beside(bare, bare.value.of))) for (const id of call.value.args) for (const to of targets(linked.beside(call, id))) agents[from]?.handsOffTo.add(to);
  }
}

/** Agents that hand-offs connect. */
function groupsOf(agents: readonly Agent[]): readonly (readonly number[])[] {
  const group = agents.map((_, index) => index);
  const find = (index: number): number => (group[index] === index ? index : find(group[index] ?? index));
  agents.forEach(({ handsOffTo }, index) => { for (const to of handsOffTo) group[find(to)] = find(index); });
  const byRoot = new Map<number, number[]>();
  agents.forEach((_, index) => byRoot.set(find(index), [...(byRoot.get(find(index)) ?? []), index]));
  return [...byRoot.values()].filter((members) => members.length > 1);
}

function toFlow(context: IdentifyContext, members: readonly number[], agents: readonly Agent[], agentsIn: (term: Term) => readonly number[]): Flow | undefined {
  const first = firstOf(context, members, agents, agentsIn);
  if (first === undefined) return undefined;
  const order = [first, ...members.filter((index) => index !== first)];
  const [lead] = order.flatMap((index) => agents[index] ?? []);
  if (!lead) return undefined;
  return {
    fact: 'flow', at: placeOfSite(lead.site), identity: lead.identity, library: lead.match.model.id, where: whereOf(lead.site),
    name: lead.name, medium: 'agents', starts: [0],
    steps: order.flatMap((index) => (agents[index] ? [toStep(context, agents[index], [...agents[index].handsOffTo].map((to) => order.indexOf(to)))] : [])),
  };
}

/** The only agent that nobody hands over to; else the one that a list of the agents begins with. */
function firstOf({ linked }: IdentifyContext, members: readonly number[], agents: readonly Agent[], agentsIn: (term: Term) => readonly number[]): number | undefined {
  const led = new Set(members.flatMap((index) => [...(agents[index]?.handsOffTo ?? [])]));
  const [only, ...others] = members.filter((index) => !led.has(index));
  if (only !== undefined) return others.length === 0 ? only : undefined;
  const handed = new Set(agents.flatMap(({ settings, match }) => resolveProperty(linked, settings, [match.row.handOffs]).flatMap((found) => (found.status === 'known' ? [found.term] : []))));
  for (const file of new Set(linked.files.values())) {
    for (const { value } of file.exports) {
      for (const list of linked.views(linked.term(file, value))) {
        if (list.value.k !== 'array' || handed.has(list)) continue;
        const found = list.value.of.map((id) => agentsIn(linked.beside(list, id))[0]);
        const [lead] = found;
        if (lead !== undefined && found.length > 1 && found.every((index) => index !== undefined && members.includes(index))) return lead;
      }
    }
  }
  return undefined;
}

function toStep(context: IdentifyContext, { site, match, name, settings }: Agent, next: readonly number[]): FlowStep {
  const { row } = match;
  const text = textAt(context, settings, row.instructions);
  const asked = text === undefined ? [] : askedInText(text, context.fieldAliases);
  const place = placeOfText(settings, row.instructions, text ?? '');
  const where = whereOf(site);
  const needed = toolParameters(context, settings, row.tools);
  return {
    name,
    at: placeOfSite(site),
    asks: asked.map(({ field, from, to, isConditional }): Ask => ({ at: place(from, to), field, prefilled: 'no', guard: isConditional ? 'other' : 'none', where })),
    // A tool that cannot be called without it makes sure that it is asked for.
    captures: asked.filter(({ field, isConditional }) => !isConditional && needed.some((names) => { const other = toFieldIdentity([names], context.fieldAliases); return other !== undefined && sameField(other, field); }))
      .map(({ field, from, to }): Capture => ({ at: place(from, to), memory: 'flow-state', field, path: ['conversation', field.name], where })),
    clears: [],
    next: next.filter((index) => index >= 0),
  };
}

/** The text of a property that is a literal. What a function of the context gives may look at what is known. */
function textAt({ linked }: IdentifyContext, settings: Term, property: string): string | undefined {
  const [found, ...others] = resolveProperty(linked, settings, [property]);
  if (found?.status !== 'known' || others.length > 0) return undefined;
  const { value } = found.term;
  if (value.k === 'template') return value.of.length === 0 ? value.quasis.join('') : undefined;
  return value.k === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** Where a part of the text stands, as long as it is written as it reads; else the property. */
function placeOfText({ file, value }: Term, property: string, text: string): (from: number, to: number) => Place {
  const entry = value.k === 'object' ? value.entries.findLast(({ key }) => key === property) : undefined;
  const at = entry?.at ?? (value.k === 'object' ? value.at : [0, 0]);
  const begin = at[1] - 1 - text.length;
  const isVerbatim = entry !== undefined && begin > at[0] && begin - at[0] <= property.length + 6;
  return (from, to) => ({ file: file.file, range: isVerbatim ? [begin + from, begin + to] : [at[0], at[1]] });
}

/** Names of properties that the agent's tools are given. */
function toolParameters({ linked }: IdentifyContext, settings: Term, property: string): readonly string[] {
  const names = new Set<string>();
  const seen = new Set<Term>();
  const look = (term: Term, depth: number): void => {
    if (depth > 6 || seen.size > 500) return;
    for (const view of linked.views(term)) {
      if (seen.has(view)) continue;
      seen.add(view);
      if (view.value.k === 'object') for (const { key } of view.value.entries) names.add(key);
      if (view.value.k === 'object' || view.value.k === 'array' || view.value.k === 'call') for (const part of partsOf(linked, view)) look(part, depth + 1);
    }
  };
  for (const found of resolveProperty(linked, settings, [property])) if (found.status === 'known') look(found.term, 0);
  return [...names];
}
