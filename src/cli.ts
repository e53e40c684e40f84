#!/usr/bin/env node
import { main } from './cli/main.js';
import { quietOnClosedPipe } from './cli/quiet-on-closed-pipe.js';

quietOnClosedPipe(process);
process.exitCode = await main(process.argv.slice(2), {
  cwd: () => process.cwd(),
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
});
