/** The delivery log: what did not arrive, may have arrived, waits or was left out, and why. */
import { formatDateTime } from '../../../../shared/text.ts';
import type { LogList } from '../../../messaging/delivery-log.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  ConfirmForm,
  HiddenKey,
  Notice,
  Pagination,
  Table,
  Tag,
  type Tone,
} from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { LogLine, LogPage } from '../deliveries.ts';

export const logTabs: Record<string, { list: LogList; label: string; empty: string }> = {
  gagal: {
    list: 'trouble',
    label: 'Gagal atau tidak pasti',
    empty: 'Tidak ada. Semua pemberitahuan terkirim atau sedang menunggu giliran.',
  },
  menunggu: { list: 'waiting', label: 'Menunggu', empty: 'Tidak ada yang menunggu.' },
  dilewati: { list: 'skipped', label: 'Tidak dikirim', empty: 'Tidak ada yang dilewati.' },
};

const states: Record<LogLine['status'], { label: string; tone: Tone }> = {
  failed: { label: 'gagal', tone: 'red' },
  uncertain: { label: 'tidak pasti', tone: 'amber' },
  skipped: { label: 'tidak dikirim', tone: 'grey' },
  pending: { label: 'menunggu', tone: 'blue' },
  sent: { label: 'terkirim', tone: 'green' },
};

export function DeliveriesPage(props: {
  regency: Regency;
  who: Who;
  /** Key of `logTabs`. */
  tab: string;
  page: LogPage;
  /** Not the first page. */
  later: boolean;
  done: boolean;
}) {
  const { regency, page, tab } = props;
  const shown = logTabs[tab];
  return (
    <Page title="Surat yang belum sampai" regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk">← Kotak masuk</a>
      </p>
      {props.done ? (
        <Notice tone="good" live>
          <p>Surat masuk antrean lagi. Yang tidak mendesak menunggu jam kerja.</p>
        </Notice>
      ) : null}
      <h1>Surat yang belum sampai</h1>
      <p>
        Pemberitahuan yang gagal, yang tidak pasti sampai, yang menunggu, dan yang sengaja tidak dikirim,
        dengan alasannya. Alamat penerima tidak ditampilkan.
      </p>
      <nav aria-label="Daftar surat">
        <ul class="tabs">
          {Object.entries(logTabs).map(([id, { label }]) => (
            <li>
              <a href={`/desk/kiriman?daftar=${id}`} aria-current={id === tab ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {page.lines.length === 0 ? (
        <p>{shown?.empty}</p>
      ) : (
        <Table
          caption={shown?.label}
          hideCaption
          columns={['Pemberitahuan', 'Kepada', 'Keadaan', 'Sejak', 'Percobaan', 'Tindakan']}
          rows={page.lines.map((line) => cells(line, regency.about.timeZone))}
        />
      )}
      <Pagination
        previous={props.later ? `/desk/kiriman?daftar=${tab}` : null}
        next={page.next ? `/desk/kiriman?daftar=${tab}&dari=${encodeURIComponent(page.next)}` : null}
      />
    </Page>
  );
}

function cells(line: LogLine, zone: Regency['about']['timeZone']) {
  const { label, tone } = states[line.status];
  return [
    <>
      {line.notice}
      {line.code ? (
        <small>
          <a href={`/desk/kasus/${line.code}`}>{line.code}</a>
        </small>
      ) : null}
      {line.hidden ? <small>laporan yang tidak dapat Anda buka</small> : null}
    </>,
    line.to,
    <>
      <Tag tone={tone}>{label}</Tag>
      {line.reason ? <small>{line.reason}</small> : null}
    </>,
    <>
      {formatDateTime(line.at, zone)}
      {line.nextAt === null ? null : <small>berikutnya {formatDateTime(line.nextAt, zone)}</small>}
    </>,
    line.attempts === 0 ? '–' : `${line.attempts} kali`,
    action(line),
  ];
}

function action(line: LogLine) {
  if (line.status === 'uncertain') {
    return (
      <ConfirmForm action="/desk/kiriman" formKey={line.id} summary="Kirim lagi" submit="Ya, kirim lagi">
        <p>Surat ini mungkin sudah sampai. Bila dikirim lagi, penerima dapat menerimanya dua kali.</p>
        <input type="hidden" name="twice" value="1" />
      </ConfirmForm>
    );
  }
  if (line.status !== 'failed') return '–';
  return (
    <form method="post" action="/desk/kiriman">
      <HiddenKey value={line.id} />
      <button type="submit" class="second">
        Kirim lagi
      </button>
    </form>
  );
}
