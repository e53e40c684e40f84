import { spawnSync } from 'node:child_process';

/**
 * The tests of the Redis models run against a real server. Where none is installed, Debian's package is: as root on a
 * machine with apt, such as a fresh container. Elsewhere a person decides what is installed.
 *
 * @returns what to do, when there is still no server.
 */
export function ensureRedisServer(): string | undefined {
  if (isInstalled('redis-server')) return undefined;
  const remedy = 'The tests need redis-server. Install it (Debian, Ubuntu: apt-get install redis-server; macOS: brew install redis) and run them again.';
  if (process.getuid?.() !== 0 || !isInstalled('apt-get')) return remedy;
  console.log('redis-server is missing: installing it from the distribution');
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', 'redis-server');
  return isInstalled('redis-server') ? undefined : remedy;
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

function apt(...args: readonly string[]): void {
  spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
