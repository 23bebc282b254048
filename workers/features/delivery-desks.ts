/** A notice to a desk ("office:PUPR", "holder:@admin") becomes one for each of its people; nobody accused is among them. */
import { and, eq } from 'drizzle-orm';
import { identitiesOf, isAccused, type Staff } from '../../shared/permissions/people.ts';
import { caseAccused } from '../cases/table.ts';
import { outbox } from '../messaging/outbox.ts';
import { deliveries } from '../messaging/table.ts';
import { allStaff } from '../regency/staff.ts';
import type { Delivery, Post } from './deliveries.ts';

export const isDesk = ({ recipient }: Delivery): boolean => /^(office|holder):/.test(recipient);

/** One batch; a desk has a handful of people. @returns ids of their notices */
export async function expand({ db, now }: Post, delivery: Delivery): Promise<string[]> {
  const accused =
    delivery.caseId === null
      ? []
      : (await db.select().from(caseAccused).where(eq(caseAccused.caseId, delivery.caseId))).map(
          ({ subject }) => subject,
        );
  const [kind = '', target = ''] = delivery.recipient.split(':');
  const people = (await allStaff(db, now)).filter((person) => {
    if (isAccused(person, accused)) return false;
    if (kind === 'office') return isLiaisonOf(person, target, accused);
    // For an absent administrator too; the desks of accusations are handed over to nobody.
    const identities = target === '@admin' ? identitiesOf(person) : [person];
    return identities.some(({ roles }) => roles.some((role) => `@${role}` === target));
  });
  const prefix = delivery.id.slice(0, delivery.id.length - delivery.recipient.length);
  const { id, caseId, template, values } = delivery;
  const rows = people.map((person) => ({
    id: `${prefix}staff:${person.id}`,
    caseId,
    template,
    recipient: `staff:${person.id}`,
    values: JSON.parse(values) as Record<string, unknown>,
    nextAt: now,
    createdAt: now,
  }));
  await db.batch([
    db
      .update(deliveries)
      .set({
        status: 'sent',
        sentAt: now,
        reason: people.length === 0 ? 'Belum ada petugas' : 'Diteruskan ke petugas',
      })
      .where(and(eq(deliveries.id, id), eq(deliveries.status, 'pending'))),
    ...outbox(db, rows),
  ]);
  return rows.map((row) => row.id);
}

/** A liaison of the office, or who acts for one that is away. */
function isLiaisonOf(person: Staff, office: string, accused: readonly string[]): boolean {
  return identitiesOf(person).some(
    (one) => one.roles.includes('liaison') && one.offices.includes(office) && !isAccused(one, accused),
  );
}
