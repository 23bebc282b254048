/** Events: what is to do first, then what comes, then what was. */
import { eventKindNames } from '../../../../../shared/i18n/event-messages.ts';
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatNumber } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { ConfirmForm, Done, Pagination, Table, Tag } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { SheetLinks } from '../../../../ui/sheet-links.tsx';
import { whenText } from '../../../local-time.ts';
import { CampaignNav } from '../../nav.tsx';
import type { EventLine, EventRow } from '../queries.ts';
import { standingOf } from '../words.ts';

const ROOM = '/desk/kampanye/acara';

export interface EventsPageProps {
  regency: Regency;
  who: Who;
  /** Minute of the wall clock. */
  local: string;
  open: EventLine[];
  coming: EventLine[];
  past: { events: EventLine[]; next: string | null };
  later: boolean;
  /** Old events on whose lists names still stand. */
  named: EventRow[];
  done: string | undefined;
}

const sentences: Record<string, string> = {
  nama: 'Nama peserta acara lama sudah dihapus. Jumlah dan instansinya tetap ada.',
};

export function EventsPage(props: EventsPageProps) {
  const { regency, who, open, coming, past } = props;
  const runs = runsCampaigns(who);
  const sentence = sentences[props.done ?? ''];
  const none = open.length + coming.length + past.events.length === 0 && !props.later;
  return (
    <Page title="Acara" regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here={ROOM} />
      <Done sentence={sentence} />
      <h1>Acara</h1>
      <p>
        Pengarahan kepala OPD, pertemuan desa, dan bimtek pejabat penghubung: siapa diundang, siapa hadir, dan
        apa hasilnya.
      </p>
      <p class="actions">
        {runs ? (
          <a class="button" href={`${ROOM}/baru`}>
            Buat acara
          </a>
        ) : null}
        <a class="button second" href={`${ROOM}/pelatihan`}>
          Pelatihan pejabat penghubung
        </a>
      </p>
      {none ? (
        <p>
          Belum ada acara.{' '}
          {runs ? 'Mulailah dengan pengarahan kepala OPD atau bimtek pejabat penghubung.' : ''}
        </p>
      ) : null}
      <Events {...props} title="Perlu dilengkapi" events={open} />
      <Events {...props} title="Akan datang" events={coming} />
      <Events {...props} title="Yang sudah lewat" events={past.events} />
      {none ? null : <SheetLinks path={`${ROOM}/semua`} />}
      <Pagination
        previous={props.later ? ROOM : null}
        next={past.next ? `${ROOM}?dari=${past.next}` : null}
      />
      {runs && props.named.length > 0 ? <OldNames count={props.named.length} /> : null}
    </Page>
  );
}

function Events(props: EventsPageProps & { title: string; events: EventLine[] }) {
  const { regency, local } = props;
  if (props.events.length === 0) return null;
  return (
    <>
      <h2>{props.title}</h2>
      <Table
        caption={props.title}
        hideCaption
        columns={['Acara', 'Waktu', 'Jenis', 'Peserta', 'Keadaan']}
        rows={props.events.map((line) => {
          const { label, tone } = standingOf(line.row, local);
          return [
            <>
              <a href={`${ROOM}/${line.row.id}`}>{line.row.title}</a>
              {line.program ? <small>{line.program}</small> : null}
            </>,
            whenText(line.row.startsAt, regency.about.timeZone),
            eventKindNames[line.row.kind],
            cameOf(line),
            <Tag tone={tone}>{label}</Tag>,
          ];
        })}
      />
    </>
  );
}

/** "32 hadir dari 45 undangan", "120 orang", "45 undangan". */
export function cameOf({ row, invited, attended }: EventLine): string {
  const count = row.headcount === null ? '' : `${formatNumber(row.headcount)} orang`;
  if (invited === 0) return count || '–';
  const list = attended > 0 ? `${attended} hadir dari ${invited} undangan` : `${invited} undangan`;
  return count ? `${list}; ${count}` : list;
}

function OldNames({ count }: { count: number }) {
  return (
    <>
      <h2>Nama peserta lama</h2>
      <p>
        {count} acara yang sudah lewat 12 bulan masih menyimpan nama orang tanpa akun. Nama itu tidak
        diperlukan lagi untuk angka kehadiran.
      </p>
      <ConfirmForm
        action={`${ROOM}/hapus-nama`}
        formKey={newKey()}
        summary="Hapus nama-nama itu"
        submit="Ya, hapus untuk selamanya"
        danger
      >
        <p>
          Daftar hadir bertanda tangan ikut dihapus. Instansi dan jumlah yang hadir tetap ada. Yang dihapus
          tidak dapat dikembalikan.
        </p>
      </ConfirmForm>
    </>
  );
}
