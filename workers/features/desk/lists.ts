/** The lists of the inbox: who has which, and where each finds its cases. */
import { holdersOf } from '../../../shared/permissions/index.ts';
import { identitiesOf, type Staff } from '../../../shared/permissions/people.ts';
import { UNREAD } from '../../cases/load.ts';
import { NEVER } from '../../cases/sp4n.ts';
import { DAY } from '../../platform/clock.ts';
import { ownOffices } from '../../regency/offices.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { pairs, type Source } from './sources.ts';

export interface DeskList {
  id: string;
  label: string;
  /** Shown instead of an empty table. */
  empty: string;
  /** Heading under which it stands among the lists. */
  part: ListPart;
  /** What its time column tells; by default when the case is due. */
  time?: 'closed' | 'received' | 'answered';
  /** Empty = this person does not have the list. @param now epoch ms */
  sources(person: Staff, regency: Regency, now: number): Source[];
}

export type ListPart = 'work' | 'watch' | 'sp4n';
export const listParts: Record<ListPart, string> = {
  work: 'Pekerjaan saya',
  watch: 'Pemantauan',
  sp4n: 'SP4N-LAPOR!',
};

/** By themselves, or for a colleague who is away. */
const has = (person: Staff, ...roles: Staff['roles'][number][]) =>
  identitiesOf(person).some((identity) => roles.some((role) => identity.roles.includes(role)));

/** A source of these groups; none without any. */
const among = (index: Source['index'], groups: string[][], more: Partial<Source> = {}): Source[] =>
  groups.length > 0 ? [{ index, groups, ...more }] : [];
const each = (names: readonly string[]) => [...new Set(names)].map((name) => [name]);
const whole = (index: Source['index'], has: boolean, more: Partial<Source> = {}) =>
  among(index, has ? [[]] : [], more);

/** Cases that the router did not read in time come first: nobody else has looked at them either. */
const unread = (now: number, states: string[]): Source => ({
  index: 'unrouted',
  groups: [[]],
  to: now - UNREAD,
  states,
});
const isAdmin = (person: Staff) => has(person, 'admin');
const atDesks = (person: Staff, states: string[]) =>
  among(
    'byState',
    pairs(
      holdersOf(person).filter((holder) => holder.startsWith('@')),
      states,
    ),
  );
const officesOf = (person: Staff, ...roles: Staff['roles'][number][]) =>
  identitiesOf(person).flatMap(({ roles: held, offices }) =>
    roles.some((role) => held.includes(role)) ? offices : [],
  );
const UNASSIGNED = ['received', 'verified', 'reopened', 'returned'];

export const deskLists: readonly DeskList[] = [
  {
    id: 'tugas',
    label: 'Semua tugas saya',
    empty: 'Tidak ada laporan yang menunggu Anda saat ini.',
    part: 'work',
    sources: (person) => among('inbox', each(holdersOf(person))),
  },
  {
    id: 'terlambat',
    label: 'Terlambat',
    empty: 'Tidak ada yang terlambat. Terima kasih.',
    part: 'work',
    sources: (person, _, now) => among('inbox', each(holdersOf(person)), { to: now }),
  },
  {
    id: 'hari-ini',
    label: 'Jatuh tempo hari ini',
    empty: 'Tidak ada lagi yang jatuh tempo hari ini.',
    part: 'work',
    sources: (person, { calendar }, now) =>
      among('inbox', each(holdersOf(person)), { from: now, to: calendar.midnightBefore(now) + DAY }),
  },
  {
    id: 'belum-diverifikasi',
    label: 'Belum diverifikasi',
    empty: 'Semua laporan sudah diverifikasi.',
    part: 'work',
    sources: (person, _, now) =>
      isAdmin(person)
        ? [unread(now, ['received']), ...among('byState', pairs(['@admin'], ['received']))]
        : [],
  },
  {
    id: 'belum-opd',
    label: 'Belum dikirim ke OPD',
    empty: 'Semua laporan sudah dikirim ke OPD atau diteruskan.',
    part: 'work',
    sources: (person, _, now) =>
      isAdmin(person) ? [unread(now, UNASSIGNED), ...among('byState', pairs(['@admin'], UNASSIGNED))] : [],
  },
  {
    id: 'dikembalikan',
    label: 'Dikembalikan OPD',
    empty: 'Tidak ada laporan yang dikembalikan.',
    part: 'work',
    sources: (person) => among('byState', isAdmin(person) ? pairs(['@admin'], ['returned']) : []),
  },
  {
    id: 'keberatan',
    label: 'Keberatan pelapor',
    empty: 'Tidak ada keberatan yang menunggu keputusan.',
    part: 'work',
    sources: (person) => (has(person, 'admin', 'inspector', 'leader') ? atDesks(person, ['reopened']) : []),
  },
  {
    id: 'perlu-dilepas',
    label: 'Anonim, perlu dilepas',
    empty: 'Tidak ada laporan anonim yang menunggu dilepas.',
    part: 'work',
    // What came from an export of SP4N-LAPOR! is worked there: it never falls due, and waits for nobody here.
    sources: (person) => whole('toRelease', isAdmin(person), { to: NEVER }),
  },
  {
    id: 'ditahan',
    label: 'Ditahan',
    empty: 'Tidak ada laporan yang ditahan.',
    part: 'work',
    sources: (person) => (has(person, 'verifier', 'leader') ? atDesks(person, ['held']) : []),
  },
  {
    id: 'persetujuan',
    label: 'Menunggu persetujuan',
    empty: 'Tidak ada jawaban yang menunggu persetujuan.',
    part: 'work',
    sources: (person) => among('proposed', each(officesOf(person, 'liaison', 'head'))),
  },
  {
    id: 'menunggu-pelapor',
    label: 'Menunggu pelapor',
    empty: 'Tidak ada laporan yang menunggu pelapor.',
    part: 'work',
    sources: (person) => among('byState', pairs(holdersOf(person), ['clarification', 'answered'])),
  },
  {
    id: 'tembusan',
    label: 'Tembusan',
    empty: 'Belum ada laporan yang ditembuskan ke instansi Anda.',
    part: 'work',
    sources: (person) => among('copies', each(officesOf(person, 'liaison', 'head')), { newestFirst: true }),
  },
  {
    id: 'dibantah',
    label: 'Jawaban kami yang dibantah',
    empty: 'Tidak ada jawaban instansi Anda yang sedang dibantah.',
    part: 'watch',
    // Theirs to read: an administrator decides what becomes of it.
    sources: (person) => among('contested', each(officesOf(person, 'liaison', 'head'))),
  },
  {
    id: 'ditutup',
    label: 'Sudah ditutup',
    empty: 'Belum ada laporan yang ditutup.',
    part: 'work',
    time: 'closed',
    sources: (person) =>
      has(person, 'admin', 'leader')
        ? whole('closedPlain', true, { newestFirst: true })
        : among('closed', each(officesOf(person, 'liaison', 'head', 'inspector')), { newestFirst: true }),
  },
  {
    id: 'semua',
    label: 'Semua instansi',
    empty: 'Tidak ada laporan yang sedang berjalan.',
    part: 'watch',
    sources: (person, regency) =>
      among('inbox', has(person, 'admin', 'leader') ? each(['@admin', ...codesOf(regency)]) : []),
  },
  {
    id: 'terlambat-opd',
    label: 'Terlambat di OPD',
    empty: 'Tidak ada OPD yang terlambat.',
    part: 'watch',
    sources: (person, regency, now) =>
      among('inbox', has(person, 'admin', 'leader') ? each(codesOf(regency)) : [], { to: now }),
  },
  {
    id: 'belum-sp4n',
    label: 'Belum ada di SP4N-LAPOR!',
    empty: 'Semua laporan sudah tercatat di SP4N-LAPOR!.',
    part: 'sp4n',
    time: 'received',
    sources: (person) => whole('notInSp4n', isAdmin(person)),
  },
  {
    id: 'jawaban-sp4n',
    label: 'Jawaban belum disalin',
    empty: 'Semua jawaban sudah disalin ke SP4N-LAPOR!.',
    part: 'sp4n',
    time: 'answered',
    sources: (person) => whole('answerNotCopied', isAdmin(person)),
  },
];

/** The lists of a person; a leader starts with the one of all offices. @param now epoch ms */
export function listsOf(person: Staff, regency: Regency, now: number): DeskList[] {
  const own = deskLists.filter((list) => list.sources(person, regency, now).length > 0);
  const onlyLeads = person.roles.every((role) => role === 'leader');
  return onlyLeads ? own.toSorted((a, b) => Number(b.id === 'semua') - Number(a.id === 'semua')) : own;
}

const codesOf = (regency: Regency) => ownOffices(regency).map(({ code }) => code);
