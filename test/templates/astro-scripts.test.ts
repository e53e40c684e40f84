import { describe, expect, it } from 'vitest';
import { astroScripts } from '../../src/templates/astro-scripts.js';

/** The code of the frontmatter, and language and code of each script. */
function read(text: string): readonly [string | undefined, ...(readonly [string, string])[]] {
  const { frontmatter, scripts } = astroScripts(text);
  const code = ([start, end]: readonly [number, number]): string => text.slice(start, end).trim();
  return [frontmatter && code(frontmatter.code), ...scripts.map((script) => [script.lang, code(script.code)] as const)];
}

describe('frontmatter', () => {
  it.each([
    ['between fences', '---\nlet a\n---\n<p/>', 'let a'],
    ['behind space and comments', '\r\n<!-- a --><!-- --- -->\n---\nlet a\n---\n', 'let a'],
    ['with a fence in a string', "---\nlet a = '---'\n---\n<p/>", "let a = '---'"],
    ['with a fence on a line of a template', '---\nlet a = `\n---\n`\n---\n<p/>', 'let a = `\n---\n`'],
    ['with a fence in a comment', '---\n// ours --- theirs\n/* --- */\nlet a\n---\n', '// ours --- theirs\n/* --- */\nlet a'],
    ['with a quote in a regular expression', "---\nlet a = /'/\n---\n'", "let a = /'/"],
    ['with a fence on the line of a statement', '---\nlet a; ---\n<p/>', 'let a;'],
    ['that is empty', '---\n---\n<p/>', ''],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['no fence', '<p>---</p>'],
    ['one fence', '---\nlet a\n<p/>'],
    ['text before it', 'a\n---\nlet a\n---\n'],
    ['a comment that does not end', '<!-- \n---\nlet a\n---\n'],
    ['nothing', ''],
  ])('is none with %s', (_, text) => {
    expect(read(text)).toEqual([undefined]);
  });
});

describe('scripts of the markup', () => {
  it.each([
    ['in elements', '<main><div><script>a</script></div><script>b</script></main>', [['ts', 'a'], ['ts', 'b']]],
    ['inline', '<script is:inline define:vars={{ a: "</script>", b: 1 > 2 }}>a</script>', [['ts', 'a']]],
    ['in an expression', '{ok && <script is:inline>a</script>}', [['ts', 'a']]],
    ['with a language', '<script lang="tsx">a</script><script type="module">b</script>', [['tsx', 'a'], ['js', 'b']]],
    ['of data', '<script type="application/ld+json" set:html={x} /><script type="application/ld+json">{}</script>', []],
    ['in another file', '<script src="./a.ts"></script><script>a</script>', [['ts', 'a']]],
    ['in comments', '<!-- <script>a</script> -->{/* <script>b</script> */}{ /* */ }<script>c</script>', [['ts', 'c']]],
    ['in other raw text', '<style>/* <script> */</style><textarea><script>a</script></textarea>', []],
    ['in the frontmatter', "---\nconst a = '<script>no</script>'\n---\n<script>yes</script>", [['ts', 'yes']]],
  ])('%s', (_, text, expected) => {
    expect(read(text).slice(1)).toEqual(expected);
  });

  it('takes no more than people write, and no time for what never ends', () => {
    const start = performance.now();
    expect(read('<script>a</script>'.repeat(1000))).toHaveLength(33);
    for (const text of ['<!-- -->', '{/*', '<script {', '---', '<a b={`']) expect(() => read(text.repeat(50_000))).not.toThrow();
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
