/** The figures as tables for spreadsheets: numbers as numbers where they are exact, else as people read them. */
import { definitionOf } from '../../../../shared/figures/definitions.ts';
import { periodId, periodName } from '../../../../shared/figures/periods.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Sheet } from '../../sheets.ts';
import type { Board } from './board.ts';
import { perThousand } from './silent.ts';

export function figuresSheet(board: Board, regency: Regency): Sheet {
  return board.by ? bySheet(board, board.by, regency) : wholeSheet(board);
}

function wholeSheet({ period, before, lastYear, lines }: Board): Sheet {
  return {
    name: `angka-${periodId(period)}`,
    head: [
      'Angka',
      'Satuan',
      ...[period, before, lastYear].map(periodName),
      'Cara menghitung',
      'Tidak termasuk',
    ],
    rows: lines.map(({ definition, ...told }) => [
      definition.name,
      definition.unit,
      ...[told.now, told.before, told.lastYear].map(({ cell }) => cell),
      definition.formula,
      definition.leavesOut,
    ]),
  };
}

function bySheet({ period, rows }: Board, by: NonNullable<Board['by']>, regency: Regency): Sheet {
  const area = by.dimension === 'area';
  return {
    name: `angka-${periodId(period)}-${by.id}`,
    head: [
      'Kode',
      by.label,
      ...by.figures.map((id) => `${definitionOf(id).name} (${definitionOf(id).unit})`),
      ...(area ? ['Laporan per 1.000 penduduk'] : []),
    ],
    rows: rows.map(({ value, name, told }) => [
      value,
      name,
      ...told.map(({ cell }) => cell),
      ...(area ? [perThousand(regency, value, told[0])] : []),
    ]),
  };
}
