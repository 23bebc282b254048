/** Tables as files: what a spreadsheet gets is typed, and nothing in it runs. */
import { Hono } from 'hono';
import readXlsxFile from 'read-excel-file/universal';
import { describe, it } from 'vitest';
import type { AppEnv } from '../../workers/features/http.ts';
import { offerSheet } from '../../workers/features/sheets.ts';

const pages = new Hono<AppEnv>();
offerSheet(pages, '/unggahan', () => ({
  name: 'unggahan',
  head: ['Judul', 'Jangkauan', 'Tanggal', 'Waktu'],
  rows: [
    ['=HYPERLINK("https://example.org")', 12_500, { at: '2026-11-27' }, { at: '2026-11-27T08:15' }],
    ['Kabar, "baru"', null, { at: '2026-02-01' }, null],
  ],
}));

describe('a table of the campaign', () => {
  it('is CSV without formulas', async ({ expect }) => {
    const answer = await pages.request('/unggahan.csv');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="unggahan.csv"');
    expect((await answer.text()).split('\r\n')).toEqual([
      'Judul,Jangkauan,Tanggal,Waktu',
      `"'=HYPERLINK(""https://example.org"")",12500,2026-11-27,2026-11-27T08:15`,
      '"Kabar, ""baru""",,2026-02-01,',
      '',
    ]);
  });

  it('is XLSX with text, numbers and dates as such', async ({ expect }) => {
    const answer = await pages.request('/unggahan.xlsx');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="unggahan.xlsx"');
    const [sheet] = await readXlsxFile(await answer.arrayBuffer());
    expect(sheet).toMatchObject({
      sheet: 'unggahan',
      data: [
        ['Judul', 'Jangkauan', 'Tanggal', 'Waktu'],
        [
          '=HYPERLINK("https://example.org")',
          12_500,
          new Date('2026-11-27'),
          new Date('2026-11-27T08:15:00Z'),
        ],
        ['Kabar, "baru"', null, new Date('2026-02-01'), null],
      ],
    });
  });
});
