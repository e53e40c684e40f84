import { describe, expect, it } from 'vitest';
import { viewCandidates } from '../../src/link/view-candidates.js';

describe('viewCandidates', () => {
  const all = ['pages/step-4.njk', 'pages/step-4.html', 'pages/step-4.nunjucks', 'pages/step-4/index.njk', 'pages/step-4/index.html', 'pages/step-4/index.nunjucks'];

  it.each([
    ['pages/step-4', all],
    ['/pages/step-4', all],
    ['./pages//step-4/', all],
    ['../pages/x/../step-4', all],
    ['pages\\step-4', all],
    ['pages/step-4.njk', ['pages/step-4.njk']],
    ['pages/step-4.HTML', ['pages/step-4.HTML']],
    ['pages/step-4.ejs', ['pages/step-4.ejs']],
    ['', []],
    ['/', []],
    ['..', []],
    ['x'.repeat(2000), []],
  ])('%s', (view, candidates) => {
    expect(viewCandidates(view)).toEqual(candidates);
  });

  it('takes another ending for an extension or a part of the name', () => {
    expect(viewCandidates('terms.v2').slice(0, 2)).toEqual(['terms.v2', 'terms.v2.njk']);
    expect(viewCandidates('release-1.2')[0]).toBe('release-1.2.njk');
    expect(viewCandidates('v1.0/step')[0]).toBe('v1.0/step.njk');
    expect(viewCandidates('.hidden')[0]).toBe('.hidden.njk');
  });
});
