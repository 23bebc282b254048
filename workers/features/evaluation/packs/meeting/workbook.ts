/** Of the pack: the figures as a workbook, a sheet for each dimension, with the figures that its page tells. */
import {
  type Frozen,
  type FrozenDimension,
  frozenDimensions,
  partsOf,
  wholeOf,
} from '../../../../../shared/evaluation/frozen.ts';
import { OVERSIGHT } from '../../../../../shared/figures/counts.ts';
import { definitionOf, type FigureId } from '../../../../../shared/figures/definitions.ts';
import { tellRows, tellWhole, wholeDefinitions } from '../../../../../shared/figures/together.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import type { Sheet } from '../../../sheets.ts';
import { bys, parentOf } from '../../figures/by.ts';
import { nameOf } from './names.ts';

const sheetNames = {
  kind: 'jenis',
  office: 'opd',
  area: 'wilayah',
  category: 'kategori',
  channel: 'kanal',
  platform: 'media sosial',
} as const satisfies Record<FrozenDimension, string>;

const ofPosts = ['posts_seen', 'posts_answered', 'posts_converted'] as const satisfies readonly FigureId[];

export function figureSheets(regency: Regency, frozen: Frozen): Sheet[] {
  const spans = [frozen.now, frozen.before, frozen.lastYear];
  const told = spans.map((span) => tellWhole(wholeOf(span), regency.switches.demo));
  const whole: Sheet = {
    name: 'angka',
    head: ['Ukuran', 'Satuan', 'Periode ini', 'Periode sebelumnya', 'Tahun lalu', 'Rumus', 'Tidak termasuk'],
    rows: wholeDefinitions.flatMap(({ id, name, unit, formula, leavesOut }, at) =>
      id === OVERSIGHT ? [] : [[name, unit, ...told.map((one) => one[at]?.cell ?? null), formula, leavesOut]],
    ),
  };
  return [whole, ...frozenDimensions.map((dimension) => sheetBy(regency, frozen, dimension))];
}

function sheetBy(regency: Regency, { now }: Frozen, dimension: FrozenDimension): Sheet {
  const parts = [...partsOf(now, dimension, (value) => value)];
  // Of areas the smallest: the pack tells kecamatan as well.
  const by = bys.findLast((one) => one.dimension === dimension);
  const figures = (by?.figures ?? ofPosts).map(definitionOf);
  const columns = tellRows(
    figures,
    parts.map(([, counts]) => counts),
    parts.map(([value]) => (by ? parentOf(by, regency, value) : '')),
    regency.switches.demo,
  );
  return {
    name: sheetNames[dimension],
    head: ['Kode', 'Nama', ...figures.map(({ name }) => name)],
    rows: parts.map(([value], row) => [
      ...[value, nameOf(regency, dimension, value)],
      ...columns.map((told) => told[row]?.cell ?? null),
    ]),
  };
}
