import { defineModel } from './define-model.js';

/** A client that projects extend with a method for each call of an API; its methods give the body. */
export const hmppsRestClient = defineModel({
  id: 'hmpps-rest-client',
  docs: 'https://github.com/ministryofjustice/hmpps-typescript-lib/tree/main/packages/rest-client',
  packages: ['@ministryofjustice/hmpps-rest-client'],
  checkedAgainst: '1.2 (read)',
  types: [{ name: 'hmpps-rest-client.Client', from: { package: '@ministryofjustice/hmpps-rest-client' }, path: 'Member[RestClient].New' }],
  sources: [{ from: { type: 'hmpps-rest-client.Client' }, path: 'Member[get,post,put,patch,delete].Return', gives: 'response' }],
});
