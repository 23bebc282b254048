/** The figures of a period: the three sides, every figure beside two earlier periods, charts, and the details asked for. */
import type { Child } from 'hono/jsx';
import { changeText } from '../../../../../shared/figures/change.ts';
import { definitionOf, type FigureId } from '../../../../../shared/figures/definitions.ts';
import { periodName } from '../../../../../shared/figures/periods.ts';
import { sideNames, tellSides } from '../../../../../shared/figures/sides.ts';
import { smallCountsText } from '../../../../../shared/small-counts.ts';
import { formatNumber } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Details, Summary, Table } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { SheetLinks } from '../../../../ui/sheet-links.tsx';
import type { SignedIn } from '../../../http.ts';
import { AsOf } from '../../as-of.tsx';
import { EvaluationNav } from '../../nav.tsx';
import { addressOf, FIGURES, type Typed } from '../asked.ts';
import { listsCases } from '../behind/behind.ts';
import type { Board, FigureLine } from '../board.ts';
import type { BoardCharts } from '../charts.tsx';
import { perThousand, silentVillages } from '../silent.ts';
import { Choice } from './choice.tsx';
import { DEFINITIONS, DefinitionLink, figureCell, Meanings } from './links.tsx';

export interface BoardPageProps {
  regency: Regency;
  who: SignedIn;
  board: Board;
  charts: BoardCharts;
  typed: Typed;
  /** Local ISO date. */
  today: string;
}

export function BoardPage(props: BoardPageProps) {
  const { regency, who, board } = props;
  const name = periodName(board.period);
  return (
    <Page title={`Angka ${name}`} regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={FIGURES} />
      <h1>Angka {name}</h1>
      <AsOf day={props.today} />
      <Choice asked={board} typed={props.typed} who={who} today={props.today} />
      <Sides board={board} />
      <h2 id="angka">Angka utama</h2>
      <Lines board={board} lines={board.lines.filter(isMain)} lists={listsCases(who)} />
      <Details summary="Angka lain">
        <Lines board={board} lines={board.lines.filter((line) => !isMain(line))} lists={listsCases(who)} />
      </Details>
      <SheetLinks path={`${FIGURES}/tabel`} query={addressOf({ ...board, by: null }).slice(FIGURES.length)} />
      {board.by ? <Rows {...props} by={board.by} /> : null}
      <h2 id="grafik">Grafik</h2>
      <div class="charts">{props.charts.general}</div>
      <Meanings figures={['received', 'promise_kept', 'posts_seen']} />
      <Silent regency={regency} board={board} />
      <HowToRead invented={board.invented} />
    </Page>
  );
}

function Sides({ board }: { board: Board }) {
  const { rows, sentence } = tellSides(board.channels, board.spans.now.counts, board.invented);
  return (
    <>
      <h2 id="kanal">Lewat kanal resmi atau media sosial?</h2>
      <p>{sentence}</p>
      <Table
        caption="SP4N-LAPOR!, Kanal, dan media sosial"
        hideCaption
        columns={['Yang dihitung', ...sideNames]}
        rows={rows.map(({ name, told }) => [name, ...told.map(({ text }) => text)])}
      />
      <Meanings figures={['received', 'followed_up', 'settled', ...ofPosts]} />
    </>
  );
}

const main: readonly FigureId[] = [
  'received',
  'followed_up',
  'settled',
  'carried_out',
  'promise_kept',
  'promise_open',
  'follow_up_days',
  'misrouted',
  'reopened',
  'satisfaction',
  'oversight',
];

const isMain = ({ definition }: FigureLine) => main.includes(definition.id);

const ofPosts = ['posts_seen', 'posts_answered', 'posts_converted'] as const;

function Lines({ board, lines, lists }: { board: Board; lines: readonly FigureLine[]; lists: boolean }) {
  const { period, before, lastYear } = board;
  return (
    <Table
      caption="Angka periode ini, periode sebelumnya, dan periode yang sama tahun lalu"
      hideCaption
      columns={['Angka', ...[period, before, lastYear].map(periodName)]}
      rows={lines.map(({ definition, ...told }) => [
        <DefinitionLink definition={definition} />,
        figureCell(definition, told.now, { asked: board, lists }),
        compared(told.before.text, changeText(definition, told.now, told.before)),
        compared(told.lastYear.text, changeText(definition, told.now, told.lastYear)),
      ])}
    />
  );
}

/** An earlier value, and how the one of this period differs from it. */
const compared = (text: string, change: string): Child =>
  change === '–' ? (
    text
  ) : (
    <>
      {text} <small>kini {change}</small>
    </>
  );

function Rows({ board, by, regency, who, charts }: BoardPageProps & { by: NonNullable<Board['by']> }) {
  const area = by.dimension === 'area';
  const figures = by.figures.map(definitionOf);
  const lists = listsCases(who);
  return (
    <>
      <h2 id="menurut">Menurut {by.label}</h2>
      {board.rows.length === 0 ? (
        <p>Belum ada laporan dalam periode ini. Pilih periode lain di atas.</p>
      ) : (
        <Table
          caption={`Angka menurut ${by.label}`}
          hideCaption
          columns={[by.label, ...figures.map(({ name }) => name), ...(area ? ['Per 1.000 penduduk'] : [])]}
          rows={board.rows.map(({ value, name, told }) => [
            name,
            ...figures.map((definition, at) => {
              const one = told[at];
              return one ? figureCell(definition, one, { asked: board, value, lists }) : '–';
            }),
            ...(area ? [perThousand(regency, value, told[0])] : []),
          ])}
        />
      )}
      <Meanings figures={by.figures} />
      <SheetLinks path={`${FIGURES}/tabel`} query={addressOf(board).slice(FIGURES.length)} />
      {charts.detail}
    </>
  );
}

function Silent({ regency, board }: { regency: Regency; board: Board }) {
  const silent = silentVillages(regency, board.areas);
  const count = silent.reduce((sum, { villages }) => sum + villages.length, 0);
  if (count === 0) return null;
  return (
    <>
      <h2 id="sepi">Desa tanpa laporan</h2>
      <p>
        Tidak ada laporan dari {formatNumber(count)} desa dan kelurahan dalam periode ini. Itu bisa berarti
        tidak ada masalah, bisa juga warga belum mengenal kanal pengaduan.
      </p>
      <Details summary="Lihat daftarnya">
        <Summary
          rows={silent.map(({ district, villages }) => ({ term: district, value: villages.join(', ') }))}
        />
      </Details>
    </>
  );
}

function HowToRead({ invented }: { invented: boolean }) {
  return (
    <Details summary="Cara membaca angka ini">
      <ul>
        <li>
          Setiap nama angka membuka artinya: rumus, sumber, dan apa yang tidak termasuk.{' '}
          <a href={DEFINITIONS}>Semua arti angka</a>
        </li>
        <li>
          {smallCountsText(invented, 'tertulis “kurang dari 5”, supaya tidak menunjuk kepada seseorang')}.
          “Disembunyikan” berarti angka itu dapat dipakai menghitung angka kecil di sebelahnya.
        </li>
        <li>
          “Antara 12 % dan 40 %” berarti laporannya kurang dari 100: angka yang sebenarnya hampir pasti ada di
          antara keduanya. “Belum jelas berbeda” berarti selisihnya bisa kebetulan.
        </li>
        <li>
          Sedikit laporan bukan kabar baik, dan banyak laporan bukan kabar buruk. Urutan tabel bukan
          peringkat.
        </li>
      </ul>
    </Details>
  );
}
