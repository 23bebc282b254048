/** Figures of the second quarter of 2026 as the fold stores them, without the cases behind them. */
import { env } from 'cloudflare:workers';
import { type Basis, type Counts, type Dimension, packCounts } from '../../shared/figures/counts.ts';
import { quarterOf } from '../../shared/openness/quarters.ts';
import type { Doer } from '../../workers/features/doer.ts';
import { figures } from '../../workers/features/evaluation/figures/table.ts';
import { digestOf } from '../../workers/features/evaluation/releases/publish.ts';
import { tablesOf } from '../../workers/features/evaluation/releases/read.ts';
import { openDb } from '../../workers/platform/db.ts';

export const QUARTER = '2026-Q2';

export function quarter() {
  const period = quarterOf(QUARTER);
  if (!period) throw new Error('no quarter');
  return period;
}

const whole = {
  received: 120,
  settled: 80,
  process: 30,
  waiting: 10,
  carriedOut: 44,
  answered: 90,
  answerDays: 720,
};

/** Fills the month of May; another office has its reports in June. */
export async function countQuarter(): Promise<void> {
  await count('kind', 'received', '2026-05', {
    complaint: whole,
    information: { received: 8, settled: 8 },
    oversight: { received: 3 },
  });
  await count('office', 'received', '2026-05', {
    PUPR: { received: 70, settled: 43 },
    DLH: { received: 44, settled: 36 },
  });
  await count('office', 'received', '2026-06', {
    DISDUKCAPIL: { received: 2, settled: 1 },
    '-': { received: 12, settled: 8 },
  });
  await count('area', 'received', '2026-05', {
    '73.24.02.2001': { received: 60, settled: 41 },
    '73.24.02.2003': { received: 3, settled: 2 },
    '-': { received: 65, settled: 45 },
  });
  await count('category', 'received', '2026-05', { '-': { received: 128, settled: 88 } });
  await count('channel', 'received', '2026-05', { web: { received: 126 }, phone: { received: 2 } });
  const promises = { promiseDue: 60, promiseKept: 41, promiseOpen: 9 };
  await count('kind', 'due', '2026-06', { complaint: promises });
  await count('office', 'due', '2026-06', { PUPR: promises });
}

async function count(
  dimension: Dimension,
  basis: Basis,
  bucket: string,
  cells: Record<string, Partial<Counts>>,
): Promise<void> {
  const packed = Object.entries(cells).map(([value, counts]) => [value, packCounts(counts)]);
  await openDb(env.DB)
    .insert(figures)
    .values({ dimension, basis, bucket, cells: JSON.stringify(Object.fromEntries(packed)) });
}

/** Digest of what a preview of it shows now. */
export const seenNow = async ({ db, regency }: Doer): Promise<string> =>
  digestOf(await tablesOf(db, regency, quarter()));
