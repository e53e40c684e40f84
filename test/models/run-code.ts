const AsyncFunction = (async () => {}).constructor as new (...parameters: string[]) => (...values: unknown[]) => Promise<unknown>;

/** Runs a body of code for real, the very text that the engine is shown, with these variables in scope. */
export function runCode(body: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
  return new AsyncFunction(...Object.keys(variables), body)(...Object.values(variables));
}
