import { describe, expect, it } from 'vitest';
import { scan } from '../../src/scan.js';
import { nestingOf } from '../../src/scan/nesting.js';
import { temporaryFolder } from './temporary-folder.js';

const endless = "import session from 'express-session';\nexport const handler = session({ secret: 's' });\n";

/** A piece on a line of its own, so that the file does not look minified. */
function lines(piece: string, n: number): string {
  return `${piece}\n`.repeat(n);
}

/** The shape, `n` deep, as a statement. */
const shapes: Readonly<Record<string, (n: number) => string>> = {
  arrays: (n) => `x = ${lines('[', n)}${lines(']', n)}`,
  parentheses: (n) => `x = ${lines('(', n)}1${lines(')', n)}`,
  objects: (n) => `x = ${lines('{a:', n)}1${lines('}', n)}`,
  blocks: (n) => `${lines('if(a){', n)}${lines('}', n)}`,
  'bare ifs': (n) => `${lines('if(a)', n)};`,
  'else ifs': (n) => `${lines('if(a);else', n)};`,
  ternaries: (n) => `x = ${lines('a?b:', n)}c`,
  arrows: (n) => `x = ${lines('a=>', n)}a`,
  additions: (n) => `x = ${lines('"x"+', n)}"x"`,
  calls: (n) => `x${lines('.f()', n)}`,
  members: (n) => `x${lines('.f', n)}`,
  assignments: (n) => `${lines('a=', n)}1`,
  negations: (n) => `x = ${lines('!', n)}a`,
  news: (n) => `x = ${lines('new', n)}A`,
  generics: (n) => `let y: ${lines('Array<', n)}string${lines('>', n)}`,
  elements: (n) => `x = ${lines('<a>', n)}${lines('</a>', n)}`,
  templates: (n) => `x = ${lines('`${', n)}1${lines('}`', n)}`,
};

describe.each(Object.entries(shapes))('%s', (name, make) => {
  it.each([200, 5_000, 20_000])('nested %i deep do not end the scan', async (depth) => {
    const file = `deep.${name === 'elements' ? 'tsx' : 'ts'}`;
    const folder = temporaryFolder({ [file]: `import 'express-session';\nlet x, a, b, c;\n${make(depth)}\n`, 'endless.ts': endless });
    const report = await scan({ cwd: folder });
    expect(report.findings.map(({ path }) => path)).toContain('endless.ts');
    expect(report.failed).toEqual([]);
    expect(report.skipped.filter(({ reason }) => reason !== 'nesting too deep')).toEqual([]);
  });

  it('are not parsed in process when they could end it', () => {
    expect(nestingOf(make(20_000))).not.toBe('shallow');
    expect(nestingOf(make(100))).toBe('shallow');
  });
});

describe('beyond every stack', () => {
  it.each(['arrays', 'parentheses', 'blocks'])('%s are skipped unparsed', async (shape) => {
    const folder = temporaryFolder({ 'deep.ts': `import 'express-session';\n${shapes[shape]?.(60_000) ?? ''}`, 'endless.ts': endless });
    const report = await scan({ cwd: folder });
    expect(report.skipped).toEqual([{ path: 'deep.ts', reason: 'nesting too deep' }]);
    expect(report.findings.map(({ path }) => path)).toContain('endless.ts');
  });
});
