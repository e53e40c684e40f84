import { emptyCheckpoint, InMemoryStore, MemorySaver } from '@langchain/langgraph-checkpoint';
import { describe, expect, it } from 'vitest';

import { factsOf } from './facts-of.js';

const config = { configurable: { thread_id: 'approval', checkpoint_ns: '' } };

describe('what LangGraph keeps in the process', () => {
  it('is gone with the saver: another one, as after a restart, knows no thread', async () => {
    const saver = new MemorySaver();
    await saver.put(config, { ...emptyCheckpoint(), id: '1' }, { source: 'update', step: 1, parents: {} });
    expect(await saver.getTuple(config)).toBeDefined();
    expect(await new MemorySaver().getTuple(config)).toBeUndefined();
  });

  it('is gone with the store', async () => {
    const store = new InMemoryStore();
    await store.put(['users', 'ada'], 'language', { value: 'de' });
    expect(await store.get(['users', 'ada'], 'language')).toMatchObject({ value: { value: 'de' } });
    expect(await new InMemoryStore().get(['users', 'ada'], 'language')).toBeNull();
  });

  it.each(['MemorySaver', 'InMemoryStore'])('is called process memory: %s', (name) => {
    const [config] = factsOf(`import { ${name} } from '@langchain/langgraph-checkpoint';\nexport const kept = new ${name}();`).sessionConfigs;
    expect(config?.store.cases).toMatchObject([{ status: 'known', value: 'process-memory' }]);
    expect(config?.record.cases).toEqual([]);
  });
});
