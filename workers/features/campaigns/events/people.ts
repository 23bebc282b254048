/** The list of an event with names, for the campaign's people. */
import { openShown } from '../../../privacy/seal.ts';
import { anyOffice } from '../../../regency/named.ts';
import type { Doer } from '../../doer.ts';
import { staffNames } from '../../staff/queries.ts';
import { type PersonRow, peopleOf } from './queries.ts';

export interface Invitee {
  id: number;
  /** null = an office that was invited without a name, or a name that was erased. */
  name: string | null;
  /** '' = none. */
  office: string;
  attended: boolean;
}

/** By office in the order of the settings, then by name. */
export async function readInvitees(
  to: Pick<Doer, 'db' | 'keys' | 'regency'>,
  eventId: number,
): Promise<Invitee[]> {
  const rows = await peopleOf(to.db, eventId);
  const names = await staffNames(
    to.db,
    rows.flatMap(({ staffId }) => staffId ?? []),
  );
  const offices = [...to.regency.offices.keys()];
  const placeOf = ({ office }: PersonRow) => (office === null ? offices.length : offices.indexOf(office));
  const people = await Promise.all(
    rows.map(async (row) => ({
      at: placeOf(row),
      invitee: {
        id: row.id,
        name: await nameOf(to, row, names),
        office: anyOffice(to.regency, row.office)?.name ?? row.office ?? '',
        attended: row.attendedAt !== null,
      },
    })),
  );
  return people
    .sort((a, b) => a.at - b.at || (a.invitee.name ?? '').localeCompare(b.invitee.name ?? '', 'id'))
    .map(({ invitee }) => invitee);
}

async function nameOf(
  { keys }: Pick<Doer, 'keys'>,
  row: PersonRow,
  names: ReadonlyMap<number, string>,
): Promise<string | null> {
  if (row.staffId !== null) return names.get(row.staffId) ?? 'Akun yang sudah dihapus';
  return openShown(keys, invitedPlace(row.eventId, row.invitedAt), row.name);
}

/** Where a name is sealed for. */
export const invitedPlace = (eventId: number, invitedAt: number) => ({
  table: 'event_people',
  column: 'name',
  row: `${eventId}:${invitedAt}`,
});
