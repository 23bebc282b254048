/** Of the pack: every figure against the period before and the same one last year, then by kind, channel and kecamatan. */
import {
  type Frozen,
  type FrozenCounts,
  type FrozenDimension,
  frozenCounts,
} from '../../../../../shared/evaluation/frozen.ts';
import { addCounts, noCounts, packCounts } from '../../../../../shared/figures/counts.ts';
import { type Definition, definitionOf, definitions } from '../../../../../shared/figures/definitions.ts';
import {
  parsePeriod,
  periodBefore,
  periodLastYear,
  periodName,
} from '../../../../../shared/figures/periods.ts';
import { tell, tellParts } from '../../../../../shared/figures/told.ts';
import { smallCountsText } from '../../../../../shared/small-counts.ts';
import { formatDay } from '../../../../../shared/text.ts';
import type { Paper } from '../../../../platform/pdf/paper.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { districtOf } from '../../figures/by.ts';
import { nameOf } from './names.ts';

const figureOf = ({ basis, value }: Definition, counts: FrozenCounts | undefined) =>
  value(frozenCounts(counts, basis));

export function writeFigures(paper: Paper, regency: Regency, frozen: Frozen): void {
  const invented = regency.switches.demo;
  const period = parsePeriod(frozen.period);
  const names = period
    ? [period, periodBefore(period), periodLastYear(period)].map(periodName)
    : ['Periode ini', 'Periode lalu', 'Tahun lalu'];
  paper.heading('Angka', 1);
  paper.text(
    `Keadaan pada ${formatDay(frozen.day)}. ${smallCountsText(invented, 'tidak disebut')}. Bagian dari sedikit laporan ditulis sebagai selang. Sedikit laporan bukan kabar baik: warga mungkin belum mengenal kanalnya.`,
  );
  const told = (definition: Definition, counts: FrozenCounts) =>
    tell(definition, figureOf(definition, counts), invented).text;
  paper.table(
    [{ title: 'Ukuran', width: 5 }, ...names.map((title) => ({ title, width: 3, right: true }))],
    definitions
      .filter(({ id }) => id !== 'oversight')
      .map((definition) => [
        definition.name,
        ...[frozen.now, frozen.before, frozen.lastYear].map(({ whole }) => told(definition, whole)),
      ]),
  );
  paper.text(
    `Pengaduan berkadar pengawasan, yang tidak termasuk di atas dan tidak dirinci: ${tell(definitionOf('oversight'), { kind: 'count', n: frozen.now.oversight }, invented).text}.`,
  );
  const received = definitionOf('received');
  const months = frozen.months.map(({ month, whole }) => ({ month, value: figureOf(received, whole) }));
  paper.bars(
    'Laporan masuk tiap bulan',
    months.map(({ month, value }) => {
      const shown = tell(received, value, invented);
      return [formatDay(`${month}-01`).replace(/^\d+ /, ''), shown.range?.most ?? 0, shown.text];
    }),
  );
  for (const dimension of ['channel', 'kind', 'category', 'office'] as const)
    writeParts(paper, regency, dimension, frozen.now.by[dimension]);
  writeParts(paper, regency, 'area', byDistrict(regency, frozen));
}

const titles: Record<FrozenDimension, string> = {
  channel: 'Menurut kanal',
  kind: 'Menurut jenis',
  category: 'Menurut kategori',
  office: 'Menurut OPD',
  area: 'Menurut kecamatan',
  platform: 'Menurut media sosial',
};

const shownBy = ['received', 'followed_up', 'settled', 'promise_kept'] as const;

function writeParts(
  paper: Paper,
  regency: Regency,
  dimension: FrozenDimension,
  by: Record<string, FrozenCounts>,
): void {
  const parts = Object.entries(by)
    .map(([value, counts]) => ({ name: nameOf(regency, dimension, value), counts }))
    .sort((a, b) => a.name.localeCompare(b.name, 'id'));
  if (parts.length === 0) return;
  const columns = shownBy.map((id) => {
    const definition = definitionOf(id);
    const values = parts.map(({ counts }) => figureOf(definition, counts));
    return { title: definition.name, told: tellParts(definition, values, regency.switches.demo) };
  });
  paper.heading(titles[dimension]);
  paper.table(
    [
      {
        title: titles[dimension].replace('Menurut ', '').replace(/^./, (letter) => letter.toUpperCase()),
        width: 5,
      },
      ...columns.map(({ title }) => ({ title, width: 2.6, right: true })),
    ],
    parts.map(({ name }, row) => [name, ...columns.map(({ told }) => told[row]?.text ?? '–')]),
  );
}

/** Desa and kelurahan summed up by their kecamatan. */
function byDistrict(regency: Regency, { now }: Frozen): Record<string, FrozenCounts> {
  const sums = new Map<string, { received: ReturnType<typeof noCounts>; due: ReturnType<typeof noCounts> }>();
  for (const [code, counts] of Object.entries(now.by.area)) {
    const district = districtOf(regency, code);
    const sum = sums.get(district) ?? { received: noCounts(), due: noCounts() };
    addCounts(sum.received, frozenCounts(counts, 'received'));
    addCounts(sum.due, frozenCounts(counts, 'due'));
    sums.set(district, sum);
  }
  return Object.fromEntries(
    [...sums].map(([code, { received, due }]) => [
      code,
      { received: packCounts(received), due: packCounts(due) },
    ]),
  );
}
