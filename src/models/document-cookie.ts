import { defineModel } from './define-model.js';

/** Cookies that scripts write as text. Scripts can read them: what only servers can hide is not there. `max-age` is in seconds. */
export const documentCookie = defineModel({
  id: 'document-cookie',
  docs: 'https://developer.mozilla.org/docs/Web/API/Document/cookie',
  packages: [],
  checkedAgainst: 'RFC 6265bis and the HTML standard, November 2026',
  cookieTexts: [{ from: { global: 'document' }, path: 'Member[cookie]' }],
});
