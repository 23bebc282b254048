/** Reading files inside workerd: spreadsheets, texts of every kind, and what is no export. All contents are invented. */
import { describe, it } from 'vitest';
import { readExport } from '../../workers/features/sp4n/read/index.ts';
import { type Cell, xlsx, zip } from '../support/xlsx.ts';

const HEADER = ['No', 'Tracking ID', 'Judul Laporan', 'Isi Laporan', 'Status', 'Tanggal Laporan'];
const PREAMBLE: Cell[][] = [['Laporan SP4N-LAPOR! (rekaan)'], ['Periode', '2026'], []];

const text = (rows: string[][], separator = ',', end = '\r\n') =>
  Uint8Array.from(
    new TextEncoder().encode(
      rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join(end),
    ),
  );

describe('an export', () => {
  it('as a spreadsheet: header below other rows, dates, numbers and formulas by their value', async ({
    expect,
  }) => {
    const file = await xlsx([
      ...PREAMBLE,
      HEADER,
      [1, 8123456, 'Lampu & jalan', 'Lampu <mati> di simpang rekaan.', 'Proses', { date: 46025.5868055556 }],
      [],
      [
        2,
        '8123457',
        { formula: 'CONCATENATE("a","b")', value: 'Hasil rumus' },
        'Isi kedua.',
        'Selesai',
        '3 Jan 2026',
      ],
      [3, '8123457', 'Sama', 'Isi ketiga.', 'Selesai', '3 Jan 2026'],
    ]);
    const { headers, rows } = await readExport(file);
    expect(headers).toEqual(HEADER);
    expect(rows).toEqual([
      {
        row: 5,
        cells: [
          '1',
          '8123456',
          'Lampu & jalan',
          'Lampu <mati> di simpang rekaan.',
          'Proses',
          '2026-01-03 14:05',
        ],
        twice: false,
      },
      { row: 7, cells: ['2', '8123457', 'Hasil rumus', 'Isi kedua.', 'Selesai', '3 Jan 2026'], twice: false },
      { row: 8, cells: ['3', '8123457', 'Sama', 'Isi ketiga.', 'Selesai', '3 Jan 2026'], twice: true },
    ]);
  });

  it.for([',', ';', '\t'])(
    'as text separated by %j, with lines and separators inside cells',
    async (separator, { expect }) => {
      const body = ['1', '8123456', 'Judul; "dikutip", ya', 'Baris satu\nbaris dua', 'Proses', '03/01/2026'];
      const { rows } = await readExport(text([['Laporan rekaan'], HEADER, body], separator));
      expect(rows).toEqual([{ row: 3, cells: body, twice: false }]);
    },
  );

  it('in UTF-8 with its mark, in Windows-1252, and in UTF-16', async ({ expect }) => {
    const rows = [HEADER, ['1', '8123456', 'Café “rekaan” – uji', 'Isi.', 'Proses', '03/01/2026']];
    const utf8 = text(rows);
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]);
    const codes: Record<string, number> = { é: 0xe9, '“': 0x93, '”': 0x94, '–': 0x96 };
    const plain = new TextDecoder().decode(utf8);
    const windows = Uint8Array.from([...plain], (sign) => codes[sign] ?? sign.charCodeAt(0));
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from([...plain], (s) => s.charCodeAt(0)).buffer),
    ]);
    for (const file of [utf8, marked, windows, wide])
      expect((await readExport(file)).rows[0]?.cells[2]).toBe('Café “rekaan” – uji');
  });
});

describe('what is refused', () => {
  const bytes = (...all: number[]) => new Uint8Array(all);
  const wide = (word: string) => [
    ...new Uint8Array(Uint16Array.from([...word], (s) => s.charCodeAt(0)).buffer),
  ];

  it.for<[string, () => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>]>([
    [
      'no_tracking_id',
      () =>
        text([
          ['Nama', 'Isi'],
          ['a', 'b'],
        ]),
    ],
    ['no_tracking_id', () => xlsx([...Array.from({ length: 40 }, () => ['kosong']), HEADER])],
    ['no_rows', () => text([HEADER])],
    ['not_a_sheet', () => bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0)],
    ['not_a_sheet', () => bytes(0x50, 0x4b, 3, 4, 9, 9)],
    ['not_a_sheet', () => zip({ 'word/document.xml': '<a/>' })],
    ['old_format', () => bytes(0xd0, 0xcf, 0x11, 0xe0, ...wide('Workbook'))],
    ['encrypted', () => bytes(0xd0, 0xcf, 0x11, 0xe0, ...wide('EncryptedPackage'))],
    ['encrypted', () => zip({ 'xl/workbook.xml': '<a/>' }, true)],
    ['too_large', () => new Uint8Array(5_000_001)],
    [
      'too_large',
      () => text([HEADER, ...Array.from({ length: 20_001 }, (_, i) => ['', String(1_000_000 + i)])]),
    ],
    // A bomb: 60 MB of blanks in some 60 kB.
    ['too_large', () => xlsx([], `<worksheet>${' '.repeat(60_000_000)}</worksheet>`)],
    [
      'too_large',
      () =>
        xlsx([], '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'),
    ],
    [
      'too_large',
      () =>
        xlsx(
          [],
          '<worksheet><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>',
        ),
    ],
  ])('says %s (%#)', async ([reason, file], { expect }) => {
    await expect(readExport(await file())).rejects.toMatchObject({ reason });
  });
});
