/** Notices of a case in the desk's words: which one, to whom by role, and whether it arrived. */
import type { SentNotice } from '../../cases/notice-log.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { templateName } from '../settings/queries.ts';
import { partOf } from './deliveries.ts';
import { holderName, officeName } from './words.ts';

export const noticeStatuses = ['pending', 'sent', 'failed', 'skipped', 'uncertain'] as const;

export interface CaseNotice {
  template: string;
  /** What people call it. */
  name: string;
  /** By office or role, never an address. */
  to: string;
  status: (typeof noticeStatuses)[number];
  /** Epoch ms: sent, or written when it was not. */
  at: number;
  /** Next try while it waits. */
  next: number | null;
  /** Our own words. */
  reason: string | null;
}

/** A notice to a desk became one for each of its people, and those are listed; this is what the desk's then says. */
const PASSED_ON = 'Diteruskan ke petugas';

/** @returns newest first */
export function caseNotices(rows: readonly SentNotice[], regency: Regency): CaseNotice[] {
  return rows
    .filter(({ reason, status }) => status !== 'sent' || reason !== PASSED_ON)
    .map((row): CaseNotice => {
      // A desk without people: nobody was told.
      const nobody = row.status === 'sent' && row.reason !== null;
      const status = nobody ? 'failed' : row.status;
      return {
        template: row.template,
        name: templateName(regency.templates.get(row.template) ?? { id: row.template, subject: row.template })
          .name,
        to: receiver(row, regency),
        status,
        at: row.sentAt ?? row.createdAt,
        next: row.status === 'pending' ? row.nextAt : null,
        reason: row.reason,
      };
    })
    .sort((a, b) => b.at - a.at);
}

function receiver({ recipient, roles, offices }: SentNotice, regency: Regency): string {
  if (recipient === 'reporter') return 'Pelapor';
  const [kind = '', target = ''] = recipient.split(':');
  if (kind === 'office') return officeName(regency, target);
  if (kind === 'holder') return holderName(regency, target);
  return roles !== null && offices !== null ? partOf(regency, roles, offices) : 'Petugas';
}
