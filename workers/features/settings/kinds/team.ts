/** SK Tim: the decree that names who manages complaints, held against the accounts there are (domain.md section 5). */
import * as z from 'zod';
import { type Role, roleNames } from '../../../../shared/permissions/people.ts';
import { joinList } from '../../../../shared/text.ts';
import { listAccounts } from '../../staff/queries.ts';
import type { KindContext, KindOf, Problems } from './kind.ts';

export interface Team {
  /** Number of the decree. */
  number: string;
  /** ISO date. */
  date: string;
  /** Names a member by the address of their account. */
  members: TeamMember[];
}

export interface TeamMember {
  name: string;
  /** In the decree, e.g. "Ketua". */
  place: string;
  email: string;
}

const member = z.object(
  {
    name: z.string().min(2).max(80),
    place: z.string().min(2).max(80),
    email: z.email().max(120),
  },
  'Tulis setiap baris seperti "Nama; kedudukan; e-mail".',
);

export const teamKind: KindOf<Team> = {
  kind: 'team',
  path: 'sk-tim',
  group: 'people',
  name: 'SK Tim',
  one: 'SK Tim',
  about: 'Keputusan tentang tim pengelola pengaduan: nomor, tanggal, anggota.',
  effect: 'Tidak mengubah hak siapa pun; akun dan perannya diatur di Pengguna.',
  fields: [
    { name: 'number', label: 'Nomor SK', input: 'text', max: 80, required: true },
    { name: 'date', label: 'Tanggal SK', input: 'date', required: true },
    {
      name: 'members',
      label: 'Anggota',
      hint: 'Satu anggota sebaris: nama; kedudukan; e-mail akun.',
      input: 'lines',
      rows: 12,
      required: true,
      get: ({ members }) =>
        members.map(({ name, place, email }) => [name, place, email].join('; ')).join('\n'),
      set(data, raw) {
        data.members = String(raw)
          .split('\n')
          .map((line) => line.split(';').map((part) => part.trim()))
          .filter((parts) => parts.some(Boolean))
          .map(([name = '', place = '', email = '', ...more]) => ({
            ...{ name, place, email: [email, ...more].join(';').toLowerCase() },
          }));
      },
      words: ({ members }) => joinList(members.map(({ name, place }) => `${name} (${place})`)),
    },
  ],
  schema: z.object({
    number: z.string().min(3).max(80),
    date: z.iso.date(),
    members: z.array(member).min(1, 'Tulis paling sedikit satu anggota.').max(200),
  }),
  label: ({ number }) => number,
  columns: [
    { title: 'Tanggal', of: ({ date }) => date },
    { title: 'Anggota', of: ({ members }) => String(members.length) },
  ],
  order: (a, b) => (a.date < b.date ? 1 : -1),
  blank: () => ({ number: '', date: '', members: [] }),
  newId: ({ number, date }) => `${date}:${number}`,
  copies: true,
  ending: { note: 'SK ini tidak berlaku lagi; isinya tetap tersimpan.' },
  async state(data, ctx) {
    const lines = await teamGaps(data, ctx);
    return lines.length > 0
      ? lines
      : ['Semua anggota punya akun aktif, dan semua akun petugas ada dalam SK.'];
  },
  check({ members, date }, { regency, now }): Problems {
    const twice = members.find(({ email }, at) => members.findIndex((one) => one.email === email) !== at);
    if (twice) return { members: `${twice.email} tertulis dua kali.` };
    return date > regency.calendar.localDate(now) ? { date: 'Tanggal SK belum tiba.' } : {};
  },
};

/** Roles of the administration: whoever has one of them belongs into the decree. */
const counted: readonly Role[] = ['admin', 'verifier', 'liaison', 'head', 'inspector', 'dpo'];

/** How decree and accounts differ, as sentences; empty when they do not. */
export async function teamGaps({ members }: Team, { db }: Pick<KindContext<Team>, 'db'>): Promise<string[]> {
  const accounts = new Map((await listAccounts(db)).map((account) => [account.email.toLowerCase(), account]));
  const without = members.filter(({ email }) => !accounts.has(email));
  const asleep = members.filter(({ email }) => {
    const standing = accounts.get(email)?.standing;
    return standing !== undefined && standing !== 'active';
  });
  const named = new Set(members.map(({ email }) => email));
  const outside = [...accounts.values()].filter(
    ({ active, email, roles }) =>
      active && !named.has(email.toLowerCase()) && roles.some((role) => counted.includes(role)),
  );
  const names = (people: readonly { name: string }[]) => joinList(people.map(({ name }) => name));
  return [
    ...(without.length > 0 ? [`Anggota tanpa akun: ${names(without)}.`] : []),
    ...(asleep.length > 0 ? [`Anggota yang akunnya belum aktif atau dinonaktifkan: ${names(asleep)}.`] : []),
    ...(outside.length > 0
      ? [
          `Akun aktif di luar SK: ${joinList(
            outside.map(({ name, roles }) => `${name} (${joinList(roles.map((role) => roleNames[role]))})`),
          )}.`,
        ]
      : []),
  ];
}
