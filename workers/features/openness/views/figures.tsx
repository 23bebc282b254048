/** The figures of a release for citizens; what is late stands beside what was kept. */
import { percentText, rangeText, shareRange, toldRange } from '../../../../shared/openness/words.ts';
import type { Range } from '../../../../shared/small-totals.ts';
import { formatNumber } from '../../../../shared/text.ts';
import { barChart } from '../../../ui/charts/charts.tsx';
import { Details, Summary, Table } from '../../../ui/components.tsx';
import type { OfficeLine, Told } from '../figures.ts';

interface Props {
  told: Told;
}

/** Bars of a chart; what was told together is the last of them. */
const BARS = 8;

export function KeyFigures({ told }: Props) {
  const of = (code: string) => told.whole.get(code)?.range ?? null;
  const [received, settled, open] = [of('received'), of('settled'), of('not_settled')];
  const days = of('answer_days');
  const mark = told.whole.get('satisfaction')?.note ?? '';
  const rows = [
    { term: 'Laporan masuk', value: text(received) },
    { term: 'Sudah selesai', value: part(settled, open) },
    { term: 'Belum selesai', value: part(open, settled) },
    {
      term: 'Waktu sampai jawaban akhir',
      value: days ? `rata-rata ${rangeText(days)} hari kerja` : 'terlalu sedikit jawaban',
    },
    { term: 'Kepuasan pelapor', value: mark || 'terlalu sedikit penilaian' },
    { term: 'Pengaduan tentang aparat', value: `${text(told.accusations)}, dihitung tersendiri` },
  ];
  return <Summary rows={rows} />;
}

export async function Promises({ told }: Props) {
  const of = (code: string) => told.whole.get(code)?.range ?? null;
  const [kept, missed, open] = [of('promise_kept'), of('promise_missed'), of('promise_open')];
  if (!kept || !missed) return null;
  const { promiseShare } = told;
  const sentence = promiseShare
    ? `Dari janji yang jatuh tempo, ${percentText(promiseShare)} ditepati. Yang lewat waktu dan belum dijawab sampai hari terbit: ${text(open)} laporan.`
    : 'Belum cukup banyak janji yang jatuh tempo.';
  const chart = await barChart(
    { id: 'janji', title: 'Janji pada tanda terima', sentence, column: 'Laporan' },
    [
      { name: 'Dijawab tepat waktu', told: toldRange(kept) },
      { name: 'Terlambat atau belum dijawab', told: toldRange(missed) },
    ],
  );
  return (
    <>
      <h2>Apa yang dijanjikan dan ditepati</h2>
      {chart}
    </>
  );
}

export async function Categories({ told }: Props) {
  const { categories, channels } = told;
  const [first] = categories;
  if (!first) return null;
  const others = categories.at(-1);
  const shown = categories.length > BARS && others ? [...categories.slice(0, BARS - 1), others] : categories;
  const chart = await barChart(
    {
      id: 'kategori',
      title: 'Laporan menurut kategori',
      sentence: `Yang banyak dilaporkan, antara lain: ${first.name} (${formatNumber(first.reports)} laporan).`,
      column: 'Laporan',
    },
    shown.map(({ name, reports }) => ({ name, told: toldRange(exact(reports)) })),
  );
  return (
    <>
      <h2>Tentang apa</h2>
      {chart}
      <Details summary="Lewat kanal apa">
        <Table
          caption="Laporan menurut kanal"
          hideCaption
          columns={['Kanal', 'Laporan']}
          rows={channels.map(({ name, reports }) => [name, formatNumber(reports)])}
        />
      </Details>
    </>
  );
}

export function Offices({ told: { offices } }: Props) {
  if (offices.length === 0) return null;
  const settles = offices.some(({ settled }) => settled !== null);
  return (
    <>
      <h2>OPD mana</h2>
      <p>
        Menurut banyaknya laporan, bukan peringkat: OPD dengan banyak laporan sering kali yang paling banyak
        melayani.
      </p>
      <Table
        caption="Laporan menurut OPD"
        hideCaption
        columns={[
          'OPD',
          'Laporan',
          ...(settles ? ['Selesai'] : []),
          'Janji ditepati',
          'Janji tidak ditepati',
        ]}
        rows={offices.map((line) => officeRow(line, settles))}
      />
      <Details summary="Cara membaca tabel ini">
        <p>
          Kantor dengan kurang dari lima laporan digabung, bila perlu bersama laporan yang belum sampai ke
          OPD. Tanda – berarti tidak disebut agar pelapor tidak dapat ditebak. Janji dihitung pada triwulan
          jatuh temponya, jadi juga dari laporan yang masuk sebelumnya.
        </p>
      </Details>
    </>
  );
}

const officeRow = ({ name, reports, settled, kept, missed }: OfficeLine, settles: boolean) => [
  name,
  reports === null ? '–' : formatNumber(reports),
  ...(settles ? [orDash(settled)] : []),
  orDash(kept),
  orDash(missed),
];

const orDash = (range: Range | null): string => (range ? rangeText(range) : '–');

const exact = (count: number): Range => ({ least: count, most: count });
const text = (range: Range | null): string => (range ? rangeText(range) : 'terlalu sedikit');

function part(hits: Range | null, rest: Range | null): string {
  const share = hits && rest && shareRange(hits, rest);
  return share ? `${text(hits)} (${percentText(share)})` : text(hits);
}
