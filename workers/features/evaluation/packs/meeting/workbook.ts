/** Of the pack: the figures as a workbook, a sheet for each dimension. */
import { type Frozen, frozenCounts, frozenDimensions } from '../../../../../shared/evaluation/frozen.ts';
import { definitions } from '../../../../../shared/figures/definitions.ts';
import { tell, tellNested, tellParts } from '../../../../../shared/figures/told.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import type { Sheet } from '../../../sheets.ts';
import { districtOf } from '../../figures/by.ts';
import { nameOf } from './names.ts';

const sheetNames = {
  kind: 'jenis',
  office: 'opd',
  area: 'wilayah',
  category: 'kategori',
  channel: 'kanal',
  platform: 'media sosial',
} as const;

export function figureSheets(regency: Regency, frozen: Frozen): Sheet[] {
  const invented = regency.switches.demo;
  const spans = [frozen.now, frozen.before, frozen.lastYear];
  const whole: Sheet = {
    name: 'angka',
    head: ['Ukuran', 'Satuan', 'Periode ini', 'Periode sebelumnya', 'Tahun lalu', 'Rumus', 'Tidak termasuk'],
    rows: definitions
      .filter(({ id }) => id !== 'oversight')
      .map((definition) => [
        ...[definition.name, definition.unit],
        ...spans.map((span) => {
          const value = definition.value(frozenCounts(span.whole, definition.basis));
          return tell(definition, value, invented).cell;
        }),
        ...[definition.formula, definition.leavesOut],
      ]),
  };
  return [whole, ...frozenDimensions.map((dimension) => sheetBy(regency, frozen, dimension))];
}

function sheetBy(regency: Regency, { now }: Frozen, dimension: (typeof frozenDimensions)[number]): Sheet {
  const parts = Object.entries(now.by[dimension]);
  const figures = definitions.filter(
    ({ id, basis }) => id !== 'oversight' && (basis === 'seen') === (dimension === 'platform'),
  );
  const invented = regency.switches.demo;
  // The pack tells kecamatan as well.
  const districts = dimension === 'area' ? parts.map(([value]) => districtOf(regency, value)) : null;
  const columns = figures.map((definition) => {
    const values = parts.map(([, counts]) => definition.value(frozenCounts(counts, definition.basis)));
    return districts
      ? tellNested(definition, values, districts, invented)
      : tellParts(definition, values, invented);
  });
  return {
    name: sheetNames[dimension],
    head: ['Kode', 'Nama', ...figures.map(({ name }) => name)],
    rows: parts.map(([value], row) => [
      ...[value, nameOf(regency, dimension, value)],
      ...columns.map((told) => told[row]?.cell ?? null),
    ]),
  };
}
