/** The list of a meeting, with its names opened. */
import type { OfficeKind } from '../../../../shared/regencies/types.ts';
import { openShown } from '../../../privacy/seal.ts';
import { anyOffice } from '../../../regency/named.ts';
import { kindNames, officeKinds } from '../../../regency/offices.ts';
import type { Doer } from '../../doer.ts';
import { staffNames } from '../../staff/queries.ts';
import { type PersonRow, peopleOf, personPlace } from './queries.ts';

export interface Invitee {
  id: number;
  /** null = an office that was invited without a name. */
  name: string | null;
  /** '' = none. */
  office: string;
  /** Of the office; null = none. */
  kind: OfficeKind | null;
  /** Has an account, so that the invitation reaches it by notice. */
  account: boolean;
  told: boolean;
  attended: boolean;
}

/** By office in the order of the settings, leaders without one and then guests first, then by name. */
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
  const guest = ({ at, invitee }: (typeof people)[number]) => Number(at < 0 && !invitee.account);
  return people
    .sort(
      (a, b) =>
        a.at - b.at ||
        guest(a) - guest(b) ||
        (a.invitee.name ?? '').localeCompare(b.invitee.name ?? '', 'id'),
    )
    .map(({ invitee }) => invitee);
}

export interface InviteeGroup {
  kind: OfficeKind | null;
  name: string;
  people: Invitee[];
}

/** By kind of office, in their order; a group without people is left out. */
export const groupsOf = (people: readonly Invitee[]): InviteeGroup[] =>
  [null, ...officeKinds]
    .map((kind) => ({
      kind,
      name: kind === null ? 'Pimpinan dan lainnya' : kindNames[kind],
      people: people.filter((one) => one.kind === kind),
    }))
    .filter((group) => group.people.length > 0);

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
  const known = anyOffice(regency, office);
  return {
    ...{ id, name, office: known?.name ?? office ?? '', kind: known?.kind ?? null },
    account: staffId !== null,
    ...{ told: toldAt !== null, attended: attendedAt !== null },
  };
}
