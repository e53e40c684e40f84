/**
 * `npm run build`: bundles the entries to dist/*.js and writes declarations to dist/types.
 * `--quick` leaves the declarations out, for a scan straight from a checkout.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { build, type Plugin } from 'esbuild';

import { root } from './root.js';

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown> & {
  dependencies: Record<string, string>;
};

/** Entries by the name that they have in dist. The worker is a file of its own, because workers are started by path. */
const entries = {
  index: 'src/index.ts',
  scan: 'src/scan.ts',
  cli: 'src/cli.ts',
  'deep-worker': 'src/scan/deep-worker.ts',
};

/** What the code asks its own manifest for. The rest of package.json has no place in a bundle. */
const bundledManifestKeys = ['name', 'version', 'description', 'homepage', 'bugs', 'repository', 'engines'];

const slimManifest: Plugin = {
  name: 'slim-manifest',
  setup(bundling) {
    bundling.onLoad({ filter: /[\\/]package\.json$/ }, ({ path: file }) =>
      file === path.join(root, 'package.json')
        ? {
            loader: 'json',
            contents: JSON.stringify(Object.fromEntries(bundledManifestKeys.map((key) => [key, manifest[key]]))),
          }
        : null,
    );
  },
};

rmSync(path.join(root, 'dist'), { recursive: true, force: true });

await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(path.join(root, file)))),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Dependencies stay imports, so that they load only when they are needed. scope-manager is a devDependency and
  // bundled on purpose: as one file it loads in a fifth of the time of its 187 modules.
  external: Object.keys(manifest.dependencies).flatMap((name) => [name, `${name}/*`]),
  // CommonJS code inside the bundle calls `require` for Node's own modules, which ES modules do not have.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
  plugins: [slimManifest],
  legalComments: 'linked',
  logLevel: 'warning',
});

if (!process.argv.includes('--quick')) {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
}
