/** Offices where nobody is there to answer, or to approve what is answered. */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Role } from '../../../shared/permissions/people.ts';
import type { PackOffice } from '../../../shared/regencies/types.ts';
import { DAY } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { ownOffices } from '../../regency/offices.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { staff } from '../../regency/table.ts';

/** A month without a visit is nobody (domain.md section 5, keaktifan). */
export const SILENCE = 30 * DAY;

export interface OfficeGap {
  /** Code of the office. */
  office: string;
  /** Who is missing: the liaison, or whoever its rule wants to approve answers. */
  missing: 'liaison' | 'head' | 'colleague';
  /** none = no account that somebody has taken up; unused = nobody has ever signed in; a number = not since, epoch ms. */
  last: 'none' | 'unused' | number;
}

interface Account {
  id: number;
  roles: Role[];
  offices: string[];
  last: number | null;
  present: boolean;
}

/**
 * Reads every account once; a regency has some sixty.
 * @param now epoch ms
 * @returns in the order of the pack; at an office without a liaison nothing is said of its approvers
 */
export async function officeGaps(db: Db, regency: Regency, now: number): Promise<OfficeGap[]> {
  const accounts = await readAccounts(db, now);
  return ownOffices(regency).flatMap((office) => {
    const own = accounts.filter(({ offices }) => offices.includes(office.code));
    const liaisons = own.filter(({ roles }) => roles.includes('liaison'));
    if (!liaisons.some(({ present }) => present))
      return [{ office: office.code, missing: 'liaison' as const, last: lastOf(liaisons) }];
    return approverGap(office, own);
  });
}

/** Codes of offices that nobody answers for. @param now epoch ms */
export async function officesWithoutLiaison(db: Db, regency: Regency, now: number): Promise<string[]> {
  const gaps = await officeGaps(db, regency, now);
  return gaps.flatMap(({ office, missing }) => (missing === 'liaison' ? [office] : []));
}

/**
 * Liaison officers of each office, and how many of them were not here for a month (domain.md section 5, keaktifan).
 * @param now epoch ms. @returns in the order of the pack; an office without any has 0
 */
export async function liaisonsByOffice(
  db: Db,
  regency: Regency,
  now: number,
): Promise<Map<string, { all: number; inactive: number }>> {
  const liaisons = (await readAccounts(db, now)).filter(({ roles }) => roles.includes('liaison'));
  const offices = ownOffices(regency);
  return new Map(
    offices.map(({ code }) => {
      const own = liaisons.filter((account) => account.offices.includes(code));
      return [code, { all: own.length, inactive: own.filter(({ present }) => !present).length }];
    }),
  );
}

/** Only the head, where the office wants the head; where it wants a colleague, there have to be two people. */
function approverGap({ code, approval }: PackOffice, own: readonly Account[]): OfficeGap[] {
  if (approval === undefined) return [];
  const approvers = own.filter(
    ({ roles }) => roles.includes('head') || (approval === 'colleague' && roles.includes('liaison')),
  );
  const absent = approvers.filter(({ present }) => !present);
  const wanted = approval === 'head' ? 1 : 2;
  if (approvers.length - absent.length >= wanted) return [];
  return [{ office: code, missing: approval, last: lastOf(absent) }];
}

function lastOf(accounts: readonly Account[]): OfficeGap['last'] {
  if (accounts.length === 0) return 'none';
  const visits = accounts.flatMap(({ last }) => (last === null ? [] : [last]));
  return visits.length === 0 ? 'unused' : Math.max(...visits);
}

async function readAccounts(db: Db, now: number): Promise<Account[]> {
  const rows = await db
    .select({
      id: staff.id,
      roles: staff.roles,
      offices: staff.offices,
      createdAt: staff.createdAt,
      last: staff.lastSeenAt,
      replaced: isReplaced(now),
    })
    .from(staff)
    // Who is only invited has no account yet.
    .where(and(eq(staff.active, true), isNotNull(staff.userId)));
  return rows.map(({ id, roles, offices, createdAt, last, replaced }) => ({
    ...{ id, last, roles: JSON.parse(roles) as Role[], offices: JSON.parse(offices) as string[] },
    // Who has just been given the account has not had the time to come.
    present: (last ?? 0) > now - SILENCE || createdAt > now - SILENCE || replaced === 1,
  }));
}

/** Somebody who is at work acts for this account today. */
const isReplaced = (now: number) => sql<0 | 1>`exists (
  select 1 from deputies join staff as deputy on deputy.id = deputies.deputy_id
  where deputies.staff_id = "staff"."id" and deputies.ended_at is null and deputies.from_at <= ${now}
    and deputies.to_at > ${now} and deputy.active = 1 and deputy.last_seen_at > ${now - SILENCE})`;
