import { expect, it } from 'vitest';
import type { FileSummary } from '../../src/facts/index.js';
import { scan } from '../../src/scan.js';
import { summarise } from '../../src/scan/summarise.js';
import { temporaryFolder } from './temporary-folder.js';

function summaryOf(text: string): FileSummary {
  const made = summarise('src/pages/index.astro', text, 'astro');
  if (!('summary' in made)) throw new Error(JSON.stringify(made));
  return made.summary;
}

const page = `---
import { load } from '../load';
const name: string = await load(Astro.url);
if (!name) return Astro.redirect('/');
---
<p>{name}</p>
<script>
  import { greet } from '../greet';
  const name = document.title;
  greet(name);
</script>
<script>
  const name = 'three';
  warn(name);
</script>
`;

it('reads frontmatter and scripts at the places of the file', () => {
  const { functions, lines, length, dialect } = summaryOf(page);
  const calls = functions[0]!.effects.filter(({ e }) => e === 'call').map(({ at }) => page.slice(...at));
  expect(calls).toEqual(['load(Astro.url)', "Astro.redirect('/')", 'greet(name)', 'warn(name)']);
  expect([lines.length, length, dialect]).toEqual([page.split('\n').length, page.length, 'astro']);
});

it('keeps the names of each script apart', () => {
  const { functions, values } = summaryOf(page);
  const given = functions[0]!.effects.flatMap((effect) => {
    const call = effect.e === 'call' ? values[effect.call] : undefined;
    return call?.k === 'call' ? call.args.map((arg) => values[arg]) : [];
  });
  expect(given.slice(2)).toEqual([expect.objectContaining({ k: 'member', key: 'title' }), { k: 'literal', value: 'three' }]);
});

it('puts imports where the frontmatter has its own', () => {
  const { anchors } = summaryOf(page);
  expect(page.slice(0, anchors.lastImportEnd)).toMatch(/'\.\.\/load';$/);
  expect(page.slice(anchors.afterDirectives)).toMatch(/^import \{ load \}/);
});

it('says what cannot be read', () => {
  expect(summarise('a.astro', '<p>no script</p>', 'astro')).toEqual({ empty: true });
  expect(summarise('a.astro', '---\nconst = 1\n---\n', 'astro')).toHaveProperty('failed');
});

it('follows a page to what it imports, and finds what its scripts keep in the browser', async () => {
  const cwd = temporaryFolder({
    'package.json': '{ "dependencies": { "astro": "5.0.0", "ioredis": "5.11.1" } }',
    'src/keep.ts': "import Redis from 'ioredis';\nconst redis = new Redis();\nexport const keep = (key: string, text: string) => redis.set(key, text);\n",
    'src/pages/index.astro': '---\nimport { keep } from "../keep";\nawait keep(`session:${Astro.params.id}`, "");\n---\n<script>\nlocalStorage.setItem("password", document.forms[0].password.value);\n</script>\n',
  });
  const { findings, stats } = await scan({ cwd });
  expect(findings.map(({ ruleId, path, line }) => `${ruleId} ${path}:${line}`).sort()).toEqual([
    'no-sensitive-session-data src/pages/index.astro:6',
    'require-session-expiry src/keep.ts:3',
  ]);
  expect(stats.syntaxErrors).toBe(0);
});
