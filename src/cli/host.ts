/** The world of a command, so that tests can stand in for it. */
export interface Host {
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** 0: nothing at or above the gate. 1: findings. 2: could not do the job. */
export type ExitCode = 0 | 1 | 2;
