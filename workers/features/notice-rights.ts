/** Whether a notice may still go out at the moment it is sent: it can wait in the outbox while the case changes hands. */
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { isClosed } from '../../shared/action.ts';
import { isSecret } from '../../shared/permissions/accusations.ts';
import { standing } from '../../shared/permissions/index.ts';
import { isAccused } from '../../shared/permissions/people.ts';
import { factsOf } from '../cases/load.ts';
import { caseAccused, caseCopies, cases, contacts } from '../cases/table.ts';
import { deliveries } from '../messaging/table.ts';
import { DAY, now } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { staffColumns, staffOf } from '../regency/staff.ts';
import { staff } from '../regency/table.ts';
import type { Delivery } from './deliveries.ts';
import { actionIdOf, actionRows } from './evaluation/actions/queries.ts';
import { meetingIdOf } from './evaluation/meetings/queries.ts';

/** To those above, who need not be able to read the case; of a secret one with number and days only. */
const ESCALATED = 'staff-escalated';
const ESCALATED_SECRET = 'staff-escalated-berkadar';
/** What every new report sends by itself, and how many reports with one address a day it is sent for. */
const AUTOMATIC = ['receipt', 'disposed'];
const DAILY = 10;
/** A reporter may write as often as he likes; an officer gets so many mails a day about it for each case. */
const REPLIED = 'staff-reporter-replied';
const REPLIES = 5;

/** @returns why it must not be sent, in our own words, or null */
export async function objection(db: Db, delivery: Delivery): Promise<string | null> {
  const action = actionIdOf(delivery.id);
  if (action !== null)
    return (await isDone(db, action)) ? 'Kegiatan ini sudah selesai atau dibatalkan' : null;
  if (meetingIdOf(delivery.id) !== null)
    return (await isOutrun(db, delivery)) ? 'Ada kabar yang lebih baru tentang rapat ini' : null;
  if (delivery.caseId === null) return null;
  if (AUTOMATIC.includes(delivery.template) && (await isFlooded(db, delivery.caseId)))
    return 'Sudah banyak laporan dengan alamat ini hari ini';
  if (delivery.template === REPLIED && (await isPestered(db, delivery)))
    return 'Penerima sudah beberapa kali diberi tahu tentang laporan ini hari ini';
  const id = /^staff:(\d+)$/.exec(delivery.recipient)?.[1];
  if (id === undefined || (await mayKnow(db, delivery.caseId, Number(id), delivery.template))) return null;
  return 'Penerima tidak (lagi) berhak mengetahui laporan ini';
}

/** An item of the action plan can be finished while the notice waits for the office to open. */
async function isDone(db: Db, action: number): Promise<boolean> {
  const [row] = await actionRows(db, [action]);
  return row === undefined || isClosed(row.state);
}

/** A meeting can be moved or cancelled while the notice waits: the ids of what one person is told of it follow in time. */
async function isOutrun(db: Db, { id, recipient }: Delivery): Promise<boolean> {
  const own = `${id.slice(0, id.indexOf(recipient))}${recipient}`;
  const [later] = await db
    .select({ one: sql`1` })
    .from(deliveries)
    .where(and(gt(deliveries.id, id), lt(deliveries.id, `${own};`)))
    .limit(1);
  return later !== undefined;
}

/** Nobody accused learns of the case, and nobody else who could not open it. */
async function mayKnow(db: Db, caseId: number, staffId: number, template: string): Promise<boolean> {
  const [[row], accused, copies, [found]] = await db.batch([
    db.select().from(cases).where(eq(cases.id, caseId)),
    db.select().from(caseAccused).where(eq(caseAccused.caseId, caseId)),
    db.select().from(caseCopies).where(eq(caseCopies.caseId, caseId)),
    db.select(staffColumns(now())).from(staff).where(eq(staff.id, staffId)),
  ]);
  if (!row || !found) return false;
  const who = staffOf(found);
  const subjects = accused.map(({ subject }) => subject);
  if (isAccused(who, subjects)) return false;
  if (template === ESCALATED_SECRET) return true;
  const facts = factsOf({ row, accused: subjects, copies: copies.map(({ office }) => office) });
  if (template === ESCALATED) return facts.examined && !isSecret(facts);
  return standing(who, facts) !== null;
}

async function isPestered(db: Db, { caseId, recipient, template, createdAt }: Delivery): Promise<boolean> {
  const sent = await db
    .select({ one: sql`1` })
    .from(deliveries)
    .where(
      and(
        // The ids of a case's notices begin with its id, and are the key.
        gt(deliveries.id, `${caseId}:`),
        lt(deliveries.id, `${caseId};`),
        eq(deliveries.recipient, recipient),
        eq(deliveries.template, template),
        eq(deliveries.status, 'sent'),
        gt(deliveries.createdAt, createdAt - DAY),
      ),
    )
    .limit(REPLIES);
  return sent.length >= REPLIES;
}

const earlier = alias(contacts, 'earlier');

/** Anybody may send reports in somebody else's name; their mailbox is not to be filled by it. Reads eleven rows at most. */
async function isFlooded(db: Db, caseId: number): Promise<boolean> {
  const [row] = await db
    .select({ receivedAt: cases.receivedAt, index: contacts.emailIndex })
    .from(contacts)
    .innerJoin(cases, eq(cases.id, contacts.caseId))
    .where(eq(contacts.caseId, caseId));
  if (!row?.index) return false;
  const others = await db
    .select({ one: sql`1` })
    .from(earlier)
    .innerJoin(cases, eq(cases.id, earlier.caseId))
    .where(
      and(
        eq(earlier.emailIndex, row.index),
        lt(earlier.caseId, caseId),
        gt(cases.receivedAt, row.receivedAt - DAY),
      ),
    )
    .limit(DAILY);
  return others.length >= DAILY;
}
