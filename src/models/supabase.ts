import { defineModel } from './define-model.js';
import type { QueryChain, SourceRow } from './library-model.js';

const CLIENT = { type: 'supabase.Client' } as const;
const CHAIN: QueryChain = {
  keeps: [
    'eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'like', 'ilike', 'is', 'in', 'contains', 'containedBy', 'overlaps', 'match', 'not', 'or', 'filter', 'textSearch', 'order', 'returns', 'overrideTypes', 'throwOnError', 'abortSignal',
  ],
  bounds: ['limit', 'range'],
  one: ['single', 'maybeSingle'],
  picks: ['csv', 'explain'],
};
const ROWS = { from: CLIENT, gives: 'records', data: ['Member[data]'] } satisfies Partial<SourceRow>;

/** Rows stand in `data`, with all their columns, unless `select` names some. */
export const supabase = defineModel({
  id: 'supabase',
  docs: 'https://supabase.com/docs/reference/javascript/select',
  packages: ['@supabase/supabase-js', '@supabase/ssr', '@supabase/auth-helpers-nextjs'],
  checkedAgainst: '2 (read)',
  types: [
    { name: CLIENT.type, from: { package: '@supabase/supabase-js' }, path: 'Member[createClient].Return' },
    { name: CLIENT.type, from: { package: '@supabase/ssr' }, path: 'Member[createServerClient,createBrowserClient].Return' },
    { name: CLIENT.type, from: { package: '@supabase/auth-helpers-nextjs' }, path: 'Member[createServerComponentClient,createRouteHandlerClient,createServerActionClient,createClientComponentClient,createMiddlewareClient].Return' },
    { name: CLIENT.type, from: CLIENT, path: 'Member[schema].Return' },
  ],
  declaredTypes: [{ package: '@supabase/supabase-js', name: 'SupabaseClient', type: CLIENT.type }],
  sources: [
    { ...ROWS, path: 'Member[from].Return.Member[select].Return', columns: 'Argument[0]', chain: CHAIN },
    { ...ROWS, path: 'Member[from].Return.Member[insert,update,upsert,delete].Return', chain: { ...CHAIN, starts: ['select'] } },
  ],
});
