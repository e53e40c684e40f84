import type { ReportingDescriptor } from 'sarif';
import type { Severity } from '../../rule.js';
import type { ReportedRule } from '../reported-rule.js';
import { LEVELS } from './levels.js';
import { reasonsOf, toHelp } from './rule-page.js';

/** Characters that code scanning takes of a description. */
const LONGEST = 1024;
const MOST_TAGS = 20;

const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'recommendation' };

/** A rule as code scanning shows it beside its alerts. */
export function toDescriptor(rule: ReportedRule): ReportingDescriptor {
  const { name, description, page, severity, url } = rule;
  const reasons = reasonsOf(page);
  return {
    id: name,
    name: toPascalCase(name),
    shortDescription: { text: cut(`${description}.`) },
    fullDescription: { text: cut([`${description}.`, ...reasons].join(' ')) },
    help: { text: [`${description}.`, ...reasons, ...(url === undefined ? [] : [url])].join('\n\n'), markdown: toHelp(page, url) },
    ...(url === undefined ? {} : { helpUri: url }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: tagsOf(rule),
      // A rule speaks of what is proven only.
      precision: 'high',
      'problem.severity': PROBLEM_SEVERITIES[severity],
    },
  };
}

/** Weaknesses that have a CWE are security; `external/cwe/cwe-613` is how code scanning knows them. */
function tagsOf({ standards }: ReportedRule): string[] {
  const weaknesses = standards.flatMap((standard) => /^CWE-(\d+)$/.exec(standard)?.[1] ?? []);
  const security = weaknesses.length > 0 ? ['security'] : [];
  const external = weaknesses.map((number) => `external/cwe/cwe-${number.padStart(3, '0')}`);
  return [...security, ...external, ...standards.filter((standard) => !standard.startsWith('CWE-'))].slice(0, MOST_TAGS);
}

function toPascalCase(name: string): string {
  return name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 2).replace(/\s+\S*$/, '')} …`;
}
