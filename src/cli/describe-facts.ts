import { spanOf } from '../check/position.js';
import type { Case, Facts, FileSummary, Flow, GivenDuration, Identity, KeyShape, Lifetime, Place, Resolved, SessionConfig, Write } from '../facts/index.js';

const identities: Readonly<Record<Identity, string>> = {
  import: 'known by its import',
  type: 'known by a declared type',
  linked: 'known through another file',
  shape: 'known by the shape of a request handler',
};

/** The facts at a line, each with how it is known and what its values resolve to. */
export function describeFacts(facts: Facts, summaries: ReadonlyMap<string, FileSummary>, path: string, line: number): readonly string[] {
  const isHere = (at: Place): boolean => {
    const summary = summaries.get(at.file);
    if (at.file !== path || summary === undefined) return false;
    const span = spanOf(summary, at.range);
    return span.line <= line && line <= span.endLine;
  };
  const known = (fact: { readonly library: string; readonly identity: Identity }): string => `${fact.library}, ${identities[fact.identity]}`;
  return [
    ...facts.sessionConfigs.filter(({ at }) => isHere(at)).flatMap((config) => [`session set up   (${known(config)})`, ...describeConfig(config)]),
    ...facts.writes.filter(({ at, via }) => isHere(at) || via.some(isHere)).flatMap((write) => [`write to ${write.memory}: ${write.path.join('.')}   (${known(write)})`, ...describeWrite(write)]),
    ...facts.reads.filter(({ at }) => isHere(at)).map((read) => `read from ${read.memory}: ${read.path.join('.')}   (${known(read)})`),
    ...facts.clears.filter(({ at }) => isHere(at)).map((clear) => `clear ${clear.clears} of ${clear.memory}: ${clear.path.join('.')}   (${known(clear)})`),
    ...facts.durations.filter(({ at }) => isHere(at)).flatMap((duration) => [`duration given as ${duration.option}   (${known(duration)})`, ...describeGiven(duration)]),
    ...facts.flows.flatMap((flow) => describeFlow(flow, isHere)),
  ];
}

function describeConfig(config: SessionConfig): readonly string[] {
  return [
    `  memory      ${config.memory}`,
    `  record      ${describeResolved(config.record, describeLifetime)}`,
    `  cookie      ${describeResolved(config.cookie, describeLifetime)}`,
    `  store       ${describeResolved(config.store, (store) => store)}`,
    `  eager save  ${describeResolved(config.eagerSave, String)}`,
    ...config.misplaced.map(({ option, instead }) => `  ignored     ${option}, which belongs in ${instead}`),
    ...config.fixed.map(({ option, instead }) => `  fixed       ${option} is one moment for all sessions; ${instead} is a span for each`),
    ...(config.environmentGuard ? ['  guarded     by a test of the environment, or as a fallback'] : []),
  ];
}

function describeWrite(write: Write): readonly string[] {
  return [
    ...(write.key === undefined ? [] : [`  key       ${describeResolved(write.key, describeKey)}`]),
    ...(write.lifetime === undefined ? [] : [`  lifetime  ${describeResolved(write.lifetime, describeLifetime)}`]),
    ...(write.memory === 'server-record' ? [`  session   ${write.sessionKeyed ? 'the key belongs to one session' : 'the key is not known to belong to one session'}`] : []),
    `  value     ${'literal' in write.value ? JSON.stringify(write.value.literal) : write.value.names.join('.') || write.value.result?.join('.') || 'not known'}`,
  ];
}

function describeGiven({ unit, amount, factors, openProduct, names, comments }: GivenDuration): readonly string[] {
  return [
    `  unit      ${unit}`,
    `  amount    ${describeResolved(amount, (value) => JSON.stringify(value))}`,
    ...(factors.length > 1 || (openProduct && factors.length > 0) ? [`  factors   ${factors.join(' * ')}${openProduct ? ' * something not known' : ''}`] : []),
    ...(names.length > 0 ? [`  names     ${names.join(', ')}`] : []),
    ...(comments.length > 0 ? [`  comments  ${comments.join(' · ')}`] : []),
  ];
}

function describeFlow(flow: Flow, isHere: (at: Place) => boolean): readonly string[] {
  return flow.steps.flatMap((step, index) => {
    const of = `step ${index + 1} (${step.name}) of ${flow.name}`;
    return [
      ...step.asks.filter(({ at }) => isHere(at)).map((ask) => `ask for ${ask.field?.meaning ?? 'something not known'} in ${of}; prefilled: ${ask.prefilled}; guard: ${ask.guard}`),
      ...step.captures.filter(({ at }) => isHere(at)).map((capture) => `capture of ${capture.field.meaning} into ${capture.path.join('.')} in ${of}`),
    ];
  });
}

function describeResolved<T>({ cases }: Resolved<T>, describe: (value: T) => string): string {
  if (cases.length === 0) return 'not known';
  return [...new Set(cases.map((each) => describeCase(each, describe)))].join('; or ');
}

function describeCase<T>(each: Case<T>, describe: (value: T) => string): string {
  switch (each.status) {
    case 'known': return describe(each.value);
    case 'absent': return 'absent';
    case 'unknown': return `unknown (${each.why}): rules are silent`;
  }
}

function describeLifetime(lifetime: Lifetime): string {
  switch (lifetime.ends) {
    case 'after': return `ends after ${describeDuration(lifetime.ms)}`;
    case 'never': return `never ends (${lifetime.because}${lifetime.option === undefined ? '' : `: ${lifetime.option}`})`;
    case 'browser-close': return 'ends when the browser closes';
  }
}

function describeDuration(ms: number): string {
  const units: readonly (readonly [string, number])[] = [['days', 86_400_000], ['h', 3_600_000], ['min', 60_000], ['s', 1_000]];
  const unit = units.find(([, size]) => ms >= size && ms % size === 0);
  return unit === undefined ? `${ms} ms` : `${ms / unit[1]} ${unit[0]}`;
}

function describeKey({ quasis, parts }: KeyShape): string {
  return quasis.map((quasi, at) => quasi + (parts[at] === undefined ? '' : `\${${parts[at]}}`)).join('');
}
