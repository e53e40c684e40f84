import path from 'node:path';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { models } from '../../src/models/index.js';
import { notInstalledModels } from './not-installed.js';

/** Types that come with no package that is installed here: DefinitelyTyped has them, or an older generation had. */
const notInstalled: ReadonlySet<string> = new Set([
  'express Request',
  'express Response',
  'express Router',
  'express Express',
  'express Application',
  'express-serve-static-core Request',
  'express-serve-static-core Response',
  'global Express.Request',
  'global Express.Response',
  // `import type { Redis } from 'ioredis'` is a namespace's name in version 4: `IORedis.Redis`.
  'ioredis IORedis',
  'ioredis ioredis',
  // @types/redis for version 3.
  'redis RedisClient',
  // A file of the package; its exports name it no more.
  'telegraf/typings Context',
  'koa Context',
  'koa ParameterizedContext',
  'koa ExtendableContext',
  '@koa/router RouterContext',
  'koa-router RouterContext',
  '@hapi/hapi Request',
  '@remix-run/node Session',
  '@remix-run/node SessionStorage',
  '@remix-run/cloudflare Session',
  '@remix-run/cloudflare SessionStorage',
  '@remix-run/deno Session',
  '@remix-run/deno SessionStorage',
  // Globals of Deno and of Cloudflare's workers, and packages that are not installed here.
  'global Deno.Kv',
  'global KVNamespace',
  '@cloudflare/workers-types KVNamespace',
  '@nestjs/jwt JwtService',
  '@vercel/kv VercelKV',
  // Generated for a schema.
  '@prisma/client PrismaClient',
  // Its declarations are in @types/memcached.
  'memcached Memcached',
  // `export =` of a class: the name is the import's own.
  'node-cache NodeCache',
  // A default export has the import's own name, too.
  'universal-cookie Cookies',
  // A global of the declarations of localforage.
  'global LocalForage',
  'ngx-cookie-service CookieService',
  'ngx-cookie-service SsrCookieService',
  'react-cookie Cookies',
  'vue-cookies VueCookies',
  // @types/cookies
  'cookies Cookies',
  'next/server NextRequest',
  '@sveltejs/kit RequestEvent',
  '@sveltejs/kit ServerLoadEvent',
  '@sveltejs/kit Cookies',
  './$types RequestEvent',
  './$types PageServerLoadEvent',
  './$types LayoutServerLoadEvent',
  'astro APIContext',
  'astro AstroCookies',
  'astro:actions ActionAPIContext',
  'next/server NextResponse',
  // @types/memory-cache
  'memory-cache CacheClass',
  'unstorage Storage',
  // Types of functions.
  'astro APIRoute',
  'astro MiddlewareHandler',
  'express RequestHandler',
  'express ErrorRequestHandler',
  'express-serve-static-core RequestHandler',
  'express-serve-static-core ErrorRequestHandler',
  'koa Middleware',
  '@koa/router RouterMiddleware',
  'koa-router IMiddleware',
  'next NextApiRequest',
  'next GetServerSidePropsContext',
  'next NextPageContext',
  'next GetServerSideProps',
  'next NextApiHandler',
  '@sveltejs/kit ServerLoad',
  '@sveltejs/kit RequestHandler',
  '@sveltejs/kit Action',
  '@sveltejs/kit Actions',
  '@sveltejs/kit Handle',
  './$types PageServerLoad',
  './$types LayoutServerLoad',
  './$types RequestHandler',
  './$types Action',
  './$types Actions',
  // @types/koa-router
  'koa-router IRouterContext',
]);

const declared = models.filter(({ id }) => !notInstalledModels.has(id)).flatMap((model) => [...(model.declaredTypes ?? []), ...(model.functionTypes ?? [])].map(({ package: from, name }) => [`${from} ${name}`, from, name] as const));
const packages = [...new Set(declared.map(([, from]) => from))];
const exported = exportedTypes(packages);

describe('every declared type is exported by its package, by itself or in a namespace', () => {
  it.each(declared)('%s', (title, from, name) => {
    expect(exported.get(from)?.has(name) ?? false).toBe(!notInstalled.has(title));
  });

  it('lists nothing as not installed that no model names', () => {
    const titles = new Set<string>(declared.map(([title]) => title));
    expect([...notInstalled].filter((title) => !titles.has(title))).toEqual([]);
  });
});

/** The names that packages export, as the compiler sees them from here: also those of exported namespaces. */
function exportedTypes(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const file = path.join(import.meta.dirname, 'declared.ts');
  const text = names.map((name, index) => `import type * as m${index} from '${name}';`).join('\n');
  const options: ts.CompilerOptions = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, skipLibCheck: true, noLib: true, types: [] };
  const host = ts.createCompilerHost(options);
  const real = { ...host };
  host.fileExists = (name) => name === file || real.fileExists(name);
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : real.getSourceFile(name, ...rest));
  const program = ts.createProgram([file], options, host);
  const checker = program.getTypeChecker();
  const found = new Map<string, Set<string>>();
  for (const statement of program.getSourceFile(file)?.statements ?? []) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const symbol = checker.getSymbolAtLocation(statement.moduleSpecifier);
    const own = symbol ? checker.getExportsOfModule(symbol) : [];
    const inNamespaces = own.flatMap((one) => {
      const target = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
      return target.flags & ts.SymbolFlags.Module ? checker.getExportsOfModule(target) : [];
    });
    found.set(statement.moduleSpecifier.text, new Set([...own, ...inNamespaces].map((one) => one.name)));
  }
  return found;
}
