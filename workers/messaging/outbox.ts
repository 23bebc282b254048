/** Puts notices into the outbox. */
import type { Db, Statement } from '../platform/db.ts';
import { CLOSED } from './mail.ts';
import { deliveries } from './table.ts';

export type NewDelivery = Pick<
  typeof deliveries.$inferInsert,
  'id' | 'template' | 'recipient' | 'createdAt'
> & {
  caseId: number | null;
  /** Values of the template that are no personal data. */
  values: Record<string, unknown>;
  /** Epoch ms; does not leave before. */
  nextAt: number;
};

/** A row takes ten parameters, a statement a hundred. */
const AT_ONCE = 10;

/** Statements that insert them; one that is there already stays as it is. */
export function outbox(db: Db, letters: readonly NewDelivery[]): Statement[] {
  const statements: Statement[] = [];
  for (let i = 0; i < letters.length; i += AT_ONCE) {
    const rows = letters.slice(i, i + AT_ONCE).map((letter) => ({
      ...letter,
      values: JSON.stringify(letter.values),
      status: 'pending' as const,
      reason: letter.nextAt > letter.createdAt ? CLOSED : null,
    }));
    statements.push(db.insert(deliveries).values(rows).onConflictDoNothing());
  }
  return statements;
}
