import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A Redis of our own: empty, on a loopback port, without persistence. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

/** Somebody may take the free port between the look and the start. */
const ATTEMPTS = 5;

/**
 * Starts `redis-server`.
 *
 * @throws {Error} when it is not installed, or does not come up.
 */
export async function startRedisServer(): Promise<RedisServer> {
  let reason = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const started = await tryToStart(await freePort());
    if (typeof started !== 'string') return started;
    reason = started;
  }
  throw new Error(`redis-server did not start: ${reason}`);
}

async function tryToStart(port: number): Promise<RedisServer | string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'session-memory-redis-'));
  const child = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A worker that is stopped in the middle of its tests leaves no server behind.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const clean = (): void => {
    process.off('exit', kill);
    rmSync(folder, { recursive: true, force: true });
  };
  const trouble = await ready(child);
  if (trouble !== undefined) {
    kill();
    clean();
    return trouble;
  }
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          clean();
          resolve();
        });
        kill();
      }),
  };
}

/** What went wrong, or `undefined` when the server accepts connections. */
function ready(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Ready to accept connections')) resolve(undefined);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ENOENT' ? 'it is not installed (Debian: apt-get install redis-server)' : error.message));
    child.once('exit', () => resolve(output.trim().split('\n').at(-1) ?? 'it ended'));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
