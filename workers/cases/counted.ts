/** As what a case counts: one answer for everything that counts cases (domain.md section 1). Pure. */
import { isSecret } from '../../shared/permissions/accusations.ts';
import type { cases } from './table.ts';

type Row = Pick<
  typeof cases.$inferSelect,
  'state' | 'berkadar' | 'holder' | 'aboutOfficial' | 'freed' | 'spam' | 'routedAt'
>;

/**
 * Small numbers could point to who accused somebody, so an accusation counts only among accusations: one that is known,
 * and one that its reporter says it is and nobody has freed. A case that neither the router nor a person has looked at
 * counts nowhere yet. Spam is left out of all rates.
 */
export function countsAs(row: Row): 'nothing' | 'accusation' | 'spam' | 'report' {
  if (row.routedAt === null && !row.freed) return 'nothing';
  if (isSecret(row) || (row.aboutOfficial && !row.freed)) return 'accusation';
  return row.spam ? 'spam' : 'report';
}
