/** Questions from the figures: once each, and what a person has touched stays as it is. */
import { sql } from 'drizzle-orm';
import type { Frozen } from '../../../../shared/evaluation/frozen.ts';
import { questionsFrom } from '../../../../shared/evaluation/questions.ts';
import type { Statement } from '../../../platform/db.ts';
import { anyArea, anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Doer } from '../../doer.ts';
import { meetingQuestions } from './table.ts';

/** Statements for the batch that freezes at `to.now`; they do nothing when somebody else has frozen. */
export function prepareQuestions(to: Doer, meetingId: number, frozen: Frozen): Statement[] {
  const prepared = questionsFrom(frozen, namesIn(to.regency));
  const rows = JSON.stringify(prepared);
  const frozenNow = sql`exists (select 1 from meetings where id = ${meetingId} and frozen_at = ${to.now})`;
  const untouched = sql`version = 1 and answer is null and dropped = 0`;
  const value = (name: keyof (typeof prepared)[number]) => sql`value ->> ${sql.raw(`'${name}'`)}`;
  return [
    to.db.delete(meetingQuestions).where(sql`meeting_id = ${meetingId} and found is not null and ${untouched}
      and found not in (select ${value('found')} from json_each(${rows})) and ${frozenNow}`),
    to.db.insert(meetingQuestions).select(sql`
      select null, ${meetingId}, ${value('found')}, ${value('office')}, ${value('question')}, null, key, 0, 1
      from json_each(${rows}) where ${frozenNow}
      on conflict (meeting_id, found) where found is not null
      do update set question = excluded.question, position = excluded.position where ${untouched}`),
  ];
}

function namesIn(regency: Regency) {
  return {
    office: (code: string) => anyOffice(regency, code)?.name ?? code,
    district: (area: string) => anyArea(regency, anyArea(regency, area)?.parent)?.name ?? '',
    adminOffice: regency.about.adminOffice,
  };
}
