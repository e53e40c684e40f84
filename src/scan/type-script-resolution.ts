import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import type * as TsMorph from 'ts-morph';
import { toPosix, type Inputs } from './inputs.js';
import { liesInside } from './lies-inside.js';
import { readRegularFile } from './read-regular-file.js';
import type { TypeScriptConfig } from './type-script-config.js';

type TypeScript = typeof TsMorph.ts;

/**
 * Module resolution by TypeScript itself, through ts-morph: for `rootDirs` and for `paths` into other projects'
 * output. Loading costs 200 ms, so it happens with the first question, and most scans never ask.
 * It reads configs and package.json files inside the repository and nothing else.
 */
export class TypeScriptResolution {
  private typeScript: TypeScript | undefined;
  private readonly options = new Map<string, TsMorph.ts.CompilerOptions>();

  constructor(private readonly inputs: Inputs, private readonly files: ReadonlySet<string>) {}

  resolve(fromFile: string, specifier: string, config: TypeScriptConfig): string | undefined {
    const ts = (this.typeScript ??= loadTypeScript());
    const host: TsMorph.ts.ParseConfigHost & TsMorph.ts.ModuleResolutionHost = {
      fileExists: (path) => this.isInside(path) && existsSync(path),
      readFile: (path) => this.read(path),
      directoryExists: (path) => this.isInside(path) && existsSync(path),
      readDirectory: () => [],
      useCaseSensitiveFileNames: ts.sys.useCaseSensitiveFileNames,
      getCurrentDirectory: () => this.inputs.base,
    };
    const containing = join(this.inputs.base, fromFile);
    const resolved = ts.resolveModuleName(specifier, containing, this.optionsOf(ts, config, host), host).resolvedModule;
    if (resolved === undefined) return undefined;
    const path = toPosix(relative(this.inputs.base, resolved.resolvedFileName));
    return this.files.has(path) ? path : undefined;
  }

  private optionsOf(ts: TypeScript, config: TypeScriptConfig, host: TsMorph.ts.ParseConfigHost): TsMorph.ts.CompilerOptions {
    let options = this.options.get(config.absolute);
    if (options === undefined) {
      const json = ts.readConfigFile(config.absolute, (path) => this.read(path)).config as unknown;
      options = ts.parseJsonConfigFileContent(json ?? {}, host, join(config.absolute, '..')).options;
      this.options.set(config.absolute, options);
    }
    return options;
  }

  private read(path: string): string | undefined {
    if (!this.isInside(path)) return undefined;
    try {
      return readRegularFile(path);
    } catch {
      return undefined;
    }
  }

  private isInside(path: string): boolean {
    let real = path;
    try {
      real = realpathSync(path);
    } catch {
      // What does not exist is not read either.
    }
    return liesInside(this.inputs.repository ?? this.inputs.base, real);
  }
}

/** Synchronously, because `link` asks for modules synchronously. */
function loadTypeScript(): TypeScript {
  return (createRequire(import.meta.url)('ts-morph') as typeof TsMorph).ts;
}
