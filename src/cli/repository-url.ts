/**
 * Where a workflow of GitHub Actions shows the files of its commit, with a slash at its end; `undefined` elsewhere.
 * What the environment says is used only when it is what GitHub writes.
 */
export function repositoryUrl(environment: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_SHA: commit = '' } = environment;
  const isKnown = /^https?:\/\/[\w.-]+(?::\d+)?$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\da-f]{40,64}$/.test(commit);
  return isKnown ? `${server}/${repository}/blob/${commit}/` : undefined;
}
