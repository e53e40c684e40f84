import type { SessionConfig } from '../facts/index.js';
import type { Term } from '../link/term.js';
import type { ConfigRow } from '../models/library-model.js';

/** What would keep the sessions of this library beyond the process, as far as its model tells. */
export function durabilityOf(options: Term, { durable, durableOption }: ConfigRow): Pick<SessionConfig, 'durable' | 'durableOption'> {
  const { value, file } = options;
  return {
    ...(durable ? { durable } : {}),
    ...(durableOption && value.k === 'object' ? { durableOption: { object: { file: file.file, range: value.at }, path: durableOption.set, code: durableOption.code } } : {}),
  };
}
