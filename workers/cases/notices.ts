/** To whom a notice about a case goes. */
import { isSecret } from '../../shared/permissions/accusations.ts';
import type { Notice } from './change.ts';
import type { CaseRow } from './load.ts';

/** A notice to whoever holds the case; secret holders are addressed as such, so the accused never get it. */
export function holderNotice(row: CaseRow, template: string): Notice {
  if (isSecret(row)) return { template, recipient: `holder:${row.holder}` };
  if (row.state === 'archived') return { template, recipient: 'holder:@admin' };
  // An office may not read what an anonim reporter writes; a person releases it first.
  if (row.anonymous) return { template, recipient: 'holder:@admin' };
  return {
    template,
    recipient: row.holder.startsWith('@') ? `holder:${row.holder}` : `office:${row.holder}`,
  };
}
