/** Draws of closed cases for audit, and one of them; printed, it names no reporter. */
import { stateNames } from '../../../../shared/lifecycle/states.ts';
import { formatDate, formatDateTime, formatNumber } from '../../../../shared/text.ts';
import { anyCategory } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Field, HiddenKey, Notice, Select, Table } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { Quarter } from '../audit-period.ts';
import { type Draw, type DrawnCase, MOST_DRAWN } from '../audits.ts';
import { officeName } from '../words.ts';

interface AuditPageProps {
  regency: Regency;
  who: Who;
  draws: Draw[];
  quarters: Quarter[];
  typed: { count?: string; period?: string; wrong?: boolean; none?: boolean };
  formKey: string;
  done: string | undefined;
}

export function AuditPage(props: AuditPageProps) {
  const { regency, draws, quarters, typed } = props;
  const last = quarters[1]?.id ?? '';
  return (
    <Page title="Audit" regency={regency} side="desk" who={props.who} path="/desk/audit">
      <h1>Audit laporan selesai</h1>
      <Done sentence={props.done} />
      {typed.none ? (
        <Notice tone="warn" live>
          <p>Tidak ada lagi laporan selesai pada periode ini yang belum pernah diundi.</p>
        </Notice>
      ) : null}
      <p>
        Kanal mengundi laporan yang sudah selesai atau diarsipkan, dengan peluang yang sama. Pengaduan khusus,
        laporan rahasia, dan laporan yang menuduh Inspektorat tidak ikut. Identitas pelapor tetap tertutup.
      </p>
      <form method="post" action="/desk/audit">
        <HiddenKey value={props.formKey} />
        <Select
          label="Periode penutupan"
          id="periode"
          name="periode"
          value={typed.period ?? last}
          options={quarters.map(({ id, label }) => ({ value: id, label }))}
        />
        <Field
          label="Jumlah laporan"
          id="jumlah"
          name="jumlah"
          type="number"
          value={typed.count ?? '10'}
          error={typed.wrong ? `Isi 1 sampai ${MOST_DRAWN}.` : undefined}
          more={{ min: '1', max: String(MOST_DRAWN), inputmode: 'numeric' }}
        />
        <p class="actions">
          <button type="submit">Undi laporan</button>
        </p>
      </form>
      <h2>Undian</h2>
      {draws.length === 0 ? (
        <p>Belum ada undian.</p>
      ) : (
        <Table
          caption="Undian"
          hideCaption
          columns={['Diundi', 'Laporan yang ditutup', 'Kemajuan', 'Temuan']}
          rows={draws.map((draw) => [
            <a href={`/desk/audit/${draw.id}`}>{formatDateTime(draw.at, regency.about.timeZone)}</a>,
            periodText(regency, draw),
            progress(draw),
            formatNumber(draw.findings),
          ])}
        />
      )}
    </Page>
  );
}

interface DrawPageProps {
  regency: Regency;
  who: Who;
  draw: Draw;
  drawn: DrawnCase[];
  done: string | undefined;
}

export function DrawPage({ regency, who, draw, drawn, done }: DrawPageProps) {
  const zone = regency.about.timeZone;
  return (
    <Page title="Undian audit" regency={regency} side="desk" who={who} path="/desk/audit">
      <p class="no-print">
        <a href="/desk/audit">← Audit</a>
      </p>
      <h1>Undian {formatDate(draw.at, zone)}</h1>
      <Done sentence={done} />
      <p>
        Laporan yang ditutup {periodText(regency, draw)}. <strong>{progress(draw)}</strong>, temuan:{' '}
        {formatNumber(draw.findings)}.
      </p>
      <Table
        caption="Laporan yang diundi"
        columns={['Laporan', 'Kategori', 'Instansi', 'Ditutup', 'Hasil']}
        rows={drawn.map((one) => [
          one.code === null ? (
            'tidak lagi dapat ditampilkan'
          ) : one.result === null && isClosed(one) ? (
            <a href={`/desk/kasus/${one.code}`}>{one.code}</a>
          ) : (
            one.code
          ),
          (one.category && anyCategory(regency, one.category)?.name) ?? '–',
          one.office ? officeName(regency, one.office) : '–',
          one.closedAt === null ? stateNames[one.state].desk : formatDate(one.closedAt, zone),
          resultText(one),
        ])}
      />
      <p class="hint">Daftar ini tidak memuat identitas, judul, atau isi laporan, dan dapat dicetak.</p>
    </Page>
  );
}

function Done(props: { sentence: string | undefined }) {
  return props.sentence === undefined ? null : (
    <Notice tone="good" live>
      <p>{props.sentence}</p>
    </Notice>
  );
}

const progress = ({ done, total }: Draw) => `${formatNumber(done)} dari ${formatNumber(total)} diperiksa`;

const isClosed = (one: DrawnCase) => one.state === 'resolved' || one.state === 'archived';

/** "1 Juli 2026 sampai 30 September 2026" */
function periodText(regency: Regency, { from, to }: Pick<Draw, 'from' | 'to'>): string {
  const zone = regency.about.timeZone;
  return `${formatDate(from, zone)} sampai ${formatDate(to - 1, zone)}`;
}

function resultText(one: DrawnCase): string {
  if (one.result === 'in_order') return 'Sesuai';
  if (one.result === 'finding') return 'Temuan, dibuka kembali';
  return one.code === null || isClosed(one) ? 'belum diperiksa' : 'dibuka kembali sebelum diperiksa';
}
