/** Brings an incident to mind a day before its time and when it has passed, once each. */
import { eq, sql } from 'drizzle-orm';
import type { Staff } from '../../../shared/permissions/people.ts';
import { formatDateTime } from '../../../shared/text.ts';
import { outbox } from '../../messaging/outbox.ts';
import { sendHint } from '../../messaging/queues.ts';
import { DAY } from '../../platform/clock.ts';
import { type Db, openDb } from '../../platform/db.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { regencyAt } from '../../regency/snapshot.ts';
import { allStaff } from '../../regency/staff.ts';
import { breachReminder } from './breach-clock.ts';
import { breaches } from './table.ts';

/** Part of the sweep; one row read while nothing is open. @param at epoch ms */
export async function remindOfBreaches(env: Env, at: number): Promise<void> {
  const db = openDb(env.DB);
  const open = await db
    .select()
    .from(breaches)
    .where(sql`${breaches.closedAt} is null and ${breaches.dueAt} <= ${at + DAY}`)
    .limit(50);
  const due = open.flatMap((breach) => {
    const kind = breachReminder(breach, at);
    return kind ? [{ breach, kind }] : [];
  });
  if (due.length === 0) return;
  const [regency, people] = await Promise.all([regencyAt(db, at), guardians(db, at)]);
  for (const { breach, kind } of due) {
    const letters = lettersOf(breach, kind, regency, people, env.ORIGIN ?? '', at);
    await db.batch([
      db.update(breaches).set({ remindedAt: at }).where(eq(breaches.id, breach.id)),
      ...outbox(db, letters),
    ]);
    await sendHint(
      env,
      'delivery',
      letters.map(({ id }) => id),
    );
  }
}

async function guardians(db: Db, at: number): Promise<Staff[]> {
  return (await allStaff(db, at)).filter(({ roles }) =>
    roles.some((role) => role === 'dpo' || role === 'admin'),
  );
}

function lettersOf(
  breach: Pick<typeof breaches.$inferSelect, 'id' | 'dueAt'>,
  kind: 'soon' | 'late',
  regency: Regency,
  people: readonly Staff[],
  origin: string,
  at: number,
) {
  const template = kind === 'soon' ? 'staff-breach-due' : 'staff-breach-late';
  return people.map((person) => ({
    // With its due: a corrected time of finding has reminders of its own.
    id: `breach:${breach.id}~${breach.dueAt}:${template}:staff:${person.id}`,
    caseId: null,
    template,
    recipient: `staff:${person.id}`,
    values: {
      due: formatDateTime(breach.dueAt, regency.about.timeZone),
      link: `${origin}/desk/data-pribadi/insiden/${breach.id}`,
    },
    // The law counts hours of the calendar, so these do not wait for the office to open.
    nextAt: at,
    createdAt: at,
  }));
}
