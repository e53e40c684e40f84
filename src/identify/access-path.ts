import type { AccessPath } from '../models/library-model.js';

/** One step of an access path. */
export type Step =
  | { readonly step: 'member'; readonly names: readonly string[] | 'any' }
  | { readonly step: 'return' | 'new' | 'assigned' | 'element' }
  | { readonly step: 'argument'; readonly index: number | 'any' | 'last'; readonly from?: true }
  | { readonly step: 'parameter'; readonly index: number };

const STEP = /^(Member|Return|New|Argument|Parameter|Element|Assigned)(?:\[([^\]]*)\])?$/;

const parsed = new Map<AccessPath, readonly Step[]>();

/**
 * Parses `Member[get,post].Argument[any].Parameter[0]`. The empty path is the place itself.
 *
 * @throws {SyntaxError} when a step is unknown; the message names the step and the path.
 */
export function parseAccessPath(path: AccessPath): readonly Step[] {
  let steps = parsed.get(path);
  if (!steps) parsed.set(path, (steps = path === '' ? [] : path.split(/\.(?![^[]*\])/).map((text) => toStep(text, path))));
  return steps;
}

function toStep(text: string, path: string): Step {
  const match = STEP.exec(text);
  const [, name, inner = ''] = match ?? [];
  switch (name) {
    case 'Member':
      if (inner !== '') return { step: 'member', names: inner === 'any' ? 'any' : inner.split(',') };
      break;
    case 'Return':
      return { step: 'return' };
    case 'New':
      return { step: 'new' };
    case 'Element':
      return { step: 'element' };
    case 'Assigned':
      return { step: 'assigned' };
    case 'Argument':
      if (inner === 'any' || inner === 'last') return { step: 'argument', index: inner };
      if (/^\d+\.\.$/.test(inner)) return { step: 'argument', index: Number(inner.slice(0, -2)), from: true };
      if (/^\d+$/.test(inner)) return { step: 'argument', index: Number(inner) };
      break;
    case 'Parameter':
      if (/^\d+$/.test(inner)) return { step: 'parameter', index: Number(inner) };
      break;
    default:
  }
  throw new SyntaxError(`access path "${path}": cannot read the step "${text}"`);
}
