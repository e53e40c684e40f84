/** The world of a command, so that tests can stand in for it. */
export interface Host {
  /** Throws when the working directory has been deleted. */
  readonly cwd: () => string;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** 0: nothing at or above the gate. 1: findings. 2: could not do the job. */
export type ExitCode = 0 | 1 | 2;
