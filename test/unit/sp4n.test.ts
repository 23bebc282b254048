/** What exports of SP4N-LAPOR! say: dates, headers, statuses, classes, names of offices. Everything here is invented. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import { parseLocalTime } from '../../shared/sp4n/dates.ts';
import { findHeader, headersOf, missingFields, suggestMapping } from '../../shared/sp4n/fields.ts';
import { categoryFinder, officeFinder } from '../../shared/sp4n/match.ts';
import { cellsOf, readRow } from '../../shared/sp4n/row.ts';
import { channelOf, classOf, isTicked, stateOf } from '../../shared/sp4n/words.ts';

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);
const days = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:00Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));

/** The ways in which one instant is written. */
function written(date: Date): string[] {
  const iso = date.toISOString();
  const [year, month, day] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10)];
  const name = MONTHS[Number(month) - 1] ?? '';
  const [hour, minute] = [iso.slice(11, 13), iso.slice(14, 16)];
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  return [
    `${Number(day)} ${name} ${year} ${hour}:${minute}`,
    `${Number(day)} ${name.slice(0, 3)} ${year} ${hour}.${minute}`,
    `Sabtu, ${day} ${name} ${year} pukul ${hour}.${minute} WITA`,
    `${day}/${month}/${year} ${hour}:${minute}:59`,
    `${day}-${month}-${year} ${Number(hour) % 12 || 12}:${minute} ${half}`,
    `${year}-${month}-${day} ${hour}:${minute}`,
    `${iso.slice(0, 19)}`,
    String(25569 + date.getTime() / 86_400_000),
  ];
}

describe('dates', () => {
  it('are the same in every way of writing them', ({ expect }) => {
    fc.assert(
      fc.property(days, (date) => {
        const wanted = {
          date: date.toISOString().slice(0, 10),
          minutes: date.getUTCHours() * 60 + date.getUTCMinutes(),
        };
        // A serial day begins to have five digits in 1927, and the end of the century has five still.
        for (const text of written(date)) expect(parseLocalTime(text), text).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });

  it.for([
    '',
    '-',
    '30 Feb 2026',
    '32/01/2026',
    '01/13/2026',
    '3 Foo 2026',
    '3 Jan 26',
    '1900-01-01',
    '25:00',
    'besok',
    '3 Jan 2026 24:00',
    '3 Jan 2026 12:60',
    '99999',
  ])('are not guessed: %j', (text, { expect }) => {
    expect(parseLocalTime(text)).toBeNull();
  });

  it('never fail, whatever stands there', ({ expect }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = parseLocalTime(text);
        expect(found === null || /^20\d\d-\d\d-\d\d$/.test(found.date)).toBe(true);
      }),
    );
  });
});

const HEADERS = [
  'No',
  'Tracking ID',
  'Nama Pelapor',
  'Judul Laporan',
  'Isi Laporan',
  'Klasifikasi',
  'Kategori',
  'Instansi Terdisposisi',
  'Status',
  'Tanggal Laporan Masuk',
  'Tanggal Kejadian',
  'Lokasi Kejadian',
  'Sumber Laporan',
  'Anonim',
  'Rahasia',
  'Tanggal Selesai',
  'Tindak Lanjut Terakhir',
];

describe('the header', () => {
  const cell = fc.string({ maxLength: 12 }).filter((text) => !/tracking/i.test(text));

  it('is found below any rows', ({ expect }) => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 29 }),
        fc.constantFrom('Tracking ID', ' TRACKING_ID ', 'tracking-id', 'TrackingID'),
        (above, name) => {
          const header = HEADERS.map((text) => (text === 'Tracking ID' ? name : text));
          expect(findHeader([...above, header, ['1', '8123456']])).toBe(above.length);
        },
      ),
    );
  });

  it('is not there beyond the thirtieth row, or in a row that only speaks of it', ({ expect }) => {
    expect(findHeader([...Array.from({ length: 30 }, () => ['']), HEADERS])).toBeNull();
    expect(findHeader([['Daftar laporan dan tracking id-nya']])).toBeNull();
  });

  it('has names that differ', ({ expect }) => {
    expect(headersOf(['Status', '', ' Status ', 'Status'])).toEqual([
      'Status',
      'Kolom 2',
      'Status (2)',
      'Status (3)',
    ]);
  });

  it('tells which column is which', ({ expect }) => {
    const mapping = suggestMapping(HEADERS);
    expect(mapping).toEqual({
      number: 'Tracking ID',
      title: 'Judul Laporan',
      text: 'Isi Laporan',
      status: 'Status',
      received: 'Tanggal Laporan Masuk',
      kind: 'Klasifikasi',
      category: 'Kategori',
      office: 'Instansi Terdisposisi',
      name: 'Nama Pelapor',
      anonymous: 'Anonim',
      confidential: 'Rahasia',
      source: 'Sumber Laporan',
      place: 'Lokasi Kejadian',
      occurred: 'Tanggal Kejadian',
      closed: 'Tanggal Selesai',
      answer: 'Tindak Lanjut Terakhir',
    });
    expect(missingFields(mapping, HEADERS)).toEqual([]);
    expect(missingFields(mapping, HEADERS.slice(0, 6))).toEqual(['status', 'received']);
    const one = suggestMapping(['Tracking ID', 'Sifat Laporan', 'Nama']);
    expect(one).toEqual({
      number: 'Tracking ID',
      anonymous: 'Sifat Laporan',
      confidential: 'Sifat Laporan',
      name: 'Nama',
    });
  });
});

describe('words of SP4N-LAPOR!', () => {
  it.for([
    ['Belum Terverifikasi', 'received'],
    ['Belum Ditindaklanjuti', 'verified'],
    ['Proses', 'in_progress'],
    ['SELESAI', 'resolved'],
    ['Ditutup oleh Admin/Sistem', 'resolved'],
    ['Ditutup Oleh Sistem', 'resolved'],
    ['Tertunda', 'clarification'],
    ['Diarsipkan', 'archived'],
    ['Hilang', null],
    ['', null],
  ] as const)('%s is %s', ([word, state], { expect }) => {
    expect(stateOf(word)).toBe(state);
  });

  it('have a class and a channel', ({ expect }) => {
    expect(classOf('')).toEqual({ kind: 'complaint', berkadar: false });
    expect(classOf('Pengaduan Berkadar Pengawasan')).toEqual({ kind: 'complaint', berkadar: true });
    expect(classOf('Pengaduan Tidak Berkadar Pengawasan')).toEqual({ kind: 'complaint', berkadar: false });
    expect(classOf('Permintaan Informasi')?.kind).toBe('information');
    expect(classOf('Aspirasi')?.kind).toBe('aspiration');
    expect(classOf('Lain-lain')).toBeNull();
    expect(['Website', 'Aplikasi Android', 'iOS', 'SMS'].map(channelOf)).toEqual([
      'sp4n_web',
      'sp4n_app',
      'sp4n_app',
      'sp4n_web',
    ]);
    expect(
      ['Ya', 'Anonim', 'Anonim, Rahasia', 'Tidak', 'Bukan anonim', 'Publik', ''].map((text) =>
        isTicked(text, 'anonim'),
      ),
    ).toEqual([true, true, true, false, false, false, false]);
  });
});

describe('a row', () => {
  const full: Record<string, string> = {
    'Tracking ID': '#8123456',
    'Nama Pelapor': 'Warga Rekaan',
    'Isi Laporan': 'Lampu mati.',
    Status: 'Proses',
    'Tanggal Laporan Masuk': '3 Jan 2026',
  };
  const read = (change: Record<string, string> = {}) => {
    const cells = HEADERS.map((header) => ({ ...full, ...change })[header] ?? '');
    return readRow(cellsOf(HEADERS, cells, suggestMapping(HEADERS)));
  };

  it('is read, and an anonim reporter has no name', ({ expect }) => {
    expect(read()).toMatchObject({
      ok: true,
      row: { number: '8123456', name: 'Warga Rekaan', anonymous: false },
    });
    const changes: Record<string, string>[] = [{ Anonim: 'Ya' }, { 'Nama Pelapor': 'Anonim' }];
    for (const change of changes)
      expect(read(change)).toMatchObject({
        ok: true,
        row: { name: null, anonymous: true },
      });
  });

  it.for([
    ['Tracking ID', '', 'number_missing'],
    ['Tracking ID', 'Warga Rekaan', 'number_invalid'],
    ['Isi Laporan', ' ', 'text_missing'],
    ['Status', 'Entah', 'status_unknown'],
    ['Tanggal Laporan Masuk', 'kemarin', 'received_unreadable'],
    ['Klasifikasi', 'Entah', 'kind_unknown'],
  ] as const)('without a usable %s (%j) is refused: %s', ([header, value, refusal], { expect }) => {
    const found = read({ [header]: value });
    expect(found).toMatchObject({ ok: false, refusal });
    expect(JSON.stringify(found)).not.toContain('Rekaan');
  });
});

describe('names of a regency', async () => {
  const pack = await loadPack('luwu-timur');
  const named = officeFinder(pack.offices, pack.regency);
  const category = categoryFinder(pack.categories);

  it('are found with and without what all offices are called', ({ expect }) => {
    const office = pack.offices.find(({ code }) => code === 'PUPR');
    const name = office?.name ?? '';
    for (const text of [
      name,
      name.toUpperCase(),
      `${name} Kabupaten Luwu Timur`,
      `${name} Kab. Luwu Timur`,
      `Pemerintah Kabupaten Luwu Timur > ${name}`,
      office?.short ?? '',
    ])
      expect(named(text), text).toBe('PUPR');
    expect(named('Dinas Perikanan Laut Dalam')).toBeNull();
    expect(named('')).toBeNull();
    // An institution outside is none of the regency's offices.
    const outside = pack.offices.find(({ kind }) => kind === 'luar');
    expect(named(outside?.name ?? '')).toBeNull();
  });

  it('and categories by LAPOR!’s path', ({ expect }) => {
    for (const { id, name } of pack.categories) expect(category(name), name).toBe(id);
    expect(category('Entah > apa')).toBeNull();
  });
});
