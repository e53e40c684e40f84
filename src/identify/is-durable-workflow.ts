import type { FileSummary } from '../facts/index.js';

/** Engines that replay the code of a workflow, so that what it keeps in memory outlives the process. */
const ENGINES = /^(?:@temporalio\/workflow|@restatedev\/restate-sdk|@dbos-inc\/dbos-sdk|durable-functions)(?:\/|$)/;

/** Is the file code of a durable workflow engine? */
export function isDurableWorkflow({ values }: FileSummary): boolean {
  return values.some((value) => value.k === 'import' && ENGINES.test(value.from));
}
