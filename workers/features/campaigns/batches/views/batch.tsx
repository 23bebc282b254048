/** One batch: what is left, where it went, and handing out more. */
import { batchMaterialNames } from '../../../../../shared/i18n/event-messages.ts';
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatDay, formatNumber, formatRupiah } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import { ownOffices } from '../../../../regency/offices.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  ConfirmForm,
  Done,
  ErrorSummary,
  type Errors,
  Field,
  givenIn,
  HiddenKey,
  Select,
  Summary,
  Table,
  Tag,
} from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { SheetLinks } from '../../../../ui/sheet-links.tsx';
import { areaGroups } from '../../../intake/queries.ts';
import { shortAddress } from '../../chain/words.tsx';
import { CampaignNav } from '../../nav.tsx';
import { ProgramLink } from '../../program-link.tsx';
import type { TypedHandout } from '../form.ts';
import type { BatchLine, HandoutRow } from '../queries.ts';
import { placeName, type Total } from '../totals.ts';
import { ByDistrict } from './list.tsx';

const ROOM = '/desk/kampanye/brosur';
const labels = { ref: 'Dibagikan ke', name: 'Tempat lain', count: 'Jumlah (lembar)', day: 'Tanggal' };

export interface BatchPageProps {
  regency: Regency;
  who: Who;
  line: BatchLine;
  handouts: HandoutRow[];
  totals: Total[];
  typed: TypedHandout;
  errors: Errors;
  formKey: string;
  origin: string;
  done: string | undefined;
}

const sentences: Record<string, string> = {
  buat: 'Cetakan tercatat. Kode di bawah dipasang pada setiap lembarnya.',
  ubah: 'Perubahan tersimpan.',
  bagi: 'Pembagian tercatat.',
  batal: 'Catatan dibatalkan; lembarnya kembali ke sisa.',
  arsip: 'Cetakan ditandai selesai.',
  pakai: 'Cetakan dipakai lagi.',
};

export function BatchPage(props: BatchPageProps) {
  const { regency, line, handouts } = props;
  const { row } = line;
  const runs = runsCampaigns(props.who);
  const sentence = sentences[props.done ?? ''];
  return (
    <Page title={row.title} regency={regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={ROOM} />
      <p>
        <a href={ROOM}>← Brosur</a>
      </p>
      <Done sentence={sentence} />
      <h1>{row.title}</h1>
      {row.archivedAt === null ? null : (
        <p>
          <Tag>Selesai</Tag>
        </p>
      )}
      <Facts {...props} />
      {runs ? <Actions line={line} /> : null}
      {runs && row.archivedAt === null && row.handedOut < row.printed ? <HandOut {...props} /> : null}
      <h2>Sudah dibagikan</h2>
      {handouts.length === 0 ? (
        <p>Belum ada yang dibagikan dari cetakan ini.</p>
      ) : (
        <Handouts {...props} runs={runs} />
      )}
      {handouts.length === 0 ? null : (
        <>
          <SheetLinks path={`${ROOM}/${row.id}/pembagian`} />
          <ByDistrict totals={props.totals} />
        </>
      )}
    </Page>
  );
}

function Facts({ line, origin }: BatchPageProps) {
  const { row, program, code } = line;
  return (
    <Summary
      rows={[
        { term: 'Sisa', value: `${formatNumber(row.printed - row.handedOut)} lembar` },
        {
          term: 'Dibagikan',
          value: `${formatNumber(row.handedOut)} dari ${formatNumber(row.printed)} lembar`,
        },
        { term: 'Bahan', value: `${batchMaterialNames[row.material]}, desain ${row.design}` },
        { term: 'Tanggal cetak', value: formatDay(row.printedOn) },
        { term: 'Biaya', value: row.cost === null ? 'Belum diisi' : formatRupiah(row.cost) },
        { term: 'Program', value: <ProgramLink id={row.campaignId} name={program} /> },
        {
          term: 'Kode pada tiap lembar',
          value: <span class="mono">{shortAddress(origin, code)}</span>,
          action: <a href={`/desk/kampanye/${code}`}>Kode QR dan angkanya</a>,
        },
      ]}
    />
  );
}

function Actions({ line: { row } }: { line: BatchLine }) {
  return (
    <div class="actions">
      <a class="button second" href={`${ROOM}/${row.id}/ubah`}>
        Ubah
      </a>
      <form method="post" action={`${ROOM}/${row.id}/arsip`}>
        <button type="submit" class="second" name="arsip" value={row.archivedAt === null ? '1' : '0'}>
          {row.archivedAt === null ? 'Tandai selesai' : 'Pakai lagi'}
        </button>
      </form>
    </div>
  );
}

function HandOut({ regency, line, typed, errors, formKey }: BatchPageProps) {
  const given = givenIn(labels, typed, errors);
  const offices = ownOffices(regency);
  const groups = [
    { label: 'Instansi', options: offices.map(({ code, name }) => ({ value: code, label: name })) },
    ...areaGroups(regency),
  ];
  return (
    <section aria-labelledby="bagikan">
      <h2 id="bagikan">Bagikan</h2>
      <form method="post" action={`${ROOM}/${line.row.id}/bagikan`} autocomplete="off" novalidate>
        <ErrorSummary errors={errors} labels={labels} />
        <HiddenKey value={formKey} />
        <div class="pair">
          <Select {...given('ref')} empty="Pilih tempat" groups={groups} />
          <Field
            {...given('name')}
            hint="Bila tidak ada di daftar, misalnya sekolah atau pasar."
            more={{ maxlength: 120 }}
          />
        </div>
        <div class="pair">
          <Field {...given('count')} required more={{ inputmode: 'numeric' }} />
          <Field {...given('day')} type="date" required />
        </div>
        <button type="submit">Catat pembagian</button>
      </form>
    </section>
  );
}

function Handouts({ regency, line, handouts, runs }: BatchPageProps & { runs: boolean }) {
  return (
    <Table
      caption="Pembagian, yang terbaru di atas"
      hideCaption
      columns={['Tempat', 'Lembar', 'Tanggal', ...(runs ? ['Tindakan'] : [])]}
      rows={handouts.map((row) => [
        <>
          {row.name ?? placeName(row.ref, regency)} {row.cancelledAt === null ? null : <Tag>Dibatalkan</Tag>}
        </>,
        formatNumber(row.count),
        formatDay(row.day),
        ...(runs ? [row.cancelledAt === null ? <TakeBack line={line} row={row} /> : '–'] : []),
      ])}
    />
  );
}

function TakeBack({ line, row }: { line: BatchLine; row: HandoutRow }) {
  return (
    <ConfirmForm
      action={`${ROOM}/${line.row.id}/bagikan/${row.id}/batal`}
      formKey={newKey()}
      summary="Salah catat"
      submit="Batalkan catatan ini"
      danger
    />
  );
}
