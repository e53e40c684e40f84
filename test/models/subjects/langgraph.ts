import * as checkpoint from '@langchain/langgraph-checkpoint';

import type { Subject } from '../subject.js';

export const langgraphSubject: Subject = {
  name: '@langchain/langgraph-checkpoint 1',
  start: (from) => ('package' in from && from.package === '@langchain/langgraph-checkpoint' ? [checkpoint] : []),
  isOfType: () => false,
  call: (_, callee) => callee(),
  construct: (_, constructor) => new constructor(),
  close: () => Promise.resolve(),
};
