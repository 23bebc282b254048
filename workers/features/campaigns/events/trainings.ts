/** Each office with its liaison officers: when they were last trained, and last here (domain.md section 5, keaktifan). */
import type { PackOffice } from '../../../../shared/regencies/types.ts';
import type { Db } from '../../../platform/db.ts';
import { ownOffices } from '../../../regency/offices.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { listAccounts, SILENCE } from '../../staff/queries.ts';
import { lastAttended } from './queries.ts';

export interface TrainedPerson {
  id: number;
  name: string;
  /** Local minute of the last bimtek they attended. */
  trained: string | null;
  /** Epoch ms. */
  seen: number | null;
  /** Not signed in within 30 days. */
  silent: boolean;
}

/** none = no liaison officer; nobody = none of them both trained and here; some = one is, another not. */
export type OfficeState = 'none' | 'nobody' | 'some' | 'fine';
const order: readonly OfficeState[] = ['none', 'nobody', 'some', 'fine'];

export interface OfficeTraining {
  office: PackOffice;
  state: OfficeState;
  people: TrainedPerson[];
}

/** Those that need somebody first, then in the order of the settings. @param now epoch ms */
export async function readTrainings(db: Db, regency: Regency, now: number): Promise<OfficeTraining[]> {
  const [accounts, trained] = await Promise.all([listAccounts(db), lastAttended(db, 'bimtek')]);
  const liaisons = accounts.filter(({ active, roles }) => active && roles.includes('liaison'));
  const offices = ownOffices(regency);
  return offices
    .map((office): OfficeTraining => {
      const people = liaisons
        .filter((account) => account.offices.includes(office.code))
        .map(({ id, name, lastSeenAt }) => ({
          ...{ id, name, trained: trained.get(id) ?? null, seen: lastSeenAt },
          silent: (lastSeenAt ?? 0) <= now - SILENCE,
        }));
      return { office, state: stateOf(people), people };
    })
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

/**
 * Offices with liaison officers, none of whom is both trained and here; nobody is missed before the first bimtek.
 * @returns their codes
 */
export async function officesUntrained(db: Db, regency: Regency, now: number): Promise<string[]> {
  const trained = await lastAttended(db, 'bimtek');
  if (trained.size === 0) return [];
  const offices = await readTrainings(db, regency, now);
  return offices.flatMap(({ office, state }) => (state === 'nobody' ? [office.code] : []));
}

function stateOf(people: readonly TrainedPerson[]): OfficeState {
  const ready = people.filter(({ trained, silent }) => trained !== null && !silent);
  if (people.length === 0) return 'none';
  if (ready.length === 0) return 'nobody';
  return ready.length < people.length ? 'some' : 'fine';
}
