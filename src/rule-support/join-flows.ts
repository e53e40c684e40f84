import type { Facts, Flow, FlowStep } from '../facts/index.js';
import { startsTogether } from '../facts/starts-together.js';

/** Several flows as one, and where the steps of each stand in it. */
export interface JoinedFlow {
  readonly flow: Flow;
  readonly offsets: ReadonlyMap<Flow, number>;
}

/** Flows that calls in their steps connect, in groups. */
function toGroups(flows: readonly Flow[]): readonly (readonly Flow[])[] {
  const groups = new Map<Flow, Set<Flow>>(flows.map((flow) => [flow, new Set([flow])]));
  for (const flow of flows) {
    for (const { from } of flow.entries ?? []) {
      const source = from && flows.find((other) => startsTogether(other.at, from.flow));
      const [into, merged] = [groups.get(flow), source && groups.get(source)];
      if (!into || !merged || into === merged) continue;
      for (const member of merged) groups.set(member, into.add(member));
    }
  }
  return [...new Set(groups.values())].map((group) => flows.filter((flow) => group.has(flow)));
}

/** Steps that people can come in by, other than from a step of another flow. */
function startsOf({ steps, starts, entries = [] }: Flow, isComplete: boolean): readonly number[] {
  const led = new Set(steps.flatMap((step, index) => step.next.filter((next) => next !== index)));
  const own = starts ?? steps.map((_, index) => index).filter((index) => index === 0 || !led.has(index));
  const isOnlyLedInto = isComplete && entries.length > 0 && entries.every(({ from }) => from !== undefined);
  return isOnlyLedInto ? own.filter((step) => step !== 0) : own;
}

function join(members: readonly Flow[], isComplete: boolean): JoinedFlow {
  const offsets = new Map<Flow, number>();
  for (const flow of members) offsets.set(flow, [...offsets].reduce((sum, [{ steps }]) => sum + steps.length, 0));
  const offsetOf = (flow: Flow): number => offsets.get(flow) ?? 0;
  // The memory of a flow ends with it.
  const ended = [...new Set(members.flatMap(({ steps }) => steps.flatMap(({ captures }) => captures.flatMap(({ memory, path }) => (memory === 'flow-state' ? path.slice(0, 1) : [])))))].map((name) => [name]);
  const steps = members.flatMap((flow) => flow.steps.map((step, index): FlowStep => {
    const ways = members.flatMap((target) => (target.entries ?? []).flatMap(({ from }) => (from?.step === index && startsTogether(from.flow, flow.at) ? [offsetOf(target)] : [])));
    return { ...step, clears: index === 0 ? [...step.clears, ...ended] : step.clears, next: [...new Set([...step.next.map((next) => next + offsetOf(flow)), ...ways])] };
  }));
  const starts = members.flatMap((flow) => startsOf(flow, isComplete).map((step) => step + offsetOf(flow)));
  const [first] = members;
  return { flow: { ...(first as Flow), steps, starts: starts.length > 0 ? starts : [...offsets.values()] }, offsets };
}

/**
 * Flows that lead into one another as one: a scene whose last step enters the next scene. Whoever is only led into a
 * flow has been through what leads there; one file alone cannot show that.
 */
export function joinFlows({ flows, scope }: Pick<Facts, 'flows' | 'scope'>): ReadonlyMap<Flow, JoinedFlow> {
  return new Map(toGroups(flows).flatMap((members) => {
    const joined = members.length === 1 && members[0] ? { flow: members[0], offsets: new Map([[members[0], 0]]) } : join(members, scope === 'project');
    return members.map((flow) => [flow, joined] as const);
  }));
}
