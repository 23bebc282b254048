/** The lists of the inbox: which holders each looks at, and which of their cases it keeps. */
import type { CaseState } from '../../../shared/lifecycle/states.ts';
import { holdersOf, type Staff } from '../../../shared/permissions/index.ts';
import type { Regency } from '../../regency/snapshot.ts';

export interface DeskList {
  id: string;
  label: string;
  /** Shown instead of an empty table. */
  empty: string;
  /** Whose cases; empty = this person does not have the list. */
  holders(person: Staff, regency: Regency): string[];
  /** Only these states; absent = all. */
  states?: readonly CaseState[];
  /** Only what was due before now, or is due in the rest of the local day. */
  due?: 'late' | 'today';
  /** Cases in copy instead of cases held, newest first. */
  copies?: boolean;
}

const has = (person: Staff, ...roles: Staff['roles'][number][]) =>
  roles.some((role) => person.roles.includes(role));

export const deskLists: readonly DeskList[] = [
  {
    id: 'tugas',
    label: 'Semua tugas saya',
    empty: 'Tidak ada laporan yang menunggu Anda saat ini.',
    holders: (person) => holdersOf(person),
  },
  {
    id: 'terlambat',
    label: 'Terlambat',
    empty: 'Tidak ada yang terlambat. Terima kasih.',
    holders: (person) => holdersOf(person),
    due: 'late',
  },
  {
    id: 'hari-ini',
    label: 'Jatuh tempo hari ini',
    empty: 'Tidak ada lagi yang jatuh tempo hari ini.',
    holders: (person) => holdersOf(person),
    due: 'today',
  },
  {
    id: 'belum-opd',
    label: 'Belum dikirim ke OPD',
    empty: 'Semua laporan sudah dikirim ke OPD atau diteruskan.',
    holders: (person) => (has(person, 'admin') ? ['@admin'] : []),
    states: ['received', 'verified', 'reopened', 'returned'],
  },
  {
    id: 'ditahan',
    label: 'Ditahan',
    empty: 'Tidak ada laporan yang ditahan.',
    holders: (person) => holdersOf(person).filter((holder) => holder === '@verifier' || holder === '@leader'),
    states: ['held'],
  },
  {
    id: 'tembusan',
    label: 'Tembusan',
    empty: 'Belum ada laporan yang ditembuskan ke instansi Anda.',
    holders: (person) => (has(person, 'liaison', 'head') ? [...person.offices] : []),
    copies: true,
  },
  {
    id: 'semua',
    label: 'Semua instansi',
    empty: 'Tidak ada laporan yang sedang berjalan.',
    holders: (person, regency) => (has(person, 'admin', 'leader') ? ['@admin', ...ownOffices(regency)] : []),
  },
];

/** The lists of a person; a leader starts with the one of all offices. */
export function listsOf(person: Staff, regency: Regency): DeskList[] {
  const own = deskLists.filter((list) => list.holders(person, regency).length > 0);
  const onlyLeads = person.roles.every((role) => role === 'leader');
  return onlyLeads ? own.toSorted((a, b) => Number(b.id === 'semua') - Number(a.id === 'semua')) : own;
}

function ownOffices(regency: Regency): string[] {
  return [...regency.offices.values()]
    .filter((office) => office.kind !== 'luar')
    .map((office) => office.code);
}
