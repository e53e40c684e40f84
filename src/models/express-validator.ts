import { defineModel } from './define-model.js';

/** What it gives back is what was posted, as far as it has been checked. */
export const expressValidator = defineModel({
  id: 'express-validator',
  docs: 'https://express-validator.github.io/docs/api/matched-data',
  packages: ['express-validator'],
  checkedAgainst: '7.3.2',
  posted: [{ from: { package: 'express-validator' }, path: 'Member[matchedData].Return' }],
});
