import packageJson from '../package.json' with { type: 'json' };

/** Address of a rule's page for this version. The repository's address stands once, in package.json. */
export function docsUrl(ruleName: string): string {
  return `${packageJson.homepage.replace(/#.*$/, '')}/blob/v${packageJson.version}/rules/${ruleName}.md`;
}
