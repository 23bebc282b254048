/** Who was shown a reporter's data, as that reporter may know it: by office and kind, without names and without words. */
import { sql } from 'drizzle-orm';
import { isSecret } from '../../../shared/permissions/accusations.ts';
import { type Role, roleNames } from '../../../shared/permissions/people.ts';
import { joinList } from '../../../shared/text.ts';
import type { CaseRow } from '../../cases/load.ts';
import type { Db } from '../../platform/db.ts';
import { disclosuresOf } from '../../privacy/disclosures.ts';
import type { Keys } from '../../privacy/keys.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { staff } from '../../regency/table.ts';

export interface Access {
  /** "Pejabat penghubung OPD, Dinas Pekerjaan Umum", or "program yang terhubung". */
  who: string;
  /** reveal, download, export, print. */
  kind: string;
  /** What it was, as a word of the program. */
  what: string;
  /** Epoch ms. */
  at: number;
}

/** Whoever holds an accusation is told to nobody, and so neither where it lies. */
const HOLDER = 'petugas yang menangani laporan ini';

/** Newest first, at most a hundred. */
export async function readAccess(db: Db, keys: Keys, regency: Regency, row: CaseRow): Promise<Access[]> {
  const lines = await disclosuresOf(db, keys, `case:${row.id}`);
  const ids = JSON.stringify(
    lines.flatMap(({ actor }) => /^staff:(\d+)$/.exec(actor)?.[1] ?? []).map(Number),
  );
  const people =
    ids === '[]'
      ? []
      : await db
          .select({ id: staff.id, roles: staff.roles, offices: staff.offices })
          .from(staff)
          .where(sql`${staff.id} in (select value from json_each(${ids}))`);
  const names = new Map(people.map((person) => [`staff:${person.id}`, partOf(regency, person)]));
  return lines.map(({ actor, kind, what, at }) => ({
    who: isSecret(row)
      ? HOLDER
      : actor.startsWith('key:')
        ? 'program yang terhubung'
        : (names.get(actor) ?? HOLDER),
    kind,
    // "attachment:<id>" names a file that may be none of the reporter's.
    what: what.split(':')[0] ?? what,
    at,
  }));
}

function partOf(regency: Regency, person: { roles: string; offices: string }): string {
  const roles = (JSON.parse(person.roles) as Role[])
    // A report that is no accusation has passed them by; naming them would say that it was taken for one.
    .filter((role) => role !== 'verifier')
    .map((role) => roleNames[role]);
  const offices = (JSON.parse(person.offices) as string[]).map(
    (code) => regency.offices.get(code)?.name ?? code,
  );
  const part = [joinList(roles), ...offices].filter(Boolean).join(', ');
  return part || HOLDER;
}
