/** One program: its pieces by where they are, and what it cost against its budget. */
import { lives } from '../../../../../shared/campaign.ts';
import { lifeNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatDate, formatNumber, formatRupiah } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { ConfirmForm, Done, Notice, Summary, Table } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import { filterQuery } from '../filter.ts';
import { type CostKind, costKinds, type ProgramRow, type piecesOf, type Sums, spentOf } from '../queries.ts';
import { LIST } from './list.tsx';
import { PROGRAMS } from './programs.tsx';
import type { RoomProps } from './room.ts';

interface ProgramPageProps extends RoomProps {
  program: ProgramRow;
  sums: Sums;
  pieces: Awaited<ReturnType<typeof piecesOf>>;
  done: string | undefined;
}

const sentences: Record<string, string> = {
  buat: 'Program dibuat. Berikutnya: rencanakan bahannya.',
  ubah: 'Perubahan tersimpan.',
  arsip: 'Program diarsipkan. Angkanya tetap ada.',
  buka: 'Program dibuka lagi.',
};

const costNames: Record<CostKind, [name: string, path: (program: number) => string]> = {
  pieces: ['Bahan', (program) => `${LIST}?program=${program}`],
  posts: ['Unggahan', (program) => `/desk/kampanye/unggahan?tampil=daftar&program=${program}`],
  articles: ['Berita media', () => '/desk/kampanye/media'],
  events: ['Acara', () => '/desk/kampanye/acara'],
  batches: ['Brosur', () => '/desk/kampanye/brosur'],
};

export function periodText({ startsOn, endsOn }: ProgramRow, { calendar, about }: Regency): string {
  const day = (iso: string) => formatDate(calendar.startOfDay(iso), about.timeZone);
  return endsOn === null ? `Sejak ${day(startsOn)}` : `${day(startsOn)} sampai ${day(endsOn)}`;
}

export function ProgramPage(props: ProgramPageProps) {
  const { regency, who, program, sums } = props;
  const own = `${PROGRAMS}/${program.id}`;
  const sentence = sentences[props.done ?? ''];
  const runs = runsCampaigns(who);
  return (
    <Page title={program.name} regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here={PROGRAMS} />
      <p>
        <a href={PROGRAMS}>← Program</a>
      </p>
      <Done sentence={sentence} />
      <h1>{program.name}</h1>
      {program.archivedAt === null ? null : (
        <Notice>
          <p>Program ini diarsipkan: tidak lagi ditawarkan untuk bahan, unggahan, dan acara baru.</p>
        </Notice>
      )}
      <Summary
        rows={[
          { term: 'Tujuan', value: program.goal || 'Belum diisi' },
          { term: 'Waktu', value: periodText(program, regency) },
        ]}
      />
      {runs ? (
        <p class="actions">
          <a class="button second" href={`${own}/ubah`}>
            Ubah program
          </a>
          {program.archivedAt === null ? (
            <a class="button second" href={`${LIST}/rencana?program=${program.id}`}>
              Rencanakan bahannya
            </a>
          ) : null}
          <a class="button second" href="/desk/kampanye/unggahan/kartu">
            Kartu bagikan
          </a>
        </p>
      ) : null}
      <p class="actions">
        <a href={`/desk/kampanye/cakupan?program=${program.id}`}>Di mana sudah terpasang?</a>
        <a href="/desk/kampanye/hasil?menurut=program">Hasil tiap program</a>
        {runs ? <a href={`/desk/kampanye/cetak?program=${program.id}`}>Cetak bahannya</a> : null}
      </p>
      <Pieces {...props} />
      <Costs program={program} sums={sums} />
      {runs ? <Archive program={program} own={own} /> : null}
    </Page>
  );
}

function Pieces({ program, pieces }: ProgramPageProps) {
  const rows = lives.flatMap((life) => pieces.filter((one) => one.life === life));
  if (rows.length === 0)
    return (
      <>
        <h2>Bahan</h2>
        <p>Belum ada bahan dalam program ini.</p>
      </>
    );
  return (
    <Table
      caption="Bahan menurut keadaannya"
      columns={['Keadaan', 'Jumlah', 'Dengan foto yang masih berlaku']}
      rows={rows.map(({ life, count, proven }) => [
        <a href={`${LIST}${filterQuery({ program: program.id, life })}`}>{lifeNames[life]}</a>,
        formatNumber(count),
        life === 'hung' || life === 'checked' ? formatNumber(proven) : '–',
      ])}
    />
  );
}

function Costs({ program, sums }: Pick<ProgramPageProps, 'program' | 'sums'>) {
  const spent = spentOf(sums, program.otherCost);
  const unknown = costKinds.reduce((sum, kind) => sum + sums[kind].unknown, 0);
  const left = program.budget === null ? null : program.budget - spent;
  return (
    <>
      <Table
        caption="Biaya"
        columns={['Untuk', 'Jumlah', 'Biaya']}
        rows={[
          ...costKinds.map((kind) => [
            <a href={costNames[kind][1](program.id)}>{costNames[kind][0]}</a>,
            formatNumber(sums[kind].count),
            formatRupiah(sums[kind].cost),
          ]),
          ['Biaya lain', '–', program.otherCost === null ? 'Belum diisi' : formatRupiah(program.otherCost)],
          ['Semua', '–', <strong>{formatRupiah(spent)}</strong>],
        ]}
      />
      <p>
        {program.budget === null
          ? 'Anggaran belum diisi.'
          : `Anggaran ${formatRupiah(program.budget)}; ${
              left !== null && left < 0 ? `lebih ${formatRupiah(-left)}` : `sisa ${formatRupiah(left ?? 0)}`
            }.`}
        {unknown > 0 ? ` Biaya ${formatNumber(unknown)} hal belum diisi dan belum terhitung di sini.` : ''}
      </p>
    </>
  );
}

function Archive({ program, own }: { program: ProgramRow; own: string }) {
  const version = <input type="hidden" name="version" value={program.version} />;
  if (program.archivedAt !== null)
    return (
      <form method="post" action={`${own}/buka`}>
        {version}
        <button type="submit" class="second">
          Buka lagi
        </button>
      </form>
    );
  return (
    <ConfirmForm
      action={`${own}/arsip`}
      formKey={newKey()}
      summary="Arsipkan"
      submit="Ya, arsipkan program ini"
    >
      {version}
      <p>Bahan, unggahan, dan angkanya tetap ada. Program dapat dibuka lagi kapan saja.</p>
    </ConfirmForm>
  );
}
