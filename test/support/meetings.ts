/** Meetings in tests, and the figures that they look at. */
import { env } from 'cloudflare:workers';
import type { Basis, Counts, Dimension } from '../../shared/figures/counts.ts';
import { packCounts } from '../../shared/figures/counts.ts';
import { figures } from '../../workers/features/evaluation/figures/table.ts';
import { addMeeting } from '../../workers/features/evaluation/meetings/save.ts';
import { openDb } from '../../workers/platform/db.ts';
import { newKey } from '../../workers/platform/ids.ts';
import { doer } from './campaign-people.ts';

type Some = Record<string, Partial<Counts>>;

/** Sums of a month, as a fold would have left them. */
export async function addSums(dimension: Dimension, basis: Basis, bucket: string, some: Some): Promise<void> {
  const cells = Object.fromEntries(
    Object.entries(some).map(([value, counts]) => [value, packCounts(counts)]),
  );
  await openDb(env.DB)
    .insert(figures)
    .values({ dimension, basis, bucket, cells: JSON.stringify(cells) });
}

/** Second quarter of 2026: PUPR has seven overdue, DINKES three. */
export async function addFigures(): Promise<void> {
  const received = { PUPR: { received: 40, process: 30 }, DINKES: { received: 20, process: 20 } };
  const due = {
    PUPR: { promiseDue: 30, promiseKept: 20, promiseOpen: 7 },
    DINKES: { promiseDue: 12, promiseKept: 9, promiseOpen: 3 },
  };
  await addSums('office', 'received', '2026-05', received);
  await addSums('office', 'due', '2026-05', due);
  await addSums('kind', 'received', '2026-05', {
    complaint: { received: 60, process: 50 },
    oversight: { received: 3 },
  });
  await addSums('kind', 'due', '2026-05', {
    complaint: { promiseDue: 42, promiseKept: 29, promiseOpen: 10 },
  });
  await addSums('channel', 'received', '2026-05', { web: { received: 45 }, sp4n_web: { received: 15 } });
}

/** A meeting about that quarter. @returns its id */
export async function addMeetingRow(startsAt = '2026-07-20T08:00'): Promise<number> {
  const plan = {
    title: 'Rapat uji',
    period: '2026-Q2',
    startsAt,
    place: 'Aula',
    chair: null,
    agenda: ['Satu'],
  };
  return addMeeting(await doer(), plan, newKey());
}
