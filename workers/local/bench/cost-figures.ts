/**
 * What the costs on Cloudflare are reckoned from. `measured` is what `npm run bench -- rows cpu` printed on the day named;
 * `use` is an assumption, and its place to change it. Prices are list prices in US dollars.
 */

export const prices = {
  readOn: '2026-11-27',
  sources: [
    'https://developers.cloudflare.com/workers/platform/pricing/',
    'https://developers.cloudflare.com/d1/platform/pricing/',
    'https://developers.cloudflare.com/queues/platform/pricing/',
    'https://developers.cloudflare.com/r2/pricing/',
  ],
  /** Workers Paid, a month. */
  plan: 5,
  /** Included a month, and the price of each `per` beyond. */
  meters: {
    requests: { included: 10e6, per: 1e6, price: 0.3 },
    cpuMs: { included: 30e6, per: 1e6, price: 0.02 },
    rowsRead: { included: 25e9, per: 1e6, price: 0.001 },
    rowsWritten: { included: 50e6, per: 1e6, price: 1 },
    databaseGb: { included: 5, per: 1, price: 0.75 },
    queueOperations: { included: 1e6, per: 1e6, price: 0.4 },
    filesGb: { included: 10, per: 1, price: 0.015 },
    /** Writing and listing files. */
    classA: { included: 1e6, per: 1e6, price: 4.5 },
    classB: { included: 10e6, per: 1e6, price: 0.36 },
  },
} as const;

export type Meter = keyof typeof prices.meters;

/** On 27 November 2026: rows at 100,000 cases; CPU of workerd with the simulators in it, so above what is billed. */
export const measured = {
  submit: { read: 3, written: 16, cpuMs: 12 },
  route: { read: 13, written: 20, cpuMs: 8 },
  /** Each step of an office, an administrator or the reporter. */
  step: { read: 31, written: 16, cpuMs: 22 },
  form: { read: 1, written: 0, cpuMs: 10 },
  status: { read: 1, written: 0, cpuMs: 4 },
  timeline: { read: 24, written: 3, cpuMs: 6 },
  list: { read: 1540, written: 0, cpuMs: 11 },
  case: { read: 92, written: 0, cpuMs: 22 },
  /** A minute in which something was folded. */
  sweep: { read: 85, written: 7, cpuMs: 52 },
  /** A mail: some 13 statements of one row each (workers/features/deliveries.ts). */
  notice: { read: 30, written: 9, cpuMs: 15 },
} as const;

/** What a complaint brings with it, over its whole life. */
export const use = {
  /** Times that each is done for one complaint. */
  complaint: {
    submit: 1,
    route: 1,
    step: 5,
    form: 4,
    status: 12,
    timeline: 6,
    list: 10,
    case: 10,
    notice: 8,
  },
  /** Requests for one complaint beside those: scripts and styles, challenge, photos, scans of a banner. */
  otherRequests: 20,
  /** Of one message: written, read and deleted. */
  queueOperations: 12 * 3,
  /** Two photos of two complaints in three, each looked at six times. */
  files: { written: 1.4, read: 8, bytes: 1.4 * 700_000 },
  /** Rows and their indexes, and the search index. */
  databaseBytes: 12_000,
  /** Lists that staff open on a working day whatever comes in: 40 people, 20 times. */
  listsADay: 800,
  /** Years whose data are kept. */
  years: 5,
} as const;

export const volumes = [1_000, 10_000, 100_000] as const;
