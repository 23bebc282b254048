/** One event: what is planned, who comes, what was shown and what came of it. */
import { eventKindNames } from '../../../../../shared/i18n/event-messages.ts';
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatRupiah } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { ConfirmForm, Done, type Errors, Summary, Tag } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { whenText } from '../../../local-time.ts';
import { shortAddress } from '../../chain/words.tsx';
import { CampaignNav } from '../../nav.tsx';
import { ProgramLink } from '../../program-link.tsx';
import { areaName } from '../../register/shown.ts';
import type { EventLine, FileRow } from '../queries.ts';
import { standingOf } from '../words.ts';
import { EventFiles } from './files.tsx';
import { cameOf } from './list.tsx';
import { Result, type TypedResult } from './result.tsx';

export interface EventPageProps {
  regency: Regency;
  who: Who;
  line: EventLine;
  files: FileRow[];
  origin: string;
  /** Minute of the wall clock. */
  local: string;
  done: string | undefined;
  /** A form of the page that was refused. */
  refused?: {
    form: 'result' | 'file';
    errors: Errors;
    result?: TypedResult;
    /** Of the file. */
    typed?: { what: string; title: string };
    conflict?: boolean;
  };
}

const sentences: Record<string, string> = {
  buat: 'Acara tersimpan. Sekarang undang pesertanya.',
  ubah: 'Perubahan tersimpan.',
  batal: 'Acara dibatalkan. Dapat dipakai lagi kapan saja.',
  pakai: 'Acara dipakai lagi.',
  hasil: 'Hasil tersimpan.',
  berkas: 'Berkas tersimpan. Data kamera dan lokasi di dalam foto sudah dibuang.',
  hapus: 'Berkas dihapus.',
  kode: 'Acara ini sekarang mempunyai kode sendiri.',
};

export function EventPage(props: EventPageProps) {
  const { regency, who, line, local } = props;
  const { row } = line;
  const own = `/desk/kampanye/acara/${row.id}`;
  const sentence = sentences[props.done ?? ''];
  const runs = runsCampaigns(who);
  const changes = runs && row.cancelledAt === null;
  const { label, tone } = standingOf(row, local);
  return (
    <Page title={row.title} regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/acara" />
      <p>
        <a href="/desk/kampanye/acara">← Acara</a>
      </p>
      <Done sentence={sentence} />
      <h1>{row.title}</h1>
      <p>
        <Tag tone={tone}>{label}</Tag>
      </p>
      <Facts {...props} changes={changes} />
      {changes ? <Actions line={line} own={own} /> : null}
      {runs && row.cancelledAt !== null ? (
        <form method="post" action={`${own}/pakai-lagi`}>
          <button type="submit">Pakai lagi</button>
        </form>
      ) : null}
      <Result {...props} changes={changes} />
      <EventFiles {...props} changes={changes} />
    </Page>
  );
}

function Facts({ regency, who, line, origin, changes }: EventPageProps & { changes: boolean }) {
  const { row, program, code } = line;
  const own = `/desk/kampanye/acara/${row.id}`;
  const people = runsCampaigns(who) ? (
    <a href={`${own}/peserta`}>{changes ? 'Undang dan catat kehadiran' : 'Lihat peserta'}</a>
  ) : null;
  return (
    <Summary
      rows={[
        { term: 'Waktu', value: whenText(row.startsAt, regency.about.timeZone) },
        { term: 'Jenis', value: eventKindNames[row.kind] },
        ...(row.place ? [{ term: 'Tempat', value: row.place }] : []),
        ...(row.area ? [{ term: 'Untuk wilayah', value: areaName(regency, row.area) }] : []),
        { term: 'Program', value: <ProgramLink id={row.campaignId} name={program} /> },
        ...(row.agenda ? [{ term: 'Susunan acara', value: <p class="quote">{row.agenda}</p> }] : []),
        { term: 'Biaya', value: row.cost === null ? 'Belum diisi' : formatRupiah(row.cost) },
        { term: 'Peserta', value: cameOf(line).replace('–', 'Belum ada undangan'), action: people },
        code
          ? {
              term: 'Kode acara',
              value: <span class="mono">{shortAddress(origin, code)}</span>,
              action: <a href={`/desk/kampanye/${code}`}>Kode QR dan angkanya</a>,
            }
          : { term: 'Kode acara', value: 'Belum ada' },
      ]}
    />
  );
}

function Actions({ line, own }: { line: EventLine; own: string }) {
  return (
    <>
      <div class="actions no-print">
        <a class="button second" href={`${own}/ubah`}>
          Ubah
        </a>
        {line.code ? null : (
          <form method="post" action={`${own}/kode`}>
            <button type="submit" class="second">
              Buat kode untuk salindia
            </button>
          </form>
        )}
        <a href={`${own}/cetak?daftar=undangan`}>Cetak daftar undangan</a>
        <a href={`${own}/cetak?daftar=hadir`}>Cetak daftar hadir</a>
      </div>
      <ConfirmForm
        action={`${own}/batalkan`}
        formKey={newKey()}
        summary="Batalkan acara"
        submit="Ya, batalkan acara ini"
        danger
      >
        <p>Undangan dan berkasnya tetap tersimpan. Acara dapat dipakai lagi kapan saja.</p>
      </ConfirmForm>
    </>
  );
}
