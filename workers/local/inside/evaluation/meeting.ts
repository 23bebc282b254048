/**
 * The meeting that this project comes from, as far as it is known: its day, its two questions and its four decisions
 * (the regency's pack names the day).
 */
import { sql } from 'drizzle-orm';
import { decisions, meetingQuestions, meetings } from '../../../features/evaluation/meetings/table.ts';
import type { Db } from '../../../platform/db.ts';
import type { Regency } from '../../../regency/snapshot.ts';

const QUESTIONS = [
  'Apakah warga mengadu lewat SP4N-LAPOR! atau lewat media sosial?',
  'Apakah setiap pengaduan ditindaklanjuti?',
];

export const DECISIONS = [
  'Sosialisasi SP4N-LAPOR! secara masif kepada masyarakat.',
  'Baliho atau spanduk di setiap OPD, kecamatan, dan desa.',
  'Brosur SP4N-LAPOR!.',
  'Sosialisasi kepada semua kepala OPD.',
] as const;

/**
 * Nothing for a regency whose meeting nobody knows; nothing the second time.
 * @param by account that took it over. @param now epoch ms
 */
export async function loadFirstMeeting(
  db: Db,
  regency: Regency,
  by: `staff:${number}`,
  now: number,
): Promise<void> {
  const day = regency.about.demo?.evaluated;
  if (day === undefined) return;
  const row = {
    title: 'Evaluasi pengelolaan pengaduan SP4N-LAPOR!',
    period: day.slice(0, 4),
    startsAt: `${day}T00:00`,
    source: 'Diambil dari catatan rapat: yang diketahui hanya tanggal, pertanyaan, dan keputusannya.',
  };
  const id = sql`(select id from meetings where starts_at = ${row.startsAt})`;
  const numbered = (texts: readonly string[]) => sql`json_each(${JSON.stringify(texts)})`;
  const [there] = await db.select({ id: meetings.id }).from(meetings).where(sql`starts_at = ${row.startsAt}`);
  if (there) return;
  await db.batch([
    db.insert(meetings).values({ ...row, closedAt: now, createdBy: by, createdAt: now }),
    db.insert(meetingQuestions).select(sql`
      select null, ${id}, null, null, value, null, key, 0, 1 from ${numbered(QUESTIONS)}`),
    db.insert(decisions).select(sql`
      select null, ${id}, key, value, ${by}, ${now}, 1 from ${numbered(DECISIONS)}`),
  ]);
}
