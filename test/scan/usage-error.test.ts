import { expect, it } from 'vitest';

import { scan, UsageError } from '../../src/scan.js';
import { temporaryFolder } from './temporary-folder.js';

it('who calls scan can tell a wrong path from a defect', async () => {
  await expect(scan({ cwd: temporaryFolder({}), paths: ['missing'] })).rejects.toThrow(UsageError);
});
