/**
 * What Kanal shows by itself. A page that is there proves nothing: each proof looks for its use, and tells what is missing
 * as long as it finds none. Pure.
 */

import type { ProofId } from '../../../../../shared/evidence.ts';
import type { CountName } from '../../../../../shared/figures/counts.ts';
import { parsePeriod, periodName } from '../../../../../shared/figures/periods.ts';
import { LEAST } from '../../../../../shared/small-counts.ts';
import { formatDate, formatDay, formatNumber } from '../../../../../shared/text.ts';
import { VERSION } from '../../../../platform/version.ts';
import type { Facts } from './queries.ts';

/** What was found, as words and their value; null = not enough to prove anything. */
export type Found = [term: string, value: string][];

export interface Proof {
  /** Path in Kanal where it is seen. */
  address: string;
  /** What has to happen before it can be fixed. */
  needs: string;
  look: (facts: Facts) => Found | null;
}

const FEW = 'Paling sedikit 5, karena angka yang lebih kecil tidak disebut.';

/** Counts of the last four quarters together; null = none, or too few to be told. */
function told({ quarters }: Facts, name: CountName): number | null {
  const sum = quarters.reduce((all, { counts }) => all + counts[name], 0);
  // Few prove nothing, also where they are invented and may be told.
  return sum < LEAST ? null : sum;
}

/** All of these counts, or nothing. */
function counted(facts: Facts, names: Partial<Record<CountName, string>>): Found | null {
  const found: Found = [['Masa', spanOf(facts)]];
  for (const [name, term] of Object.entries(names)) {
    const count = told(facts, name as CountName);
    if (count === null) return null;
    found.push([term, formatNumber(count)]);
  }
  return found;
}

function spanOf({ quarters }: Facts): string {
  const names = quarters.map(({ period }) => periodName(period));
  return `${names[0]} sampai ${names.at(-1)}`;
}

const ofApi = (term: string, keys: number): Found => [
  ['Dokumen API', `OpenAPI, Kanal ${VERSION}`],
  [term, formatNumber(keys)],
];

const periodOf = (id: string): string => {
  const period = parsePeriod(id);
  return period ? periodName(period) : id;
};

/** Quarters in which ratings can be told. */
const ratedQuarters = ({ quarters }: Facts) => quarters.filter(({ counts }) => counts.rated >= LEAST);

export const proofs: Record<ProofId, Proof> = {
  contacts: {
    address: '/',
    needs: 'Isi kontak pelindungan data dan pastikan nama instansi pengelola di Pengaturan.',
    look: ({ regency: { about, offices, dataOfficer, clocks } }) => {
      const manager = offices.get(about.adminOffice);
      if (!manager?.confirmed || dataOfficer === null) return null;
      return [
        ['Instansi pengelola', manager.name],
        ['Kontak pelindungan data', dataOfficer.name],
        ['Batas waktu penanganan', `${formatNumber(clocks.length)} aturan dengan dasar hukumnya`],
      ];
    },
  },
  reports: {
    address: '/desk/evaluasi/angka',
    needs: `Belum cukup laporan dalam empat triwulan terakhir. ${FEW}`,
    look: (facts) => counted(facts, { received: 'Laporan masuk' }),
  },
  search: {
    address: '/desk/cari',
    needs: `Belum cukup laporan yang dapat dicari. ${FEW}`,
    look: (facts) => {
      const reports = facts.indexed > 0 ? counted(facts, { received: 'Laporan masuk' }) : null;
      return reports && [...reports, ['Terindeks sampai catatan', formatNumber(facts.indexed)]];
    },
  },
  attachments: {
    address: '/',
    needs: 'Belum ada lima foto atau dokumen pada laporan biasa.',
    look: ({ attachments }) =>
      attachments >= LEAST
        ? [['Foto dan dokumen pada laporan', `paling sedikit ${formatNumber(attachments)}`]]
        : null,
  },
  transactions: {
    address: '/desk/evaluasi/angka',
    needs: `Belum cukup laporan yang didisposisikan, dijawab dan selesai. ${FEW}`,
    look: (facts) => counted(facts, { disposed: 'Didisposisikan', answered: 'Dijawab', settled: 'Selesai' }),
  },
  approvals: {
    address: '/desk/pengaturan/instansi',
    needs:
      'Belum ada lima jawaban yang disetujui kepala OPD. Tentukan di Pengaturan, Instansi, siapa yang menyetujui.',
    look: ({ approvals }) =>
      approvals >= LEAST ? [['Jawaban disetujui di antara catatan terakhir', formatNumber(approvals)]] : null,
  },
  analytics: {
    address: '/desk/evaluasi/angka',
    needs: `Belum cukup laporan yang didisposisikan untuk diukur. ${FEW}`,
    look: (facts) => counted(facts, { received: 'Laporan yang dihitung', disposed: 'Didisposisikan' }),
  },
  api: {
    address: '/api/v1/openapi.json',
    needs: 'Belum ada kunci API yang berlaku. Buat di Kunci API bila ada aplikasi yang memakainya.',
    look: ({ keys }) => (keys > 0 ? ofApi('Kunci API yang berlaku', keys) : null),
  },
  api_figures: {
    address: '/api/v1/openapi.json',
    needs: 'Belum ada kunci API dengan hak membaca angka evaluasi. Buat di Kunci API.',
    look: ({ figureKeys }) =>
      figureKeys > 0 ? ofApi('Kunci yang membaca angka dan kepuasan', figureKeys) : null,
  },
  sp4n: {
    address: '/desk/sp4n',
    needs: `Belum cukup laporan bernomor SP4N-LAPOR!. ${FEW}`,
    look: (facts) => {
      const numbered = counted(facts, { sp4nNumbered: 'Laporan bernomor SP4N-LAPOR!' });
      return numbered && [...numbered, ['Ekspor SP4N-LAPOR! yang diambil', formatNumber(facts.imports)]];
    },
  },
  releases: {
    address: '/keterbukaan',
    needs: 'Belum ada data yang diterbitkan. Terbitkan satu triwulan di Evaluasi, Terbitan.',
    look: ({ releases: [newest], regency }) =>
      newest
        ? [
            ['Terbitan terakhir', periodOf(newest.period)],
            ['Diterbitkan', formatDate(newest.at, regency.about.timeZone)],
            ['Tabel', formatNumber(newest.tables.length)],
          ]
        : null,
  },
  checksums: {
    address: '/data',
    needs: 'Belum ada data yang diterbitkan. Terbitkan satu triwulan di Evaluasi, Terbitan.',
    look: ({ releases: [newest] }) =>
      newest
        ? [
            ['Terbitan', periodOf(newest.period)],
            ...newest.tables.flatMap(
              ({ name, csv, json }): Found => [
                [`SHA-256 ${name}.csv`, csv],
                [`SHA-256 ${name}.json`, json],
              ],
            ),
          ]
        : null,
  },
  series: {
    address: '/data',
    needs: 'Belum ada dua triwulan yang diterbitkan.',
    look: ({ releases, regency }) =>
      releases.length < 2
        ? null
        : releases.map(({ period, at }) => [
            periodOf(period),
            `diterbitkan ${formatDate(at, regency.about.timeZone)}`,
          ]),
  },
  ratings: {
    address: '/desk/evaluasi/bukti/skm',
    needs: 'Belum ada triwulan dengan paling sedikit lima penilaian.',
    // One quarter: the sum of all, beside theirs, would tell of a quarter with few.
    look: (facts) => {
      const last = ratedQuarters(facts).at(-1);
      return last
        ? [
            ['Masa', periodName(last.period)],
            ['Pelapor yang memberi nilai', formatNumber(last.counts.rated)],
          ]
        : null;
    },
  },
  ratings_series: {
    address: '/desk/evaluasi/bukti/skm',
    needs: 'Belum ada dua triwulan dengan paling sedikit lima penilaian.',
    look: (facts) => {
      const quarters = ratedQuarters(facts);
      if (quarters.length < 2) return null;
      return quarters.map(({ period }) => [periodName(period), 'cukup penilaian']);
    },
  },
  ratings_offices: {
    address: '/desk/evaluasi/bukti/skm',
    needs: 'Belum ada dua OPD dengan paling sedikit lima penilaian.',
    look: (facts) => {
      const offices = facts.ratedByOffice.filter((n) => n >= LEAST);
      if (offices.length < 2) return null;
      return [
        ['Masa', spanOf(facts)],
        ['OPD dengan cukup penilaian', formatNumber(offices.length)],
      ];
    },
  },
  meetings: {
    address: '/desk/evaluasi/rapat',
    needs: 'Belum ada rapat evaluasi dalam empat triwulan terakhir yang ditutup dengan notula.',
    look: ({ meetings }) =>
      meetings.length > 0
        ? meetings.map(({ period, startsAt }) => [
            `Rapat ${formatDay(startsAt.slice(0, 10))}`,
            `membahas ${periodOf(period)}`,
          ])
        : null,
  },
  decisions: {
    address: '/desk/evaluasi/rencana-aksi',
    needs: 'Belum ada keputusan rapat yang semua kegiatannya selesai.',
    look: ({ decisions, carriedOut }) =>
      carriedOut > 0
        ? [
            [
              'Keputusan yang sudah dilaksanakan',
              `${formatNumber(carriedOut)} dari ${formatNumber(decisions)}`,
            ],
          ]
        : null,
  },
  improvements: {
    address: '/keterbukaan',
    needs: 'Belum ada perbaikan dalam empat triwulan terakhir yang diumumkan kepada warga.',
    look: ({ improvements, improvedOn }) =>
      improvements > 0
        ? [
            ['Perbaikan yang diumumkan', formatNumber(improvements)],
            ...(improvedOn ? ([['Yang terakhir', formatDay(improvedOn)]] satisfies Found) : []),
          ]
        : null,
  },
};
