/** Makes an event and changes it: its plan, whether it takes place, and what came of it. */
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db, Statement } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Doer } from '../../doer.ts';
import { localTimeOf } from '../../local-time.ts';
import { once } from '../../once.ts';
import { requireProgram } from '../queries.ts';
import { placements } from '../table.ts';
import type { EventInput, ResultInput } from './input.ts';
import { campaignEvents } from './table.ts';

/** @param key the client's Idempotency-Key. @returns the event's id. @throws AppError invalid, key_reused, unavailable */
export async function addEvent(to: Doer, input: EventInput, key: string | undefined): Promise<number> {
  const facts = await factsOf(to, input);
  return once(to, { key, scope: 'event', body: input }, campaignEvents, (last) =>
    to.db.batch([
      to.db.insert(campaignEvents).values({ ...facts, createdBy: to.by, createdAt: to.now }),
      last,
    ]),
  );
}

/** @param version that the person saw. @throws AppError not_found, invalid, conflict */
export async function editEvent(to: Doer, id: number, input: EventInput, version: number): Promise<void> {
  await change(to.db, id, version, await factsOf(to, input));
}

/** What came of it. @throws AppError not_found, invalid before it has begun, conflict (also when it was cancelled) */
export async function recordResult(to: Doer, id: number, input: ResultInput, version: number): Promise<void> {
  const { heldAt, startsAt } = await requireOpen(to.db, id);
  if (input.held && startsAt > localTimeOf(to.now, to.regency.about.timeZone))
    throw new AppError('invalid', { fields: [{ pointer: '/held', message: 'field.not_yet_held' }] });
  await change(to.db, id, version, {
    heldAt: input.held ? (heldAt ?? to.now) : null,
    headcount: input.headcount,
    result: input.result ?? '',
  });
}

/** Doing it twice changes nothing. @throws AppError not_found */
export async function setCancelled(to: Doer, id: number, cancelled: boolean): Promise<void> {
  await rowOf(to.db, id);
  const { cancelledAt, version } = campaignEvents;
  await to.db
    .update(campaignEvents)
    .set({ cancelledAt: cancelled ? to.now : null, version: sql`${version} + 1` })
    .where(and(eq(campaignEvents.id, id), cancelled ? isNull(cancelledAt) : isNotNull(cancelledAt)));
}

async function factsOf({ db, regency }: Doer, { program, ...input }: EventInput) {
  if (input.area !== null && !regency.areas.has(input.area))
    throw new AppError('invalid', { fields: [{ pointer: '/area', message: 'field.unknown_area' }] });
  await requireProgram(db, program);
  return { ...input, place: input.place ?? '', agenda: input.agenda ?? '', campaignId: program };
}

/** The code of its slides carries its title, program and area. */
function tellPlacement(db: Db, id: number): Statement {
  const of = sql`from campaign_events where placement_id = ${placements.id}`;
  return db
    .update(placements)
    .set({
      name: sql`(select title ${of})`,
      campaignId: sql`(select campaign_id ${of})`,
      area: sql`(select area ${of})`,
    })
    .where(sql`${placements.id} = (select placement_id from campaign_events where id = ${id})`);
}

/** @throws AppError not_found, conflict when the event was cancelled */
export async function requireOpen(db: Db, id: number) {
  const row = await rowOf(db, id);
  if (row.cancelledAt !== null) throw new AppError('conflict', { detail: 'event_cancelled' });
  return row;
}

async function rowOf(db: Db, id: number) {
  const [row] = await db.select().from(campaignEvents).where(eq(campaignEvents.id, id));
  if (!row) throw new AppError('not_found');
  return row;
}

async function change(
  db: Db,
  id: number,
  version: number,
  set: Partial<typeof campaignEvents.$inferInsert>,
): Promise<void> {
  const [changed] = await db.batch([
    db
      .update(campaignEvents)
      .set({ ...set, version: version + 1 })
      .where(and(eq(campaignEvents.id, id), eq(campaignEvents.version, version)))
      .returning({ id: campaignEvents.id }),
    tellPlacement(db, id),
  ]);
  if (changed.length > 0) return;
  const row = await rowOf(db, id);
  throw new AppError('conflict', { detail: 'changed_meanwhile', version: row.version });
}
