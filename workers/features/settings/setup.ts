/** What a regency still has to do before its settings are its own: the check-list of the index page. */
import type { Role } from '../../../shared/permissions/people.ts';
import { countConflicts } from '../../regency/conflicts.ts';
import { countRows, readRows } from '../../regency/rows.ts';
import { listAccounts, officesWithoutLiaison } from '../staff/queries.ts';
import { kinds } from './kinds/index.ts';
import { addressOf, type Gap, type Kind, type KindContext } from './kinds/kind.ts';

export interface Overview {
  kinds: { kind: Kind; rows: number; unconfirmed: number }[];
  /** Both staff and the pack changed so many rows. */
  conflicts: number;
  todo: Gap[];
}

type Where = Pick<KindContext<object>, 'db' | 'regency' | 'now'>;

export async function overviewOf(where: Where): Promise<Overview> {
  const { db, regency, now } = where;
  const [counts, conflicts, people, unmanned, gaps] = await Promise.all([
    countRows(db),
    countConflicts(db),
    missingPeople(where),
    officesWithoutLiaison(db, regency, now),
    gapsOfKinds(where),
  ]);
  const all = kinds.map((kind) => {
    const { rows = 0, unconfirmed = 0 } = counts.get(kind.kind) ?? {};
    return { kind, rows, unconfirmed };
  });
  const waiting = all.filter(({ unconfirmed }) => unconfirmed > 0);
  return {
    kinds: all,
    conflicts,
    todo: [
      ...people,
      ...(unmanned.length > 0
        ? [{ text: `${unmanned.length} instansi belum punya penghubung yang aktif.`, href: '/desk/pengguna' }]
        : []),
      ...waiting.map(({ kind, unconfirmed }) => ({
        text: `${kind.name}: ${unconfirmed} perlu dipastikan.`,
        href: `${addressOf(kind)}?tampil=pastikan`,
      })),
      ...gaps,
    ],
  };
}

/** Those without whom part of the work stands still. */
const needed: [Role, string][] = [
  ['verifier', 'Belum ada verifikator pengaduan khusus.'],
  ['inspector', 'Belum ada akun Inspektorat.'],
  ['leader', 'Belum ada akun pimpinan; eskalasi tidak sampai.'],
  ['dpo', 'Belum ada petugas pelindungan data.'],
];

async function missingPeople({ db }: Where): Promise<Gap[]> {
  const accounts = (await listAccounts(db)).filter(({ active }) => active);
  const has = (role: Role) => accounts.filter(({ roles }) => roles.includes(role)).length;
  const href = '/desk/pengguna/baru';
  return [
    // Whoever is alone locks the regency out when the phone with the code is lost.
    ...(has('admin') < 2 ? [{ text: 'Baru ada satu akun admin instansi; buat satu lagi.', href }] : []),
    ...needed.filter(([role]) => has(role) === 0).map(([, text]) => ({ text, href })),
  ];
}

async function gapsOfKinds({ db, regency, now }: Where): Promise<Gap[]> {
  const gaps = await Promise.all(
    kinds.map(async (kind) => kind.gaps?.(await readRows<object>(db, kind.kind), regency, now) ?? []),
  );
  return gaps.flat();
}
