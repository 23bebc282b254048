/**
 * The states of a notice on its way, each a guarded write. pending → leased (attempts + 1, `next_at` at its end) → handed
 * (`handed_at`, with a lease that is longer than any conversation) → sent, failed, or pending again. Whatever is still
 * pending and handed when that lease is over was cut off in between: uncertain, and never sent again by itself.
 */
import { and, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { cases } from '../cases/table.ts';
import { CLOSED, type Outcome, UNKNOWN } from '../messaging/mail.ts';
import { deliveries } from '../messaging/table.ts';
import { DAY, MINUTE, pause } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { log } from '../platform/log.ts';
import type { Delivery } from './deliveries.ts';

/** A notice that is due, and whether its case is `mendesak`. */
export type Ready = Delivery & { urgent: boolean };

/** A mail server that is away for a day, or from Friday to Monday, loses nothing: given up only after both. */
const MAX_ATTEMPTS = 30;
const LONGEST = 3 * DAY;
const LEASE = 2 * MINUTE;
/** Above four steps of the longest timeout (messaging/smtp.ts). */
const HANDED = 5 * MINUTE;
/** A write that decides whether a mail could leave twice is tried more than once. */
const TRIES = 4;
const PAUSE = 50;

const among = (ids: readonly string[]): SQL =>
  sql`${deliveries.id} in (select value from json_each(${JSON.stringify(ids)}))`;

const due = (at: number) => and(eq(deliveries.status, 'pending'), lte(deliveries.nextAt, at));

/** What of these may be sent now, after those that were cut off have been put aside. Two statements. */
export async function readyOf(db: Db, ids: readonly string[], at: number): Promise<Ready[]> {
  const [, rows] = await db.batch([
    db
      .update(deliveries)
      .set({ status: 'uncertain', reason: UNKNOWN })
      .where(and(among(ids), due(at), isNotNull(deliveries.handedAt))),
    db
      .select({ delivery: deliveries, urgent: cases.urgent })
      .from(deliveries)
      .leftJoin(cases, eq(cases.id, deliveries.caseId))
      .where(and(among(ids), due(at), isNull(deliveries.handedAt))),
  ]);
  return rows.map(({ delivery, urgent }) => ({ ...delivery, urgent: urgent ?? false }));
}

/** Until the office opens; it costs no attempt, and one that failed before keeps its reason. */
export async function wait(db: Db, ids: readonly string[], at: number, opening: number): Promise<void> {
  await db
    .update(deliveries)
    .set({
      nextAt: opening,
      reason: sql`case when ${deliveries.attempts} > 0 then ${deliveries.reason} else ${CLOSED} end`,
    })
    .where(and(among(ids), due(at), isNull(deliveries.handedAt)));
}

/** @returns the notice as leased, or null when somebody else has it */
export async function lease(db: Db, ready: Ready, at: number): Promise<Ready | null> {
  const attempts = ready.attempts + 1;
  const [taken] = await db
    .update(deliveries)
    .set({ attempts, nextAt: at + LEASE })
    .where(
      and(
        eq(deliveries.id, ready.id),
        due(at),
        eq(deliveries.attempts, ready.attempts),
        isNull(deliveries.handedAt),
      ),
    )
    .returning({ id: deliveries.id });
  return taken ? { ...ready, attempts } : null;
}

const leased = (delivery: Delivery) =>
  and(
    eq(deliveries.id, delivery.id),
    eq(deliveries.status, 'pending'),
    eq(deliveries.attempts, delivery.attempts),
  );

/**
 * The last write before the mail leaves.
 * @returns false when the lease was lost meanwhile: it must not be sent
 * @throws when D1 did not answer; it must not be sent either
 */
export async function hand(db: Db, delivery: Delivery, at: number): Promise<boolean> {
  const [mine] = await again(() =>
    db
      .update(deliveries)
      .set({ handedAt: at, nextAt: at + HANDED })
      // Its own answer may have been lost.
      .where(and(leased(delivery), or(isNull(deliveries.handedAt), eq(deliveries.handedAt, at))))
      .returning({ id: deliveries.id }),
  );
  return mine !== undefined;
}

/**
 * What became of a notice that was handed over. Never throws: when D1 does not answer, the row says `uncertain` once
 * its lease is over.
 * @param next when to try again, should it come to that
 */
export async function note(
  db: Db,
  delivery: Delivery,
  handedAt: number,
  outcome: Outcome,
  at: number,
  next: number,
) {
  const set =
    outcome.kind === 'accepted'
      ? ({ status: 'sent', reason: null, sentAt: at } as const)
      : outcome.kind === 'later'
        ? onceMore(delivery, next, outcome.reason)
        : ({ status: outcome.kind === 'refused' ? 'failed' : 'uncertain', reason: outcome.reason } as const);
  try {
    await again(() =>
      db
        .update(deliveries)
        .set(set)
        .where(
          and(
            eq(deliveries.id, delivery.id),
            eq(deliveries.handedAt, handedAt),
            // A very slow answer still beats the guess that there was none.
            inArray(deliveries.status, ['pending', 'uncertain']),
          ),
        ),
    );
  } catch {
    log('error', { event: 'delivery_note_lost', kind: outcome.kind });
  }
}

/** For what went wrong before it was handed over. */
export async function postpone(db: Db, delivery: Delivery, next: number, reason: string): Promise<void> {
  await again(() =>
    db
      .update(deliveries)
      .set(onceMore(delivery, next, reason))
      .where(leased(delivery)),
  );
}

/** Its words cannot be opened now: it waits as long as that takes, and costs no attempt. */
export async function hold(db: Db, delivery: Delivery, next: number): Promise<void> {
  await again(() =>
    db
      .update(deliveries)
      .set({ attempts: 0, handedAt: null, nextAt: next, reason: 'Menunggu: kunci data tidak ada' })
      .where(leased(delivery)),
  );
}

export async function skip(db: Db, delivery: Delivery, reason: string): Promise<void> {
  await db.update(deliveries).set({ status: 'skipped', reason }).where(leased(delivery));
}

/** Later and later, for three days at least; then it stands as failed with its reason. */
function onceMore(delivery: Delivery, nextAt: number, reason: string) {
  return delivery.attempts >= MAX_ATTEMPTS && nextAt - delivery.createdAt >= LONGEST
    ? ({ status: 'failed', reason: `Gagal terkirim: ${reason}` } as const)
    : ({ status: 'pending', handedAt: null, nextAt, reason: `Dicoba lagi: ${reason}` } as const);
}

/** @returns ms until the next try */
export const pauseAfter = (attempts: number): number => Math.min(90, 2 ** attempts) * MINUTE;

async function again<T>(write: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await write();
    } catch (error) {
      if (tried === TRIES) throw error;
      await pause(PAUSE * tried);
    }
  }
}
