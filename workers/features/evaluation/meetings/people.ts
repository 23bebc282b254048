/** The list of a meeting, with its names opened. */

import { openShown } from '../../../privacy/seal.ts';
import { anyOffice } from '../../../regency/named.ts';
import type { Doer } from '../../doer.ts';
import { staffNames } from '../../staff/queries.ts';
import { type PersonRow, peopleOf, personPlace } from './queries.ts';

export interface Invitee {
  id: number;
  /** null = an office that was invited without a name. */
  name: string | null;
  /** '' = none. */
  office: string;
  /** Has an account, so that the invitation reaches it by notice. */
  account: boolean;
  told: boolean;
  attended: boolean;
}

/** By office in the order of the settings, leaders without one first, then by name. */
export async function readInvitees(
  to: Pick<Doer, 'db' | 'keys' | 'regency'>,
  meetingId: number,
): Promise<Invitee[]> {
  const rows = await peopleOf(to.db, meetingId);
  const names = await staffNames(
    to.db,
    rows.flatMap(({ staffId }) => staffId ?? []),
  );
  const offices = [...to.regency.offices.keys()];
  const people = await Promise.all(
    rows.map(async (row) => ({
      at: offices.indexOf(row.office ?? ''),
      invitee: await inviteeOf(to, row, names),
    })),
  );
  return people
    .sort((a, b) => a.at - b.at || (a.invitee.name ?? '').localeCompare(b.invitee.name ?? '', 'id'))
    .map(({ invitee }) => invitee);
}

async function inviteeOf(
  { keys, regency }: Pick<Doer, 'keys' | 'regency'>,
  row: PersonRow,
  names: ReadonlyMap<number, string>,
): Promise<Invitee> {
  const { id, staffId, meetingId, invitedAt, office, toldAt, attendedAt } = row;
  const name =
    staffId === null
      ? await openShown(keys, personPlace(meetingId, invitedAt), row.name)
      : (names.get(staffId) ?? 'Akun yang sudah dihapus');
  const officeName = anyOffice(regency, office)?.name ?? office ?? '';
  return {
    ...{ id, name, office: officeName, account: staffId !== null },
    ...{ told: toldAt !== null, attended: attendedAt !== null },
  };
}
