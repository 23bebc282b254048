/** What the demo has published: the quarters of its invented lives, by the verbs of the desk, and what was improved. */
import { publishableFrom, waitingQuarters } from '../../../shared/openness/quarters.ts';
import type { Doer } from '../../features/doer.ts';
import { addImprovement, setPublished } from '../../features/evaluation/releases/improvements.ts';
import { digestOf, publishQuarter } from '../../features/evaluation/releases/publish.ts';
import { allReleases, firstMonth } from '../../features/evaluation/releases/queries.ts';
import { tablesOf } from '../../features/evaluation/releases/read.ts';
import { DAY } from '../../platform/clock.ts';
import { demoKey } from './campaign/stage.ts';

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

/** Nothing the second time. @param to at the time of the load */
export async function publishPast(to: Doer): Promise<void> {
  const { db, regency } = to;
  const { calendar } = regency;
  const published = (await allReleases(db)).map(({ period }) => period);
  for (const { period, ready } of waitingQuarters(await firstMonth(db), published, to.now, calendar)) {
    if (!ready) continue;
    const seen = await digestOf(await tablesOf(db, regency, period));
    await publishQuarter(
      { ...to, now: calendar.nextOfficeTime(publishableFrom(period, calendar)) },
      period,
      seen,
    );
  }
  for (const [n, { daysAgo, ...words }] of improvements.entries()) {
    const input = { ...words, office: null, doneOn: calendar.localDate(to.now - daysAgo * DAY) };
    await setPublished(to, await addImprovement(to, input, demoKey(6500 + n)), true);
  }
}
