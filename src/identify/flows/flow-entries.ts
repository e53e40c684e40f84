import type { Capture, Flow, FlowEntry } from '../../facts/index.js';
import { startsTogether } from '../../facts/starts-together.js';
import { argumentOf } from '../../link/linker.js';
import { resolveTerm } from '../../link/property.js';
import type { Term } from '../../link/term.js';
import type { LibraryModel } from '../../models/library-model.js';
import { matchCalls, placeOfSite, rowsOf, whereOf } from '../context.js';
import type { IdentifyContext, MatchedCall } from '../context.js';
import { toFieldIdentity } from '../fields/to-field-identity.js';
import { read } from '../readers/read.js';
import type { BotFlow } from './bot-flow.js';
import { literals } from './page-routes.js';

type MoveRow = NonNullable<LibraryModel['moves']>[number];
type FlowMove = Extract<MoveRow['to'], { readonly flow: unknown }>;

/** A way into the flow of that name; without a name it may be a way into any. */
interface Way {
  readonly library: string;
  readonly name?: string;
  readonly entry: FlowEntry;
}

/** Adds to each flow the calls that lead into it: `ctx.scene.enter('feedback', { email })`. */
export function withEntries(context: IdentifyContext, found: readonly BotFlow[]): readonly Flow[] {
  const calls = matchCalls(context, rowsOf(context.models, (model) => model.moves)).filter(isFlowMove);
  const ways = [...calls.flatMap((matched) => waysOf(context, matched, found)), ...lookAlikes(context, new Set(calls.map(({ site }) => site.call)))];
  return found.map(({ flow, names = [flow.name] }) => {
    // Two flows of one name are flows of two programs, which a call in the file of one of them tells apart.
    const isOnly = (name: string): boolean => found.filter((other) => (other.names ?? [other.flow.name]).includes(name) && other.flow.library === flow.library).length === 1;
    const isMeant = ({ name, entry }: Way): boolean => name === undefined || (names.includes(name) && (isOnly(name) || entry.at.file === flow.at.file));
    const entries = ways.filter((way) => way.library === flow.library && isMeant(way)).map(({ entry }) => entry);
    return entries.length === 0 ? flow : { ...flow, entries };
  });
}

function isFlowMove(matched: MatchedCall<MoveRow>): matched is MatchedCall<MoveRow & { readonly to: FlowMove }> {
  return typeof matched.match.row.to === 'object' && 'flow' in matched.match.row.to;
}

function waysOf(context: IdentifyContext, { site, match }: MatchedCall<MoveRow & { readonly to: FlowMove }>, found: readonly BotFlow[]): readonly Way[] {
  const { model, row: { to } } = match;
  const at = placeOfSite(site);
  const stands = found.flatMap(({ flow, runs }) => runs.flatMap((effects, step) => (effects.some((one) => startsTogether(one.at, at)) ? [{ flow: flow.at, step }] : [])));
  const cases = read({ linked: context.linked, base: site.call }, to.flow);
  const names = cases.flatMap((one) => (one.status === 'known' ? literals(context, one.term) : []));
  const carries = to.with === undefined ? [] : read({ linked: context.linked, base: site.call }, to.with).flatMap((one) => (one.status === 'known' ? carriedBy(context, one.term, to.into, whereOf(site)) : []));
  const froms = stands.length === 0 ? [{}] : stands.map((from) => ({ from }));
  const ways = froms.map((from): Way => ({ library: model.id, entry: { at, ...from, carries } }));
  return names.length === 0 ? ways : names.flatMap((name) => ways.map((way) => ({ ...way, name })));
}

/** A call that looks like such a move, on what is not known: it leads into the flow of that name as far as is known. */
function lookAlikes(context: IdentifyContext, known: ReadonlySet<Term>): readonly Way[] {
  const rows = rowsOf(context.models, (model) => model.moves).filter(({ row }) => typeof row.to === 'object' && 'flow' in row.to);
  return context.linked.callSites.flatMap((site) => {
    const { value } = site.call;
    const callee = value.k === 'call' ? context.linked.beside(site.call, value.callee) : undefined;
    if (known.has(site.call) || callee?.value.k !== 'member' || typeof callee.value.key !== 'string') return [];
    const { key } = callee.value;
    const first = argumentOf(context.linked, site.call, 0);
    return rows.filter(({ row }) => row.path.includes(`Member[${key}].Return`)).flatMap(({ model }) => (first ? literals(context, first) : []).map((name): Way => ({ library: model.id, name, entry: { at: placeOfSite(site), carries: [] } })));
  });
}

/** `{ phone: ctx.session.phone }` hands a telephone number on. What is empty hands nothing on. */
function carriedBy({ linked, fieldAliases }: IdentifyContext, given: Term, into: string, where: Capture['where']): readonly Capture[] {
  return resolveTerm(linked, given).flatMap((one) => {
    if (one.status !== 'known' || one.term.value.k !== 'object') return [];
    const { term } = one;
    return one.term.value.entries.flatMap((entry): readonly Capture[] => {
      const values = resolveTerm(linked, linked.beside(term, entry.value));
      const field = toFieldIdentity([entry.key], fieldAliases);
      const isGiven = values.length > 0 && values.every((value) => value.status !== 'absent' && !(value.status === 'known' && value.term.value.k === 'literal' && (value.term.value.value === null || value.term.value.value === '')));
      return field && isGiven ? [{ at: { file: term.file.file, range: entry.at }, field, path: [into, entry.key], memory: 'flow-state', where }] : [];
    });
  });
}
