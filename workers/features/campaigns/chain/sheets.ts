/** Results as tables for spreadsheets: numbers as numbers, and ranges as people read them. */
import type { Range } from '../../../../shared/small-totals.ts';
import type { Sheet, SheetCell } from '../../sheets.ts';
import { type ChannelLine, channelLinks } from './channels.ts';
import { chainLinks } from './pieces.ts';
import type { By, Line } from './results.ts';
import { isExact, linkNames, rangeText, shareTextOf } from './told.ts';

const rangeCell = (range: Range): SheetCell => (isExact(range) ? range.least : rangeText(range));

export function resultSheet(by: By, lines: readonly Line[]): Sheet {
  return {
    name: `hasil-kampanye-${by}`,
    head: [
      'Kode',
      'Nama',
      'Dijangkau',
      ...chainLinks.flatMap((link) => [linkNames[link], `Bagian: ${linkNames[link]}`]),
      'Biaya (Rp)',
      'Biaya belum diisi',
      'Biaya per laporan selesai (Rp)',
    ],
    rows: lines.map((line) => [
      line.id,
      line.name,
      line.reached,
      ...chainLinks.flatMap((link) => [rangeCell(line.chain[link]), shareTextOf(line, link)]),
      line.cost,
      line.unpriced,
      line.perSettled,
    ]),
  };
}

export function channelSheet(lines: readonly ChannelLine[]): Sheet {
  return {
    name: 'hasil-kampanye-channel',
    head: ['Kode', 'Kanal', ...channelLinks.map((link) => linkNames[link])],
    rows: lines.map(({ id, name, chain }) => [
      id,
      name,
      ...channelLinks.map((link) => rangeCell(chain[link])),
    ]),
  };
}
