import { expect, it, vi } from 'vitest';

import { scan } from '../../src/scan.js';
import * as templates from '../../src/templates/nunjucks.js';
import { temporaryFolder } from './temporary-folder.js';

vi.mock('../../src/templates/nunjucks.js', { spy: true });

it('a template that nunjucks refuses is a syntax error, with its line', async () => {
  const report = await scan({ cwd: temporaryFolder({ 'page.njk': '<p>\n{% if a %}\n{{ b c }}\n{% endif %}' }), paths: ['page.njk'] });
  expect(report.stats.syntaxErrors).toBe(1);
  expect(report.notes).toEqual([expect.stringMatching(/^page\.njk: syntax error: .* \(line 3\)$/)]);
  expect(report.failed).toEqual([]);
});

it('a defect of ours in a template is no syntax error: the file has failed', async () => {
  vi.mocked(templates.extractNunjucks).mockImplementationOnce(() => {
    throw new TypeError('a mistake of ours');
  });
  const report = await scan({ cwd: temporaryFolder({ 'page.njk': '<p>' }), paths: ['page.njk'] });
  expect(report.stats.syntaxErrors).toBe(0);
  expect(report.failed).toEqual([{ path: 'page.njk', reason: 'could not be analysed: a mistake of ours' }]);
});

it('a template that nests too deeply is skipped', async () => {
  const report = await scan({ cwd: temporaryFolder({ 'page.njk': '{% if a %}'.repeat(1_000) }), paths: ['page.njk'] });
  expect(report.skipped).toEqual([{ path: 'page.njk', reason: 'nesting too deep' }]);
});
