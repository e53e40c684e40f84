import type { Segment } from '../../facts/index.js';
import type { Content } from './content.js';
import type { Extent } from './extent-of-type.js';

type Carrier = Content & { readonly is: 'carrier' };

/** A query that has been waited for is its data; a response is not: that has `data` or `json()`. */
export function delivered(content: Content): Content | undefined {
  if (content.is !== 'carrier' || content.ways !== undefined) return content;
  return content.picked ? undefined : dataOf(content);
}

/** `response.data`, `result.rows`; of the data itself: one element, or some property. */
export function memberOf(content: Content, key: Segment): readonly Content[] {
  switch (content.is) {
    case 'carrier':
      return typeof key === 'string' ? along(content, key, 1) : [];
    case 'copy': {
      if (typeof key === 'string' && content.of.match.row.chain?.wholes?.includes(key)) return [content];
      if (typeof key === 'string' && !/^\d+$/.test(key)) return [{ is: 'part', of: content.of }];
      const one = elementOf(content);
      return one ? [one] : [];
    }
    case 'object': {
      const own = content.entries.findLast((entry) => entry.key === key);
      return own ? own.contents : content.spreads.flatMap((spread) => memberOf(spread, key));
    }
    case 'tuple':
      return typeof key === 'string' ? (content.elements[Number(key)] ?? []) : content.elements.flat();
    case 'part':
      return [content];
  }
}

/** `response.json()`, and methods by which a query goes on. `names`: what the call names, such as columns. */
export function carried(content: Carrier, name: string, names: 'none' | 'some'): readonly Content[] {
  const { chain = {} } = content.of.match.row;
  const further = along(content, name, 2);
  if (further.length > 0) return further;
  if (chain.starts?.includes(name)) return [names === 'none' ? withoutPick(content) : { ...content, picked: true }];
  if (chain.picks?.includes(name)) return [{ ...content, picked: true }];
  if (chain.columns?.includes(name)) return [names === 'none' ? content : { ...content, picked: true }];
  if (chain.bounds?.includes(name)) return [{ ...content, bounded: true }];
  if (chain.one?.includes(name)) return [{ ...content, one: true, ...(names === 'some' && chain.columns !== undefined ? { picked: true } : {}) }];
  return chain.keeps?.includes(name) ? [content] : [];
}

function withoutPick({ picked: _, ...content }: Carrier): Carrier {
  return content;
}

/** On the way to the data: `count` steps, a property and, for a method, its call. */
function along(content: Carrier, key: string, count: 1 | 2): readonly Content[] {
  const ways = (content.ways ?? []).filter(({ steps: [first, next] }) => first?.step === 'member' && first.names.includes(key) && (next?.step === 'return') === (count === 2)).map(({ steps, kind }) => ({ steps: steps.slice(count), kind }));
  const [nearest] = ways;
  if (nearest === undefined) return [];
  if (ways.every(({ steps }) => steps.length > 0)) return [{ ...content, ways }];
  return content.picked ? [] : [dataOf(content, nearest.kind)];
}

/** What the parameter of the last argument, a callback, is given: `(error, user) => …`. */
export function handedTo(content: Content, parameter: number): readonly Content[] {
  if (content.is !== 'copy' && content.is !== 'carrier') return [];
  const given = content.of.match.row.callback?.find((one) => one.parameter === parameter)?.gives;
  if (given === undefined) return [];
  return [given === 'data' && content.is === 'carrier' ? dataOf(content) : delivered(content)].filter((one) => one !== undefined);
}

/** A result that is kept whole keeps the data in one of its properties; what only a method gives is not kept along. */
export function withData(content: Content | undefined): Content | undefined {
  if (content?.is !== 'carrier' || content.picked) return content;
  return content.ways?.some(({ steps }) => steps.every(({ step }) => step === 'member')) ? dataOf(content) : content;
}

/** What it carries. */
function dataOf({ of, bounded, one }: Carrier, kind = of.match.row.gives): Content {
  return { is: 'copy', of, kind: one && kind === 'records' ? 'record' : kind, ...(bounded ? { bounded } : {}) };
}

/** One of a list. */
export function elementOf(content: Content): Content | undefined {
  const data = delivered(content);
  if (data?.is !== 'copy') return data;
  return { is: 'copy', of: data.of, kind: data.kind === 'records' || data.kind === 'response' ? 'record' : data.kind };
}

/** Is it what a database gave, with all its fields? */
export function isRow(content: Content): boolean {
  return content.is === 'copy' && (content.of.match.row.gives === 'record' || content.of.match.row.gives === 'records');
}

/** What a written type adds: that an answer is a list, or one entity. */
export function ofExtent(content: Content, extent: Extent): Content {
  if (extent === 'list') return listOf(content);
  return extent === 'object' && content.is === 'copy' && content.kind === 'response' ? { ...content, kind: 'record' } : content;
}

/** What a list of such elements is, of a `list` that may be cut. */
export function listOf(content: Content, list?: Content): Content {
  if (content.is === 'object') return { ...content, spreads: content.spreads.map((spread) => listOf(spread, list)) };
  if (content.is !== 'copy' || (content.kind !== 'record' && content.kind !== 'response')) return content;
  return { ...content, kind: 'records', ...(isCut(list) ? { bounded: true } : {}) };
}

function isCut(list: Content | undefined): boolean {
  return (list?.is === 'copy' || list?.is === 'carrier') && list.bounded === true;
}
