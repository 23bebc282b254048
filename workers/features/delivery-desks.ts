/** A notice to a desk ("office:PUPR", "holder:@admin") becomes one for each of its people; nobody accused is among them. */
import { and, eq, sql } from 'drizzle-orm';
import { isAccused } from '../../shared/permissions/index.ts';
import { allStaff } from '../cases/accused.ts';
import { caseAccused } from '../cases/table.ts';
import { deliveries } from '../messaging/table.ts';
import type { Delivery, Post } from './deliveries.ts';

export const isDesk = ({ recipient }: Delivery): boolean => /^(office|holder):/.test(recipient);

/** One batch of two statements, however many people there are. @returns ids of their notices */
export async function expand({ db, now }: Post, delivery: Delivery): Promise<string[]> {
  const accused =
    delivery.caseId === null
      ? []
      : (await db.select().from(caseAccused).where(eq(caseAccused.caseId, delivery.caseId))).map(
          ({ subject }) => subject,
        );
  const [kind = '', target = ''] = delivery.recipient.split(':');
  const people = (await allStaff(db)).filter((person) => {
    if (isAccused(person, accused)) return false;
    if (kind === 'office') return person.roles.includes('liaison') && person.offices.includes(target);
    return person.roles.some((role) => `@${role}` === target);
  });
  const prefix = delivery.id.slice(0, delivery.id.length - delivery.recipient.length);
  const recipients = JSON.stringify(people.map(({ id }) => `staff:${id}`));
  const { id, caseId, template, values } = delivery;
  await db.batch([
    db
      .update(deliveries)
      .set({
        status: 'sent',
        sentAt: now,
        reason: people.length === 0 ? 'Belum ada petugas' : 'Diteruskan ke petugas',
      })
      .where(and(eq(deliveries.id, id), eq(deliveries.status, 'pending'))),
    db.run(sql`
      insert into ${deliveries} (id, case_id, template, recipient, "values", status, attempts, next_at, created_at)
      select ${prefix} || value, ${caseId}, ${template}, value, ${values}, 'pending', 0, ${now}, ${now}
      from json_each(${recipients}) where true
      on conflict do nothing`),
  ]);
  return people.map((person) => `${prefix}staff:${person.id}`);
}
