import packageJson from '../../package.json' with { type: 'json' };

/**
 * An error of ours with what a person can do about it. ESLint adds the file and the rule that was running; that is the
 * first rule that asked for facts, whatever failed.
 */
export function toDefect(error: unknown): unknown {
  if (error instanceof Error) {
    error.message += `\nThis is a defect of ${packageJson.name} ${packageJson.version}, not of the code. Please report it: ${packageJson.bugs}`;
  }
  return error;
}
