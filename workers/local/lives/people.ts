/** Who acts in invented lives: one for each role, and a liaison for every office of the regency. */

import { habitsOf } from '../../../shared/demo/lives/habits.ts';
import { randomOf } from '../../../shared/demo/lives/random.ts';
import { busiest } from '../../../shared/demo/lives/world.ts';
import { type Role, roleNames, type Staff } from '../../../shared/permissions/people.ts';
import { user } from '../../features/staff/table.ts';
import { DAY } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { newToken } from '../../platform/ids.ts';
import { ownOffices } from '../../regency/offices.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { allStaff } from '../../regency/staff.ts';
import { staff } from '../../regency/table.ts';

const roles: Role[] = ['admin', 'verifier', 'inspector', 'leader'];

/** A year before the first life, so that everybody was there. */
const BEFORE = 366 * DAY;

/** Days since somebody was seen, at most, with how many of them there are. */
const seen = [
  [1, 5],
  [6, 4],
  [25, 2],
  [75, 1],
] as const;
/** Of a busy office, for which nobody has come for so many days. */
const AWAY = 41;

/**
 * Adds whoever is missing, with an account that has no password. Some liaisons have not been seen for weeks.
 * @param from epoch ms of the first life, @param until of the last
 * @returns how many were added
 */
export async function ensurePeople(db: Db, regency: Regency, from: number, until: number): Promise<number> {
  const people = await allStaff(db, until);
  const random = randomOf('people');
  const homes: Partial<Record<Role, string>> = {
    admin: regency.about.adminOffice,
    inspector: regency.about.inspectorate,
  };
  const offices = ownOffices(regency).filter(({ code }) => !people.some((one) => isLiaison(one, code)));
  const away = awayOf(regency, new Set(offices.map(({ code }) => code)));
  const missing = [
    ...roles
      .filter((role) => !people.some((one) => one.roles.includes(role)))
      .map((role) => ({ role, office: homes[role] })),
    ...offices.map(({ code, short }) => ({ role: 'liaison' as const, office: code, short })),
  ].map(({ role, office, ...rest }) => {
    const days = random.weighted(seen) * random.between(0.1, 1);
    return {
      name: `Contoh ${roleNames[role]}${'short' in rest ? ` ${rest.short}` : ''}`,
      email: `${[role, office]
        .filter(Boolean)
        .join('-')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')}@lakon.example`,
      roles: JSON.stringify([role]),
      offices: JSON.stringify(office ? [office] : []),
      areas: '[]',
      active: true,
      at: from - BEFORE,
      lastSeenAt: until - Math.round((role === 'liaison' && office === away ? AWAY : days) * DAY),
      position: role === 'leader' ? ('regent' as const) : null,
    };
  });
  for (const { at, ...row } of missing) {
    const userId = newToken();
    const { name, email } = row;
    await db.batch([
      db.insert(user).values({ id: userId, name, email, createdAt: new Date(at), updatedAt: new Date(at) }),
      db.insert(staff).values({ ...row, userId, createdAt: at }),
    ]);
  }
  return missing.length;
}

/** The busiest of these offices that has no other weakness. */
function awayOf(regency: Regency, offices: ReadonlySet<string>): string | undefined {
  const all = busiest(regency);
  const { weak } = habitsOf(all);
  return all.find((code) => offices.has(code) && !weak.includes(code));
}

/** @returns who plays "admin", "verifier", "inspector" or "liaison:PUPR" */
export async function castOf(db: Db, now: number): Promise<(actor: string) => Staff> {
  const people = await allStaff(db, now);
  const known = new Map<string, Staff>();
  return (actor) => {
    const [role = '', office] = actor.split(':');
    const found =
      known.get(actor) ??
      people.find((one) =>
        office === undefined ? one.roles.includes(role as Role) : isLiaison(one, office),
      );
    if (!found) throw new Error(`Nobody plays ${actor}`);
    known.set(actor, found);
    return found;
  };
}

const isLiaison = (person: Staff, office: string): boolean =>
  person.roles.includes('liaison') && person.offices.includes(office);
