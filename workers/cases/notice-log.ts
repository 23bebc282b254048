/** What became of the notices of one case, as far as a person may know of what they told. */
import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { deliveries } from '../messaging/table.ts';
import type { Db } from '../platform/db.ts';
import { staff } from '../regency/table.ts';
import type { Entry } from './timeline.ts';
import type { Stands } from './view.ts';

export type SentNotice = Pick<
  typeof deliveries.$inferSelect,
  'id' | 'template' | 'recipient' | 'status' | 'attempts' | 'reason' | 'createdAt' | 'nextAt' | 'sentAt'
> & {
  /** JSON lists of a person of the staff; null for everybody else. */
  roles: string | null;
  offices: string | null;
};

/** Ids begin with the number of their case and are the primary key: only rows of this case are read. */
export async function readNotices(db: Db, caseId: number): Promise<SentNotice[]> {
  const { id, template, recipient, status, attempts, reason, createdAt, nextAt, sentAt } = deliveries;
  return db
    .select({
      ...{ id, template, recipient, status, attempts, reason, createdAt, nextAt, sentAt },
      ...{ roles: staff.roles, offices: staff.offices },
    })
    .from(deliveries)
    .leftJoin(
      staff,
      and(
        eq(staff.id, sql`cast(substr(${recipient}, 7) as integer)`),
        sql`substr(${recipient}, 1, 6) = 'staff:'`,
      ),
    )
    .where(and(gte(deliveries.id, `${caseId}:`), lt(deliveries.id, `${caseId};`)));
}

/** They say by themselves that a case accuses somebody, and to whom that was told. */
const ofAccusations = ['staff-held', 'staff-escalated-berkadar'];

/** @returns the seq of the entry that a notice belongs to: "12:5:…" of a verb, "12:5~settle~0:…" of a clock */
export const seqOf = ({ id }: Pick<SentNotice, 'id'>): number => Number.parseInt(id.split(':')[1] ?? '', 10);

/**
 * Those that belong to what the person may read in the history; while a case was held, only its secret holders know whom
 * that concerned.
 * @param all entries of the case
 * @param shown entries as this person may read them
 */
export function noticesFor(
  rows: readonly SentNotice[],
  all: readonly Pick<Entry, 'seq' | 'verb' | 'at'>[],
  shown: readonly Pick<Entry, 'seq'>[],
  stands: Stands,
): SentNotice[] {
  if (stands === 'secret_holder') return [...rows];
  const seen = new Set(shown.map(({ seq }) => seq));
  const held = heldTimes(all);
  // That somebody was left out for want of a right is between the administrators and the delivery log.
  const leftOut = (row: SentNotice) => row.status === 'skipped' && row.recipient !== 'reporter';
  return rows.filter(
    (row) =>
      !(leftOut(row) && stands !== 'admin') &&
      seen.has(seqOf(row)) &&
      !ofAccusations.includes(row.template) &&
      (row.recipient === 'reporter' ||
        !held.some(([from, to]) => row.createdAt >= from && row.createdAt < to)),
  );
}

/** Pairs of epoch ms between a hold and what ended it. */
function heldTimes(all: readonly Pick<Entry, 'verb' | 'at'>[]): [number, number][] {
  const times: [number, number][] = [];
  let since: number | null = null;
  for (const { verb, at } of all) {
    if (verb === 'hold') since ??= at;
    if (verb === 'free' && since !== null) {
      times.push([since, at]);
      since = null;
    }
  }
  return since === null ? times : [...times, [since, Number.POSITIVE_INFINITY]];
}
