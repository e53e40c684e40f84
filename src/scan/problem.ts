export type { LeftOut } from '../report/scan-report.js';

/** Something that a person asked for cannot be done as asked: the message is shown as it is and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** One clear line out of a system error: `ENOENT: no such file …` becomes `not found`. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  switch (code) {
    case 'ENOENT': return 'not found';
    case 'EACCES': case 'EPERM': return 'no permission to read';
    case 'EISDIR': return 'is a folder';
    case 'ENOTDIR': return 'is not a folder';
    case 'ENAMETOOLONG': return 'path too long';
    case 'ELOOP': return 'symbolic link';
    case 'ENXIO': return 'not a regular file';
    default: return code ?? (error instanceof Error ? error.message.split('\n', 1)[0] ?? error.name : String(error));
  }
}
