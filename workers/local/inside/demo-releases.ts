/** What the demo has published: the quarters of its invented lives, by the verbs of the desk, and what was improved. */
import { publishableFrom, waitingQuarters } from '../../../shared/openness/quarters.ts';
import { runFold } from '../../cases/fold.ts';
import type { Doer } from '../../features/doer.ts';
import { figuresFold } from '../../features/evaluation/figures/counting/fold.ts';
import { addImprovement, setPublished } from '../../features/evaluation/releases/improvements.ts';
import { digestOf, publishQuarter } from '../../features/evaluation/releases/publish.ts';
import { allReleases, firstMonth } from '../../features/evaluation/releases/queries.ts';
import { tablesOf } from '../../features/evaluation/releases/read.ts';
import { DAY, now } from '../../platform/clock.ts';
import { openDb } from '../../platform/db.ts';
import { newKey } from '../../platform/ids.ts';
import { loadKeys } from '../../privacy/keys.ts';
import { regencyAt } from '../../regency/snapshot.ts';

/** More than the lives of the demo need. */
const ROUNDS = 100;

const improvements = [
  {
    complaint: 'Lampu jalan di beberapa ruas padam berminggu-minggu. (contoh)',
    improvement: 'Lampu diperiksa tiap bulan menurut daftar ruas, tidak lagi menunggu laporan. (contoh)',
    daysAgo: 40,
  },
  {
    complaint: 'Warga bolak-balik karena syarat dokumen kependudukan berbeda antarloket. (contoh)',
    improvement: 'Satu daftar syarat dipasang di semua loket dan di situs kabupaten. (contoh)',
    daysAgo: 90,
  },
];

export async function publishPast(env: Env): Promise<void> {
  const db = openDb(env.DB);
  const regency = await regencyAt(db, now());
  const { calendar } = regency;
  await runFold(db, figuresFold(db, calendar), ROUNDS);
  const published = (await allReleases(db)).map(({ period }) => period);
  if (published.length > 0) return;
  const to = { db, regency, keys: await loadKeys(env), by: 'job:demo' } satisfies Omit<Doer, 'now'>;
  for (const { period, ready } of waitingQuarters(await firstMonth(db), published, now(), calendar)) {
    if (!ready) continue;
    const seen = await digestOf(await tablesOf(db, regency, period));
    await publishQuarter(
      { ...to, now: calendar.nextOfficeTime(publishableFrom(period, calendar)) },
      period,
      seen,
    );
  }
  for (const { daysAgo, ...words } of improvements) {
    const doer = { ...to, now: now() };
    const input = { ...words, office: null, doneOn: calendar.localDate(now() - daysAgo * DAY) };
    await setPublished(doer, await addImprovement(doer, input, newKey()), true);
  }
}
