import type { Ask, Capture, ControlPoint, Facts, Flow, FlowStep, FunctionId, Lifetime, Place, Resolved, SessionConfig, ValueTraits, Write } from '../../src/facts/index.js';
import { toFieldIdentity } from '../../src/identify/fields/to-field-identity.js';

/** Facts as an engine would give them, for tests that judge a rule alone. Every place has its own line number as offset. */
export function place(line: number, file = 'src/app.ts'): Place {
  return { file, range: [line, line + 1] };
}

export function point(over: Partial<ControlPoint> = {}): ControlPoint {
  return { fn: 0 as FunctionId, order: 0, arms: [], statement: [0, 1], ...over };
}

export function facts(over: Partial<Facts> = {}): Facts {
  return {
    scope: 'file', sessionConfigs: [], writes: [], reads: [], clears: [], saves: [],
    redirects: [], escapes: [], durations: [], flows: [], containers: [], appends: [], ends: [], repeatedLookUps: [],
    isTest: (file) => file.startsWith('test/'),
    dependenciesOf: () => undefined,
    ...over,
  };
}

export function known<T>(...values: readonly T[]): Resolved<T> {
  return { cases: values.map((value, index) => ({ status: 'known', value, at: place(100 + index) })) };
}

export const after = (minutes: number): Lifetime => ({ ends: 'after', ms: minutes * 60_000 });
export const neverByDefault: Lifetime = { ends: 'never', because: 'default' };
export const unknownLifetime: Resolved<Lifetime> = { cases: [{ status: 'unknown', why: 'environment' }] };

export function sessionConfig(over: Partial<SessionConfig> = {}): SessionConfig {
  return {
    fact: 'session-config', at: place(1), identity: 'import', library: 'express-session', name: over.library ?? 'express-session', where: point(), memory: 'server-session',
    record: known(after(30)), cookie: known<Lifetime>({ ends: 'browser-close' }), absolute: known<Lifetime>(), store: known('process-memory'), eagerSave: known(false), misplaced: [], fixed: [], environmentGuard: false,
    ...over,
  };
}

export function traits(over: Partial<ValueTraits> = {}): ValueTraits {
  return { names: [], types: [], properties: [], through: [], ...over };
}

export function write(over: Partial<Write> = {}): Write {
  return { fact: 'write', at: place(1), identity: 'import', library: 'ioredis', where: point(), memory: 'server-record', path: [], value: traits(), copies: [], sessionKeyed: true, via: [], ...over };
}

function fieldOf(name: string): NonNullable<Ask['field']> {
  const field = toFieldIdentity(name.split('.'));
  if (field === undefined) throw new Error(`${name} is no field`);
  return field;
}

export function ask(name: string, over: Partial<Ask> = {}): Ask {
  return { at: place(1), field: fieldOf(name), prefilled: 'no', guard: 'none', where: point(), ...over };
}

export function capture(path: string, over: Partial<Capture> = {}): Capture {
  const segments = path.split('/');
  const memory = ['wizard.state', 'scene.state', 'scene.session'].includes(segments[0] ?? '') ? 'flow-state' : 'server-session';
  return { at: place(2), memory, field: fieldOf(segments.at(-1) ?? ''), path: segments, where: point(), ...over };
}

/** A step that leads to the next one of the list, unless `next` is given. */
export function step(name: string, over: Partial<FlowStep> = {}): FlowStep {
  return { name, at: place(1), asks: [], captures: [], clears: [], next: [], ...over };
}

/** A flow whose steps follow each other where they do not say otherwise. */
export function flow(steps: readonly FlowStep[], over: Partial<Flow> = {}): Flow {
  const chained = steps.map((one, index) => (one.next.length > 0 ? one : { ...one, next: index + 1 < steps.length ? [index + 1] : [] }));
  return { fact: 'flow', at: place(1), identity: 'import', library: 'telegraf', where: point(), name: 'booking', medium: 'conversation', steps: chained, ...over };
}
