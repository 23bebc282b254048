/** The last answers of an office, to tell when a new one is nearly one of them. */
import { sql } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import type { Keys } from '../privacy/keys.ts';
import { open } from '../privacy/seal.ts';
import type { Words } from './change.ts';
import { cases, entries, history } from './table.ts';

/** So many are compared with. */
const LAST = 20;

/**
 * Texts of the office's last answers, newest first; none of an accusation. Through cases_answered, so that what is read
 * does not grow with the number of cases: its terms are those of the index.
 */
export async function lastAnswers(db: Db, keys: Keys, office: string): Promise<string[]> {
  const rows = await db.all<{ caseId: number; seq: number; words: string | null }>(sql`
    select e.case_id as caseId, e.seq as seq, e.words as words
    from (select id from ${cases} indexed by cases_answered where office = ${office} and answered_at is not null and berkadar = 0
      order by answered_at desc limit ${LAST}) as c
    cross join ${entries} e on e.case_id = c.id and e.seq = (select h.seq from ${history} h
      where h.case_id = c.id and h.verb = 'answer' order by h.seq desc limit 1)`);
  const texts = await Promise.all(
    rows.map(async ({ caseId, seq, words }) => {
      const place = { table: 'entries', column: 'words', row: `${caseId}:${seq}` };
      // One that cannot be opened is compared with nothing.
      const opened = await open(keys, place, words).catch(() => null);
      return opened === null ? '' : ((JSON.parse(opened) as Words).text ?? '');
    }),
  );
  return texts.filter(Boolean);
}
