/** Plans a meeting and changes it: its plan, its minutes, and that it is over. */
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { type Db, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { seal } from '../../../privacy/seal.ts';
import type { Doer } from '../../doer.ts';
import { localTimeOf } from '../../local-time.ts';
import { once } from '../../once.ts';
import type { MeetingInput } from './input.ts';
import { letters, ofAccounts } from './letters.ts';
import { type MeetingRow, meetingLine, minutesPlace } from './queries.ts';
import { meetingPeople, meetings } from './table.ts';
import { isOver } from './words.ts';

/** @param key the form's key. @returns the meeting's id. @throws AppError key_reused, unavailable */
export async function addMeeting(to: Doer, input: MeetingInput, key: string | undefined): Promise<number> {
  const row = { ...factsOf(input), createdBy: to.by, createdAt: to.now };
  return once(to, { key, scope: 'meeting', body: input }, meetings, (last) =>
    to.db.batch([to.db.insert(meetings).values(row), last]),
  );
}

/**
 * Figures that were frozen for another period go; who was told another time or place of what lies ahead learns it.
 * @param version that the person saw
 * @returns whether it was moved so that people learn it
 * @throws AppError not_found, conflict, unavailable
 */
export async function editMeeting(
  to: Doer,
  id: number,
  input: MeetingInput,
  version: number,
): Promise<boolean> {
  const row = await requireOpen(to.db, id);
  if (row.version !== version) throw changedMeanwhile();
  const facts = factsOf(input);
  const moved = (facts.startsAt !== row.startsAt || facts.place !== row.place) && isAhead(to, facts);
  const unfrozen = facts.period === row.period ? {} : { frozen: null, frozenAt: null };
  const seen = sql`${whileOpen(id)} and ${version} = (select version from meetings where id = ${id})`;
  const writes = [
    letters(to, { ...row, ...facts }, 'staff-meeting-moved', moved ? and(wasTold, seen) : sql`false`),
    update(to.db, id, version, { ...facts, ...unfrozen }),
  ] as const;
  const [, changed] = await to.db.batch(writes).catch((error: unknown) => {
    throw unavailable(error);
  });
  if (changed.length === 0) throw changedMeanwhile();
  return moved;
}

/** @param version that the person saw. @throws AppError not_found, conflict */
export async function writeMinutes(to: Doer, id: number, minutes: string, version: number): Promise<void> {
  const row = await requireOpen(to.db, id);
  const sealed = minutes === '' ? null : await seal(to.keys, minutesPlace(row.createdAt), minutes);
  const changed = await update(to.db, id, version, { minutes: sealed });
  if (changed.length === 0) throw changedMeanwhile();
}

/**
 * From now on minutes, answers and decisions are final. Doing it twice changes nothing.
 * @throws AppError not_found; invalid before it has begun, or without frozen figures; conflict when it was cancelled
 */
export async function closeMeeting(to: Doer, id: number): Promise<void> {
  const row = await rowOf(to.db, id);
  if (row.closedAt !== null) return;
  if (row.startsAt > localTimeOf(to.now, to.regency.about.timeZone)) throw refused('field.meeting_ahead');
  if (row.frozenAt === null) throw refused('field.not_frozen');
  const closed = await to.db
    .update(meetings)
    .set({ closedAt: to.now, version: sql`${meetings.version} + 1` })
    .where(and(isOpen(id), sql`${meetings.frozenAt} is not null`))
    .returning({ id: meetings.id });
  if (closed.length === 0) await requireOpen(to.db, id);
}

/**
 * Who was invited to what lies ahead learns it, and is invited anew should it take place after all. Doing it twice changes
 * nothing.
 * @throws AppError not_found, conflict when it is closed, unavailable
 */
export async function cancelMeeting(to: Doer, id: number): Promise<void> {
  const row = await rowOf(to.db, id);
  if (row.closedAt !== null) throw new AppError('conflict', { detail: 'meeting_closed' });
  const told = and(wasTold, whileOpen(id));
  try {
    await to.db.batch([
      letters(to, row, 'staff-meeting-cancelled', isAhead(to, row) ? told : sql`false`),
      to.db
        .update(meetingPeople)
        .set({ toldAt: null })
        .where(and(ofAccounts(id), told)),
      to.db
        .update(meetings)
        .set({ cancelledAt: to.now, version: sql`${meetings.version} + 1` })
        .where(isOpen(id)),
    ]);
  } catch (error) {
    throw unavailable(error);
  }
}

/** Takes a cancelled one up again; doing it twice changes nothing. @throws AppError not_found, conflict when it is closed */
export async function reviveMeeting(to: Doer, id: number): Promise<void> {
  const row = await rowOf(to.db, id);
  if (row.closedAt !== null) throw new AppError('conflict', { detail: 'meeting_closed' });
  await to.db
    .update(meetings)
    .set({ cancelledAt: null, version: sql`${meetings.version} + 1` })
    .where(and(eq(meetings.id, id), isNull(meetings.closedAt), isNotNull(meetings.cancelledAt)));
}

/** @throws AppError not_found, conflict when it is closed or cancelled */
export async function requireOpen(db: Db, id: number): Promise<MeetingRow> {
  const row = await rowOf(db, id);
  if (row.closedAt !== null) throw new AppError('conflict', { detail: 'meeting_closed' });
  if (row.cancelledAt !== null) throw new AppError('conflict', { detail: 'meeting_cancelled' });
  return row;
}

export const changedMeanwhile = () => new AppError('conflict', { detail: 'changed_meanwhile' });

/** Of a statement that writes into a meeting: it is still open. */
export const whileOpen = (id: number) =>
  sql`exists (select 1 from meetings m where m.id = ${id} and m.closed_at is null and m.cancelled_at is null)`;

const wasTold = isNotNull(meetingPeople.toldAt);

/** Today or later: of what is over nobody needs a notice. */
export const isAhead = ({ regency, now }: Doer, row: Pick<MeetingRow, 'startsAt'>): boolean =>
  !isOver(row, regency.calendar.localDate(now));

const isOpen = (id: number) =>
  and(eq(meetings.id, id), isNull(meetings.closedAt), isNull(meetings.cancelledAt));

const update = (db: Db, id: number, version: number, set: Partial<typeof meetings.$inferInsert>) =>
  db
    .update(meetings)
    .set({ ...set, version: version + 1 })
    .where(and(isOpen(id), eq(meetings.version, version)))
    .returning({ id: meetings.id });

const factsOf = ({ place, chair, agenda, ...rest }: MeetingInput) => ({
  ...rest,
  place: place ?? '',
  chair: chair ?? '',
  agenda: JSON.stringify(agenda),
});

async function rowOf(db: Db, id: number): Promise<MeetingRow> {
  const line = await meetingLine(db, id);
  if (!line) throw new AppError('not_found');
  return line.row;
}

const refused = (message: 'field.meeting_ahead' | 'field.not_frozen') =>
  new AppError('invalid', { fields: [{ pointer: '/close', message }] });
