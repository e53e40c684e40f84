import { defineModel } from './define-model.js';
import type { SourceRow } from './library-model.js';

const BYTES = { gives: 'binary' } satisfies Partial<SourceRow>;
const READ = { ...BYTES, path: 'Member[readFile].Return' } satisfies Partial<SourceRow>;
const READER = { type: 'files.FileReader' } as const;

/** The bytes of files: those of the server, and those that a person chose in the browser. */
export const files = defineModel({
  id: 'files',
  docs: 'https://nodejs.org/docs/latest-v20.x/api/fs.html',
  packages: [],
  checkedAgainst: 'Node.js 20, browsers (read)',
  types: [{ name: READER.type, from: { global: 'FileReader' }, path: 'New' }],
  sources: [
    { ...READ, from: { package: 'fs' }, callback: [{ parameter: 1, gives: 'result' }] },
    { ...READ, from: { package: 'fs' }, path: 'Member[promises].Member[readFile].Return' },
    { ...READ, from: { package: 'fs/promises' } },
    { ...READ, from: { package: 'fs-extra' } },
    ...['fs', 'fs-extra'].map((name): SourceRow => ({ ...BYTES, from: { package: name }, path: 'Member[readFileSync].Return' })),
    { ...BYTES, from: READER, path: 'Member[result]' },
  ],
});
