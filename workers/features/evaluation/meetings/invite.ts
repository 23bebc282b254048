/** Who is invited to a meeting: accounts by what they are, and people without an account by name; nobody twice. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Role } from '../../../../shared/permissions/people.ts';
import { type Db, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { seal } from '../../../privacy/seal.ts';
import type { Doer } from '../../doer.ts';
import { linesOf } from '../../fields.ts';
import { once } from '../../once.ts';
import { listAccounts } from '../../staff/queries.ts';
import { peopleOf, personPlace } from './queries.ts';
import { requireOpen, whileOpen } from './save.ts';
import { meetingPeople } from './table.ts';

export const inviteGroups = ['all', 'leaders', 'heads', 'liaisons'] as const;
export type InviteGroup = (typeof inviteGroups)[number];

const rolesOf: Record<InviteGroup, readonly Role[]> = {
  all: ['leader', 'admin', 'head', 'liaison'],
  leaders: ['leader', 'admin'],
  heads: ['head'],
  liaisons: ['liaison'],
};

/**
 * Invites accounts in one go. With the heads, an OPD whose head has no account is invited without a name. Doing it twice,
 * also at the same moment, changes nothing.
 * @returns how many were added
 * @throws AppError not_found, conflict when the meeting is closed or cancelled
 */
export async function inviteGroup(to: Doer, meetingId: number, group: InviteGroup): Promise<number> {
  await requireOpen(to.db, meetingId);
  const [accounts, there] = await Promise.all([listAccounts(to.db), peopleOf(to.db, meetingId)]);
  const active = accounts.filter((account) => account.active);
  const wanted = active.filter(({ roles }) => roles.some((role) => rolesOf[group].includes(role)));
  const heads = active.filter(({ roles }) => roles.includes('head'));
  const headed = new Set(heads.flatMap(({ offices }) => offices));
  const headless = rolesOf[group].includes('head')
    ? [...to.regency.offices.values()].filter(({ kind, code }) => kind === 'opd' && !headed.has(code))
    : [];
  const alone = new Set(there.flatMap(({ staffId, office }) => (staffId === null && office ? [office] : [])));
  const rows = [
    ...wanted.map(({ id, offices }) => ({ staffId: id, office: offices[0] ?? null })),
    ...headless.flatMap(({ code }) => (alone.has(code) ? [] : [{ staffId: null, office: code }])),
  ];
  const value = (name: keyof (typeof rows)[number]) => sql`value ->> ${sql.raw(`'${name}'`)}`;
  const added = await to.db.insert(meetingPeople).select(sql`
    select null, ${meetingId}, ${value('staffId')}, null, ${value('office')}, ${to.now}, null, null
    from json_each(${JSON.stringify(rows)})
    where ${whileOpen(meetingId)} and not exists (select 1 from meeting_people p where p.meeting_id = ${meetingId}
      and p.name is null and p.staff_id is ${value('staffId')}
      and (p.staff_id is not null or p.office is ${value('office')}))`);
  return added.meta.changes;
}

/** Longest list of names at once, and characters in one. */
const MOST_NAMES = 100;
const NAME = 120;

/**
 * Notes people without an account, by name; their names are sealed.
 * @param typed one name a line. @param office code, or null. @param came they came without an invitation
 * @throws AppError not_found, invalid, conflict when the meeting is closed or cancelled, key_reused
 */
export async function inviteNames(
  to: Doer,
  meetingId: number,
  { names: typed, office, came }: { names: string; office: string | null; came: boolean },
  key: string | undefined,
): Promise<void> {
  await requireOpen(to.db, meetingId);
  const names = linesOf(typed);
  if (names.length === 0) throw refused('/names', 'field.required');
  if (names.length > MOST_NAMES || names.some((name) => name.length > NAME))
    throw refused('/names', 'field.names_many');
  if (office !== null && !to.regency.offices.has(office)) throw refused('/office', 'field.office');
  const place = personPlace(meetingId, to.now);
  const sealed = await Promise.all(names.map((name) => seal(to.keys, place, name)));
  const asked = { key, scope: `meeting-names:${meetingId}`, body: { names, office, came } };
  await once(to, asked, meetingPeople, (last) =>
    to.db.batch([
      to.db.insert(meetingPeople).select(sql`
        select null, ${meetingId}, null, value, ${office}, ${to.now}, null, ${came ? to.now : null}
        from json_each(${JSON.stringify(sealed)}) where ${whileOpen(meetingId)}`),
      last,
    ]),
  );
}

/** Takes people off the list; who has come stays. @throws AppError not_found, conflict, unavailable */
export async function withdraw(to: Doer, meetingId: number, ids: readonly number[]): Promise<void> {
  await requireOpen(to.db, meetingId);
  await to.db
    .delete(meetingPeople)
    .where(and(eq(meetingPeople.meetingId, meetingId), isNull(meetingPeople.attendedAt), among(ids)));
}

/**
 * Ticks who came. Only what a person changed is written, so that two in the hall do not undo each other.
 * @param before who was ticked when the list was shown. @param ticked who is now; both by the list's rows
 * @throws AppError not_found, conflict when the meeting is closed or cancelled, unavailable
 */
export async function markAttendance(
  to: Doer,
  meetingId: number,
  before: readonly number[],
  ticked: readonly number[],
): Promise<void> {
  await requireOpen(to.db, meetingId);
  const set = (ids: readonly number[], attendedAt: number | null) =>
    to.db
      .update(meetingPeople)
      .set({ attendedAt })
      .where(and(eq(meetingPeople.meetingId, meetingId), among(ids), whileOpen(meetingId)));
  try {
    await to.db.batch([
      set(
        ticked.filter((id) => !before.includes(id)),
        to.now,
      ),
      set(
        before.filter((id) => !ticked.includes(id)),
        null,
      ),
    ]);
  } catch (error) {
    throw unavailable(error);
  }
}

/** Erases names of people without an account; that their office was invited, and came, stays. */
export async function forgetNames(db: Db, meetingId: number): Promise<void> {
  await db.update(meetingPeople).set({ name: null }).where(eq(meetingPeople.meetingId, meetingId));
}

const among = (ids: readonly number[]) =>
  sql`${meetingPeople.id} in (select value from json_each(${JSON.stringify(ids)}))`;

const refused = (pointer: string, message: 'field.required' | 'field.names_many' | 'field.office') =>
  new AppError('invalid', { fields: [{ pointer, message }] });
