import { parseAccessPath, type Step } from '../../src/identify/access-path.js';
import type { From } from '../../src/models/library-model.js';
import type { Callable, Constructor, Subject } from './subject.js';

/** A row as the walk sees it. `name` is there for rows that say what type the place is of. */
export interface WalkedRow {
  readonly from: From;
  readonly path: string;
  readonly name?: string;
}

interface Reached {
  readonly value: unknown;
  /** The member that led here, and what it is a member of. */
  readonly name: string;
  readonly receiver: unknown;
}

/** A row with several names in a step, as one row for each of them. */
export function alternatives({ path, ...row }: WalkedRow): readonly WalkedRow[] {
  const parts = path.split(/\.(?![^[]*\])/);
  const paths = parts.reduce<readonly string[]>((made, part) => {
    const names = /^Member\[(.+)\]$/.exec(part)?.[1]?.split(',').map((name) => `Member[${name}]`) ?? [part];
    return made.flatMap((head) => names.map((name) => (head === '' ? name : `${head}.${name}`)));
  }, ['']);
  return paths.map((one) => ({ ...row, path: one }));
}

/**
 * Walks a row's path on the real thing. What comes last is only looked at: it must be there, and a call must be
 * possible. A row that names a type has its call made, and the result must be of that type.
 */
export async function canWalk(subject: Subject, row: WalkedRow): Promise<boolean> {
  const steps = parseAccessPath(row.path);
  let reached: readonly Reached[] = subject.start(row.from).map((value) => ({ value, name: '', receiver: undefined }));
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    reached = await take(subject, reached, step, steps[index - 1], isLast && row.name === undefined);
  }
  return row.name === undefined ? reached.length > 0 : reached.some(({ value }) => subject.isOfType(value, row.name ?? ''));
}

async function take(subject: Subject, reached: readonly Reached[], step: Step, before: Step | undefined, onlyLook: boolean): Promise<readonly Reached[]> {
  const next = await Promise.all(reached.map(async (one): Promise<readonly Reached[]> => {
    switch (step.step) {
      case 'member':
        return members(one, step.names);
      case 'return':
        return typeof one.value === 'function' ? (onlyLook ? [one] : returned(subject, one)) : [];
      case 'new':
        return isConstructor(one.value) ? (onlyLook ? [one] : [{ value: subject.construct(one.name, one.value), name: '', receiver: undefined }]) : [];
      case 'argument':
        return typeof one.value === 'function' ? [one] : [];
      case 'parameter':
        return parameters(subject, one, before, step.index);
      default:
        return [];
    }
  }));
  return next.flat();
}

function members({ value }: Reached, names: readonly string[] | 'any'): readonly Reached[] {
  if (value === null || value === undefined) return [];
  const owner = Object(value) as object;
  // `mongoose.models.Visit`: whatever the thing itself has.
  return (names === 'any' ? Object.keys(owner).slice(0, 20) : names).filter((name) => name in owner).map((name) => ({ value: Reflect.get(owner, name, value) as unknown, name, receiver: value }));
}

async function returned(subject: Subject, { name, value, receiver }: Reached): Promise<readonly Reached[]> {
  const callee = value as Callable;
  try {
    return [{ value: await subject.call(name, receiver === undefined ? callee : callee.bind(receiver), receiver), name: '', receiver: undefined }];
  } catch {
    // Another of the values reached may take the call.
    return [];
  }
}

async function parameters(subject: Subject, { name, receiver }: Reached, argument: Step | undefined, index: number): Promise<readonly Reached[]> {
  const position = argument?.step === 'argument' && typeof argument.index === 'number' ? argument.index : -1;
  const values = (await subject.parametersOf?.(name, receiver, position)) ?? [];
  return index < values.length ? [{ value: values[index], name: '', receiver: undefined }] : [];
}

function isConstructor(value: unknown): value is Constructor {
  try {
    Reflect.construct(Object, [], value as Constructor);
    return true;
  } catch {
    return false;
  }
}
