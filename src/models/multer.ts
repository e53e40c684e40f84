import { defineModel } from './define-model.js';

const REQUEST = { type: 'express.Request' } as const;

/** Uploads of a form. What `diskStorage` keeps has a path and no buffer. */
export const multer = defineModel({
  id: 'multer',
  docs: 'https://github.com/expressjs/multer#file-information',
  packages: ['multer', 'express-fileupload'],
  checkedAgainst: '2 (read), express-fileupload 1 (read)',
  sources: [
    { from: REQUEST, path: 'Member[file].Member[buffer]', gives: 'binary' },
    { from: REQUEST, path: 'Member[files].Member[any].Member[buffer]', gives: 'binary' },
    { from: REQUEST, path: 'Member[files].Element.Member[buffer]', gives: 'binary' },
    { from: REQUEST, path: 'Member[files].Member[any].Member[data]', gives: 'binary' },
  ],
});
