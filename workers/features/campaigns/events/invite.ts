/** Who is invited: accounts by what they are, and people without an account by name. Nobody is on a list twice. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { MessageKey } from '../../../../shared/i18n/index.ts';
import type { Db } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { seal } from '../../../privacy/seal.ts';
import type { Doer } from '../../doer.ts';
import { linesOf } from '../../fields.ts';
import { once } from '../../once.ts';
import { type AccountLine, listAccounts } from '../../staff/queries.ts';
import { among } from './attend.ts';
import { invitedPlace } from './people.ts';
import { lastAttended, peopleOf } from './queries.ts';
import { requireOpen } from './save.ts';
import { eventPeople } from './table.ts';

export const inviteGroups = ['heads', 'liaisons', 'untrained'] as const;
export type InviteGroup = (typeof inviteGroups)[number];

interface Invited {
  staffId: number | null;
  office: string | null;
}

/**
 * Invites all heads of OPD, all liaison officers, or those of them who were not trained. An OPD whose head has no account
 * is invited without a name. Doing it twice, also at the same moment, changes nothing.
 * @returns how many were added
 * @throws AppError not_found, conflict when the event was cancelled
 */
export async function inviteGroup(to: Doer, eventId: number, group: InviteGroup): Promise<number> {
  await requireOpen(to.db, eventId);
  const rows = group === 'heads' ? await headsFor(to, eventId) : await liaisons(to, group === 'untrained');
  const value = (name: keyof Invited) => sql`value ->> ${sql.raw(`'${name}'`)}`;
  // The office of an account may change; what stands for an office alone is known by it.
  const added = await to.db.insert(eventPeople).select(sql`
    select null, ${eventId}, ${value('staffId')}, null, ${value('office')}, ${to.now}, null
    from json_each(${JSON.stringify(rows)})
    where not exists (select 1 from event_people p where p.event_id = ${eventId} and p.name is null
      and p.staff_id is ${value('staffId')} and (p.staff_id is not null or p.office is ${value('office')}))`);
  return added.meta.changes;
}

/** Every OPD once: its head, or the office alone. An office that is on the list already without a name stays so. */
async function headsFor({ db, regency }: Doer, eventId: number): Promise<Invited[]> {
  const [accounts, there] = await Promise.all([activeOf(db, 'head'), peopleOf(db, eventId)]);
  const alone = new Set(there.flatMap(({ staffId, office }) => (staffId === null && office ? [office] : [])));
  const heads = accounts.filter(({ offices }) => !offices.some((code) => alone.has(code)));
  const headed = new Set(accounts.flatMap(({ offices }) => offices));
  const headless = [...regency.offices.values()].filter(
    ({ kind, code }) => kind === 'opd' && !headed.has(code),
  );
  return [...heads.map(invitedOf), ...headless.map(({ code }) => ({ staffId: null, office: code }))];
}

async function liaisons({ db }: Doer, untrained: boolean): Promise<Invited[]> {
  const [accounts, trained] = await Promise.all([activeOf(db, 'liaison'), lastAttended(db, 'bimtek')]);
  return accounts.filter(({ id }) => !untrained || !trained.has(id)).map(invitedOf);
}

const invitedOf = ({ id, offices }: AccountLine): Invited => ({ staffId: id, office: offices[0] ?? null });

const activeOf = async (db: Doer['db'], role: 'head' | 'liaison') =>
  (await listAccounts(db)).filter(({ active, roles }) => active && roles.includes(role));

/** Longest list of names at once. */
const MOST_NAMES = 100;

/**
 * Invites people who have no account, by name; their names are sealed.
 * @param typed one name a line. @param office code, or null
 * @throws AppError not_found, invalid, conflict when the event was cancelled, key_reused
 */
export async function inviteNames(
  to: Doer,
  eventId: number,
  typed: string,
  office: string | null,
  key: string | undefined,
): Promise<void> {
  await requireOpen(to.db, eventId);
  const names = linesOf(typed);
  if (names.length === 0) throw refused('/names', 'field.required');
  if (names.length > MOST_NAMES || names.some((name) => name.length > 120))
    throw refused('/names', 'field.names_many');
  if (office !== null && !to.regency.offices.has(office)) throw refused('/office', 'field.office');
  const place = invitedPlace(eventId, to.now);
  const sealed = await Promise.all(names.map((name) => seal(to.keys, place, name)));
  const asked = { key, scope: `event-names:${eventId}`, body: { names, office } };
  await once(to, asked, eventPeople, (last) =>
    to.db.batch([
      to.db.insert(eventPeople).select(sql`
        select null, ${eventId}, null, value, ${office}, ${to.now}, null from json_each(${JSON.stringify(sealed)})`),
      last,
    ]),
  );
}

/** Takes people off the list; who has come stays. @param ids of the list's rows */
export async function withdraw(db: Db, eventId: number, ids: readonly number[]): Promise<void> {
  await db
    .delete(eventPeople)
    .where(and(eq(eventPeople.eventId, eventId), isNull(eventPeople.attendedAt), among(ids)));
}

const refused = (pointer: string, message: MessageKey) =>
  new AppError('invalid', { fields: [{ pointer, message }] });
