import { expect, it } from 'vitest';

import { examplesOf, headingsOf } from '../harness/docs-examples.js';

const PAGE = `# no-x

## Why

\`\`\`ts
ignored();
## No heading
\`\`\`

## Incorrect

\`\`\`ts
alone();
\`\`\`

\`\`\`ts file=src/a.ts
a();
\`\`\`

\`\`\`njk file=views/a.njk
<input>
\`\`\`

\`\`\`ts file=src/a.ts
next();
\`\`\`

## Correct

\`\`\`js
fine();
\`\`\`
`;

it('reads examples, and joins the files of one project', () => {
  expect(examplesOf(PAGE).map(({ section, files }) => [section, ...files.map(({ path, text }) => `${path}: ${text.trim()}`)])).toEqual([
    ['Incorrect', 'src/app.ts: alone();'],
    ['Incorrect', 'src/a.ts: a();', 'views/a.njk: <input>'],
    ['Incorrect', 'src/a.ts: next();'],
    ['Correct', 'src/app.js: fine();'],
  ]);
});

it('reads headings outside of code', () => {
  expect(headingsOf(PAGE)).toEqual(['Why', 'Incorrect', 'Correct']);
});

it('refuses languages that are not scanned', () => {
  expect(() => examplesOf('## Incorrect\n\n```python\nx\n```\n')).toThrow('"python"');
});
