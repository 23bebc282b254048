/** What one regency costs on Cloudflare's network a month, in the last of the years whose data are kept. Pure. */
import { type Meter, measured, prices, use, volumes } from './cost-figures.ts';

const MINUTES = (365 * 24 * 60) / 12;
const WORKING_DAYS = 21;

export type Usage = Record<Meter, number>;

/** @param complaints a year @returns use of each meter in a month */
export function usageOf(complaints: number): Usage {
  const a = complaints / 12;
  const kinds = Object.keys(use.complaint) as (keyof typeof use.complaint)[];
  const lists = WORKING_DAYS * use.listsADay;
  const sum = (of: 'read' | 'written' | 'cpuMs') =>
    a * kinds.reduce((total, kind) => total + use.complaint[kind] * measured[kind][of], 0) +
    lists * measured.list[of] +
    MINUTES * measured.sweep[of];
  const times = kinds.reduce((total, kind) => total + use.complaint[kind], 0);
  const kept = complaints * use.years;
  return {
    requests: a * (times + use.otherRequests) + lists + MINUTES,
    cpuMs: sum('cpuMs') + a * use.otherRequests,
    rowsRead: sum('read'),
    rowsWritten: sum('written'),
    databaseGb: (kept * use.databaseBytes) / 1e9,
    queueOperations: a * use.queueOperations,
    filesGb: (kept * use.files.bytes) / 1e9,
    // Files are counted once a day, a thousand in each call.
    classA: a * use.files.written + 30 * Math.ceil((kept * use.files.written) / 1000),
    classB: a * use.files.read,
  };
}

/** @returns US dollars a month, the plan included */
export function costOf(usage: Usage): number {
  const meters = Object.entries(prices.meters) as [Meter, (typeof prices.meters)[Meter]][];
  return meters.reduce<number>(
    (sum, [meter, { included, per, price }]) => sum + (Math.max(0, usage[meter] - included) / per) * price,
    prices.plan,
  );
}

const labels: Record<Meter, string> = {
  requests: 'requests, sweeps and queue calls',
  cpuMs: 'CPU, seconds',
  rowsRead: 'rows read',
  rowsWritten: 'rows written',
  databaseGb: 'databases, GB',
  queueOperations: 'queue operations',
  filesGb: 'files, GB',
  classA: 'files written and listed',
  classB: 'files read',
};

/** The table of docs/costs.md, in Markdown. */
export function costTable(): string {
  const usages = volumes.map(usageOf);
  const rows = (Object.keys(labels) as Meter[]).map((meter) => {
    const scale = meter === 'cpuMs' ? 1000 : 1;
    const included = prices.meters[meter].included / scale;
    return line([labels[meter], ...usages.map((usage) => short(usage[meter] / scale)), short(included)]);
  });
  return [
    line(['A month', ...volumes.map((volume) => `${short(volume)} complaints a year`), 'included']),
    line(['---', ...volumes.map(() => '--:'), '--:']),
    ...rows,
    line([
      '**US dollars**',
      ...usages.map((usage) => `**${costOf(usage).toFixed(2)}**`),
      `${prices.plan} (plan)`,
    ]),
  ].join('\n');
}

/** A row of a table in Markdown. */
export const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

export function short(value: number): string {
  if (value >= 1e9) return `${trim(value / 1e9)} billion`;
  if (value >= 1e6) return `${trim(value / 1e6)} million`;
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return trim(value);
}

const trim = (value: number) => value.toFixed(1).replace(/\.0$/, '');
