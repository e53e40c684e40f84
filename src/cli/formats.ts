import type { DetailedScan } from '../scan-in-detail.js';
import { folderOf } from './folder-of.js';
import type { Host } from './host.js';
import { hasColour } from './paint.js';

/** What `--format` takes. */
export const formats = ['stylish', 'json', 'sarif', 'github', 'markdown'] as const;
export type Format = (typeof formats)[number];

/**
 * The report in one format. Each format's code is loaded when it is asked for.
 *
 * @param toScreen goes to stdout, not to a file
 */
export async function render(format: Format, scanned: DetailedScan, host: Host, toScreen: boolean): Promise<string> {
  const { report, analysis } = scanned;
  const folder = folderOf(scanned.inputs);
  const sourceOf = (path: string): string | undefined => analysis.texts.known(path)?.text;
  switch (format) {
    case 'stylish': {
      const { toStylish } = await import('../report/stylish.js');
      return toStylish(report, { color: toScreen && hasColour(host.stdout, host.environment), width: toScreen ? (host.stdout.columns ?? 100) : 100, sourceOf });
    }
    case 'json': return (await import('../report/json.js')).toJson(report);
    case 'sarif': {
      const [{ toSarif }, { reportedRules }, { tool }] = await Promise.all([import('../report/sarif.js'), import('./reported-rules.js'), import('./tool.js')]);
      return toSarif(report, { tool, rules: reportedRules(), folder, sourceOf });
    }
    case 'github': return (await import('../report/github.js')).toGithub(report, { folder });
    case 'markdown': {
      const [{ toMarkdown }, { ruleUrl }, { repositoryUrl }] = await Promise.all([import('../report/markdown.js'), import('./rule-url.js'), import('./repository-url.js')]);
      const base = repositoryUrl(host.environment);
      return toMarkdown(report, { folder, sourceOf, urlOf: ruleUrl, ...(base === undefined ? {} : { base }) });
    }
  }
}
