/** Keterhubungan and rencana aksi as they are scored (domain.md section 5): what there is, and what is missing. */
import type { Db } from '../../../../platform/db.ts';
import { readRows } from '../../../../regency/rows.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { type Team, teamGaps } from '../../../settings/queries.ts';
import { actionsOf } from '../../actions/queries.ts';

export interface Connection {
  /** The newest decree in force; null = none was written down. */
  team: (Pick<Team, 'number' | 'date'> & { members: number }) | null;
  /** How decree and accounts differ, in sentences with names. */
  gaps: string[];
  /** Of the year, without what was dropped. */
  plan: { year: string; items: number; owned: number; done: number; overdue: number };
}

/** @param now epoch ms */
export async function readConnection(db: Db, regency: Regency, now: number): Promise<Connection> {
  const year = regency.calendar.localDate(now).slice(0, 4);
  const [teams, lines] = await Promise.all([readRows<Team>(db, 'team'), actionsOf(db, regency, now)]);
  const [newest] = teams.map(({ data }) => data).sort((a, b) => (a.date < b.date ? 1 : -1));
  const mine = lines.filter(({ row }) => row.dueOn.startsWith(year) && row.state !== 'dropped');
  return {
    team: newest ? { number: newest.number, date: newest.date, members: newest.members.length } : null,
    gaps: newest ? await teamGaps(newest, { db }) : [],
    plan: {
      year,
      items: mine.length,
      owned: mine.filter(({ row }) => row.ownerId !== null).length,
      done: mine.filter(({ row }) => row.state === 'done').length,
      overdue: mine.filter(({ overdue }) => overdue).length,
    },
  };
}
