/** Of the pack: every figure against the period before and the same one last year, then by kind, channel and kecamatan. */
import {
  allCounts,
  type Frozen,
  type FrozenDimension,
  partsOf,
  wholeOf,
} from '../../../../../shared/evaluation/frozen.ts';
import { type Counts, OVERSIGHT } from '../../../../../shared/figures/counts.ts';
import { definitionOf } from '../../../../../shared/figures/definitions.ts';
import {
  parsePeriod,
  periodBefore,
  periodLastYear,
  periodName,
} from '../../../../../shared/figures/periods.ts';
import {
  reports,
  tellMonths,
  tellRows,
  tellWhole,
  wholeDefinitions,
} from '../../../../../shared/figures/together.ts';
import { smallCountsText } from '../../../../../shared/small-counts.ts';
import { formatDay } from '../../../../../shared/text.ts';
import type { Paper } from '../../../../platform/pdf/paper.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { bys, districtOf, parentOf } from '../../figures/by.ts';
import { nameOf } from './names.ts';

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
  const spans = [frozen.now, frozen.before, frozen.lastYear].map(wholeOf);
  const told = spans.map((span) => tellWhole(span, invented));
  const lines = wholeDefinitions.map(({ id, name }, at) => ({ id, name, told: told.map((one) => one[at]) }));
  paper.table(
    [{ title: 'Ukuran', width: 5 }, ...names.map((title) => ({ title, width: 3, right: true }))],
    lines
      .filter(({ id }) => id !== OVERSIGHT)
      .map(({ name, told }) => [name, ...told.map((one) => one?.text ?? '–')]),
  );
  const accused = lines.find(({ id }) => id === OVERSIGHT)?.told[0]?.text ?? '–';
  paper.text(`Pengaduan berkadar pengawasan, yang tidak termasuk di atas dan tidak dirinci: ${accused}.`);
  const months = frozen.months.map(({ month }) => `${month}-01`);
  const received = frozen.months.map(({ whole }) => reports.value(allCounts(whole)));
  const shown = tellMonths(reports, months, received, invented);
  paper.bars(
    'Laporan masuk tiap bulan',
    months.map((month, at) => [
      formatDay(month).replace(/^\d+ /, ''),
      shown[at]?.range?.most ?? 0,
      shown[at]?.text ?? '–',
    ]),
  );
  for (const dimension of ['channel', 'kind', 'category', 'office'] as const)
    writeParts(
      paper,
      regency,
      dimension,
      partsOf(frozen.now, dimension, (value) => value),
    );
  writeParts(
    paper,
    regency,
    'area',
    partsOf(frozen.now, 'area', (code) => districtOf(regency, code)),
  );
}

const titles: Record<FrozenDimension, string> = {
  channel: 'Menurut kanal',
  kind: 'Menurut jenis',
  category: 'Menurut kategori',
  office: 'Menurut OPD',
  area: 'Menurut kecamatan',
  platform: 'Menurut media sosial',
};

const shownBy = (['received', 'followed_up', 'settled', 'promise_kept'] as const).map(definitionOf);

function writeParts(
  paper: Paper,
  regency: Regency,
  dimension: FrozenDimension,
  counted: ReadonlyMap<string, Counts>,
): void {
  const by = bys.find((one) => one.dimension === dimension);
  const parts = [...counted]
    .map(([value, counts]) => ({ value, name: nameOf(regency, dimension, value), counts }))
    .sort((a, b) => a.name.localeCompare(b.name, 'id'));
  if (parts.length === 0) return;
  const columns = tellRows(
    shownBy,
    parts.map(({ counts }) => counts),
    parts.map(({ value }) => (by ? parentOf(by, regency, value) : '')),
    regency.switches.demo,
  );
  paper.heading(titles[dimension]);
  paper.table(
    [
      {
        title: titles[dimension].replace('Menurut ', '').replace(/^./, (letter) => letter.toUpperCase()),
        width: 5,
      },
      ...shownBy.map(({ name }, at) => ({ title: name, width: at === 0 ? 2 : 3.4, right: true })),
    ],
    parts.map(({ name }, row) => [name, ...columns.map((told) => told[row]?.text ?? '–')]),
  );
}
