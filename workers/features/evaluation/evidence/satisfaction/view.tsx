/** Satisfaction by quarter and office. */
import type { Child } from 'hono/jsx';
import { definitionOf } from '../../../../../shared/figures/definitions.ts';
import { type Period, periodBefore, periodId, periodName } from '../../../../../shared/figures/periods.ts';
import { formatNumber } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Pagination, Table } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { SheetLinks } from '../../../../ui/sheet-links.tsx';
import { AsOf } from '../../as-of.tsx';
import { EvaluationNav } from '../../nav.tsx';
import { EVIDENCE } from '../views/binder.tsx';
import { type OfficeLine, quartersAfter, type Satisfaction } from './read.ts';

const OWN = `${EVIDENCE}/skm`;

export function SatisfactionPage(props: {
  regency: Regency;
  who: Who;
  /** Local ISO date. */
  today: string;
  quarters: Period[];
  lines: OfficeLine[];
}) {
  const { regency, who, quarters, lines } = props;
  const { formula, leavesOut, source } = definitionOf('satisfaction');
  const [first, last] = [quarters[0], quarters.at(-1)];
  const newer = last ? quartersAfter(last, props.today) : null;
  const rated = lines.some(({ quarters: told }) => told.some(({ told: { cell } }) => cell !== null));
  return (
    <Page title="Kepuasan pelapor" regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={EVIDENCE} />
      <p class="no-print">
        <a href={EVIDENCE}>← Bukti penilaian</a>
      </p>
      <h1>Kepuasan pelapor (SKM U9)</h1>
      <AsOf day={props.today} />
      <p>
        {formula} Sumber: {source}. Tidak termasuk: {leavesOut}
      </p>
      {rated ? (
        <>
          <Table
            caption="Nilai U9 menurut triwulan laporan masuk dan OPD, 25 sampai 100"
            columns={['OPD', ...quarters.map(periodName)]}
            rows={lines.map(({ name, quarters: cells }) => [name, ...cells.map(cellText)])}
          />
          <p class="hint">
            Nilai dari kurang dari 100 penilaian disertai rentangnya: nilai semua pelapor, seandainya semua
            menjawab, hampir pasti di antaranya.{' '}
            {regency.switches.demo
              ? 'Data contoh: nilai dari sedikit penilaian ditampilkan. Pada data sungguhan nilai'
              : 'Nilai'}{' '}
            dari kurang dari 5 penilaian tidak ditampilkan. OPD diurutkan menurut nama, bukan menurut nilai.
          </p>
          <SheetLinks path={`${OWN}/tabel`} query={last ? `?sampai=${periodId(last)}` : ''} />
        </>
      ) : (
        <p>
          Belum ada penilaian pada triwulan ini. Pelapor ditanya apakah puas pada halaman laporannya, setelah
          laporannya dijawab.
        </p>
      )}
      <Pagination
        label="Triwulan"
        previous={first ? `${OWN}?sampai=${periodId(periodBefore(first))}` : null}
        next={newer ? `${OWN}?sampai=${periodId(newer)}` : null}
      />
    </Page>
  );
}

function cellText({ told, rated, between }: Satisfaction): Child {
  if (rated === null) return told.text;
  const range = between ? `; antara ${formatNumber(between.least)} dan ${formatNumber(between.most)}` : '';
  return (
    <>
      {told.text}
      <small>
        {formatNumber(rated)} penilaian{range}
      </small>
    </>
  );
}
