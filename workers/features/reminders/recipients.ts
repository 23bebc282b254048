/**
 * Who is told of a stage. Nobody accused ever is, nor an office that is: the next one up takes it. A rung without anybody
 * climbs too, so that no stage is told to nobody while there is somebody (domain.md sections 1 and 3).
 */
import { isSecret } from '../../../shared/permissions/accusations.ts';
import {
  type Identity,
  identitiesOf,
  isAccused,
  type Role,
  type Staff,
} from '../../../shared/permissions/people.ts';
import type { PackRegency, StepReceiver } from '../../../shared/regencies/types.ts';
import { isExamined } from '../../cases/load.ts';
import type { ActionRow } from '../evaluation/actions/queries.ts';

/** What decides about the receivers of a case, or of an item of the action plan. */
export interface Concerned {
  /** Office code, or @admin, @verifier, @inspector, @leader. */
  holder: string;
  /** Account that is in charge by name, of an item of the action plan. */
  owner?: number | null;
  accused: readonly string[];
  /** An accusation, or not examined whether it is one. */
  secret: boolean;
}

type CaseRow = Parameters<typeof isSecret>[0] & Parameters<typeof isExamined>[0];

/** Of a case; what was not examined counts as an accusation. */
export function concernedInCase(row: CaseRow, accused: readonly string[]): Concerned {
  return { holder: row.holder, accused, secret: isSecret(row) || !isExamined(row) };
}

/** Of an item of the action plan: who is in charge by name, or whoever answers for its office. */
export const concernedInAction = (row: Pick<ActionRow, 'office' | 'ownerId'>): Concerned => ({
  ...{ holder: row.office, owner: row.ownerId },
  ...{ accused: [], secret: false },
});

export interface Receivers {
  /** The rung that was found; `null` = nobody is left. */
  rung: StepReceiver | null;
  ids: number[];
}

const up: Record<StepReceiver, StepReceiver | null> = {
  holder: 'head',
  admin: 'head',
  head: 'secretary',
  secretary: 'regent',
  inspectorate: 'regent',
  regent: null,
};

/** Of an accusation only Inspektorat and the Bupati stand above its holder. */
const upSecret: Record<StepReceiver, StepReceiver | null> = {
  ...up,
  holder: 'inspectorate',
  head: 'inspectorate',
  admin: 'inspectorate',
  secretary: 'inspectorate',
};

/** @param people all active accounts */
export function receiversOf(
  rung: StepReceiver,
  concerned: Concerned,
  people: readonly Staff[],
  about: Pick<PackRegency, 'adminOffice'>,
): Receivers {
  const climb = concerned.secret ? upSecret : up;
  for (let at: StepReceiver | null = rung; at !== null; at = climb[at]) {
    const belongs = membersOf(at, concerned, people, about);
    const ids = people.filter((one) => isTold(one, belongs, concerned)).map(({ id }) => id);
    if (ids.length > 0) return { rung: at, ids };
  }
  // An ordinary case is never without somebody while there is an administrator.
  const admins = concerned.secret ? [] : people.filter((one) => has(one, 'admin')).map(({ id }) => id);
  return { rung: admins.length > 0 ? 'admin' : null, ids: admins };
}

/** By their own place, or for a colleague who is away; accusations are handed over to nobody. */
function isTold(person: Staff, belongs: (one: Identity) => boolean, concerned: Concerned): boolean {
  if (isAccused(person, concerned.accused)) return false;
  const identities = concerned.secret ? [person] : identitiesOf(person);
  return identities.some((one) => belongs(one) && !isAccused(one, concerned.accused));
}

const has = (person: Identity, role: Role) => person.roles.includes(role);

function membersOf(
  rung: StepReceiver,
  { holder, owner }: Concerned,
  people: readonly Staff[],
  about: Pick<PackRegency, 'adminOffice'>,
): (person: Identity) => boolean {
  switch (rung) {
    case 'holder':
      // An account that was closed leaves its items with the office.
      if (people.some((person) => identitiesOf(person).some(({ id }) => id === owner)))
        return (person) => person.id === owner;
      return holder.startsWith('@')
        ? (person) => person.roles.some((role) => `@${role}` === holder)
        : (person) => has(person, 'liaison') && person.offices.includes(holder);
    case 'head': {
      const office = holder.startsWith('@') ? about.adminOffice : holder;
      return (person) => has(person, 'head') && person.offices.includes(office);
    }
    case 'admin':
      return (person) => has(person, 'admin');
    case 'inspectorate':
      return (person) => has(person, 'inspector');
    case 'secretary':
      return (person) => has(person, 'leader') && person.position !== 'regent';
    case 'regent': {
      // Where nobody is marked as Bupati, whoever leads is.
      const marked = people.some((person) => has(person, 'leader') && person.position === 'regent');
      return (person) => has(person, 'leader') && (person.position === 'regent' || !marked);
    }
  }
}
