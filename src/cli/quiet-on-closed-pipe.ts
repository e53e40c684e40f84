/**
 * Ends quietly when who reads the output has enough (`… | head -1`), and with one line and exit code 2 when the output
 * cannot be written (a full disk). Without this both end in a stack trace.
 */
export function quietOnClosedPipe({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    stderr.write(`session-memory: the report could not be written: ${error.code ?? error.message}.\n`);
    process.exit(2);
  });
  stderr.on('error', () => undefined);
}
