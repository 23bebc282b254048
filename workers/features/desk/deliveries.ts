/**
 * The delivery log as an administrator may read it: never an address, and of a case that they may not know of nothing
 * but that there is a notice. Ids carry the number of their case, so they are sealed on their way out.
 */
import { sql } from 'drizzle-orm';
import { standing } from '../../../shared/permissions/index.ts';
import { type Role, roleNames, type Staff } from '../../../shared/permissions/people.ts';
import { joinList } from '../../../shared/text.ts';
import { factsOf } from '../../cases/load.ts';
import { caseAccused, caseCopies, cases } from '../../cases/table.ts';
import {
  LOG_PAGE,
  type LogCursor,
  type Logged,
  type LogList,
  readLog,
} from '../../messaging/delivery-log.ts';
import type { Db } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import type { Keys } from '../../privacy/keys.ts';
import { open, seal } from '../../privacy/seal.ts';
import { anyOffice } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { staff } from '../../regency/table.ts';
import { holderName, officeName } from './words.ts';

export interface LogLine {
  /** Sealed; another one each time. */
  id: string;
  status: Logged['status'];
  /** Subject of the mail, without what it says of persons. */
  notice: string;
  to: string;
  /** Null without a case, or of one this person may not know of. */
  code: string | null;
  /** There is a case that they may not know of. */
  hidden: boolean;
  attempts: number;
  reason: string | null;
  /** Epoch ms. */
  at: number;
  nextAt: number | null;
}

export interface LogPage {
  lines: LogLine[];
  next: string | null;
}

const PLACE = { table: 'deliveries', column: 'id', row: 'log' };

/** @throws AppError invalid for a cursor that is none */
export async function deliveryLog(
  db: Db,
  keys: Keys,
  regency: Regency,
  person: Staff,
  list: LogList,
  cursor: string | undefined,
): Promise<LogPage> {
  const rows = await readLog(db, list, await cursorOf(keys, cursor));
  const shown = rows.slice(0, LOG_PAGE);
  const codes = await codesFor(db, person, shown);
  const people = await rolesFor(db, regency, shown);
  const last = rows.length > LOG_PAGE ? shown.at(-1) : undefined;
  return {
    lines: await Promise.all(
      shown.map(async (row): Promise<LogLine> => {
        const code = row.caseId === null ? null : (codes.get(row.caseId) ?? null);
        const hidden = row.caseId !== null && code === null;
        return {
          id: (await seal(keys, PLACE, row.id)) ?? '',
          status: row.status,
          notice: hidden ? 'Pemberitahuan' : subjectOf(regency, row, code),
          to: receiver(regency, row, people, hidden),
          code,
          hidden,
          attempts: row.attempts,
          reason: row.reason,
          at: row.createdAt,
          nextAt: row.status === 'pending' ? row.nextAt : null,
        };
      }),
    ),
    next: last ? await cursorTo(keys, list, last) : null,
  };
}

/** @throws AppError not_found for what was not sealed here */
export async function openLogId(keys: Keys, id: string): Promise<string> {
  const opened = await open(keys, PLACE, id).catch(() => null);
  if (opened === null) throw new AppError('not_found');
  return opened;
}

async function cursorTo(keys: Keys, list: LogList, row: Logged): Promise<string | null> {
  const cursor: LogCursor = { at: list === 'waiting' ? row.nextAt : row.createdAt, id: row.id };
  return seal(keys, PLACE, JSON.stringify(cursor));
}

async function cursorOf(keys: Keys, cursor: string | undefined): Promise<LogCursor | null> {
  if (!cursor) return null;
  try {
    return JSON.parse((await open(keys, PLACE, cursor)) ?? '') as LogCursor;
  } catch {
    throw new AppError('invalid');
  }
}

/** Codes of those cases that this person may know of. */
async function codesFor(db: Db, person: Staff, rows: readonly Logged[]): Promise<Map<number, string>> {
  const ids = JSON.stringify([...new Set(rows.map((row) => row.caseId))]);
  const found = await db
    .select({
      row: cases,
      accused: sql<string>`(select json_group_array(${caseAccused.subject}) from ${caseAccused} where ${caseAccused.caseId} = ${cases.id})`,
      copies: sql<string>`(select json_group_array(${caseCopies.office}) from ${caseCopies} where ${caseCopies.caseId} = ${cases.id})`,
    })
    .from(cases)
    .where(sql`${cases.id} in (select value from json_each(${ids}))`);
  const known = found.filter(({ row, accused, copies }) => {
    const file = { row, accused: JSON.parse(accused) as string[], copies: JSON.parse(copies) as string[] };
    return standing(person, factsOf(file)) !== null;
  });
  return new Map(known.map(({ row }) => [row.id, row.code]));
}

/** What somebody is: "Pejabat penghubung OPD (PUPR)". @param roles, offices as the account has them, JSON */
export function partOf(regency: Regency, roles: string, offices: string): string {
  const parts = (JSON.parse(roles) as Role[]).map((role) => roleNames[role]);
  const names = (JSON.parse(offices) as string[]).map((code) => anyOffice(regency, code)?.short ?? code);
  return joinList(parts) + (names.length > 0 ? ` (${names.join(', ')})` : '');
}

/** What people are, by recipient. */
async function rolesFor(db: Db, regency: Regency, rows: readonly Logged[]): Promise<Map<string, string>> {
  const ids = JSON.stringify(rows.map(({ recipient }) => Number(/^staff:(\d+)$/.exec(recipient)?.[1] ?? 0)));
  const found = await db
    .select({ id: staff.id, roles: staff.roles, offices: staff.offices })
    .from(staff)
    .where(sql`${staff.id} in (select value from json_each(${ids}))`);
  return new Map(found.map(({ id, roles, offices }) => [`staff:${id}`, partOf(regency, roles, offices)]));
}

/** To whom, by name of a desk or by role; never an address. */
function receiver(
  regency: Regency,
  { recipient }: Logged,
  people: ReadonlyMap<string, string>,
  hidden: boolean,
): string {
  if (recipient === 'reporter') return 'Pelapor';
  // Whom an accusation was told to says what kind of case it is.
  if (hidden) return 'Petugas';
  const [kind = '', target = ''] = recipient.split(':');
  if (kind === 'office') return officeName(regency, target);
  if (kind === 'holder') return holderName(regency, target);
  return people.get(recipient) ?? 'Petugas';
}

function subjectOf(regency: Regency, row: Logged, code: string | null): string {
  const values: Record<string, string> = { code: code ?? '', regency: regency.about.fullName };
  const subject = regency.templates.get(row.template)?.subject ?? row.template;
  return subject.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '…');
}
