import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../scan/problem.js';
import type { Arguments } from './arguments.js';
import type { ExitCode, Host } from './host.js';

export async function whyCommand(_parsed: Arguments, _host: Host): Promise<ExitCode> {
  void [dirname, isAbsolute, relative, resolve, sep];
  throw new UsageError('not yet');
}
