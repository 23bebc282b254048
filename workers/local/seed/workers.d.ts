/** The types of Workers that the verbs name, where Node's own types reign. Nothing here is called by the seed. */
type D1Database = import('@cloudflare/workers-types/index.ts').D1Database;
type ExecutionContext = import('@cloudflare/workers-types/index.ts').ExecutionContext;
type Env = Record<'DB' | 'SEARCH', D1Database> & {
  FILES: import('@cloudflare/workers-types/index.ts').R2Bucket;
} & Record<
    'ROUTING' | 'DELIVERY' | 'CLOCKS' | 'COUNTING' | 'JOBS',
    import('@cloudflare/workers-types/index.ts').Queue
  >;
