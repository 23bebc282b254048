/** /desk/data-pribadi: what the data-protection officer has to look at, and where everything is. */
import { HIDDEN, shownCount } from '../../../../shared/small-counts.ts';
import { formatDateTime, formatNumber } from '../../../../shared/text.ts';
import { troubleWords } from '../../../privacy/key-words.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice, Summary, Table, Tag } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { SignedIn } from '../../http.ts';
import { hoursLeft } from '../breach-clock.ts';
import type { CareHome } from '../home.ts';
import { BreachTag, breachName, breachPath } from './breaches.tsx';

export function CarePage(props: { regency: Regency; who: SignedIn; home: CareHome; now: number }) {
  const { regency, home, now, who } = props;
  const zone = regency.about.timeZone;
  const waits = home.requests.count > 0 || home.breaches.length > 0;
  return (
    <Page title="Pelindungan data pribadi" regency={regency} side="desk" path="/desk/data-pribadi" who={who}>
      <h1>Pelindungan data pribadi</h1>
      {home.troubles.map((trouble) => (
        <Notice tone="bad" title="Ada masalah dengan kunci data">
          <p>{troubleWords(trouble, 'id')}</p>
        </Notice>
      ))}
      <h2>Yang menunggu</h2>
      {waits ? (
        <Table
          caption="Yang menunggu"
          hideCaption
          columns={['Hal', 'Batas waktu', 'Keadaan']}
          rows={[
            ...home.breaches.map((breach) => [
              <a href={`${breachPath}/${breach.id}`}>{breachName(breach)}</a>,
              formatDateTime(breach.dueAt, zone),
              <BreachTag breach={breach} now={now} />,
            ]),
            ...requestRow(home, zone, now),
          ]}
        />
      ) : (
        <p>Tidak ada permintaan atau insiden yang menunggu.</p>
      )}
      <p>
        <a class="button" href={`${breachPath}/baru`}>
          Catat insiden
        </a>
      </p>
      <h2>Keadaan</h2>
      <Summary
        rows={[
          {
            term: 'Kunci data',
            value: keyWords(home),
            action: <a href="/desk/data-pribadi/kunci">Buka</a>,
          },
          {
            term: 'Masa simpan',
            value: retentionWords(home, regency),
            action: <a href="/desk/data-pribadi/retensi">Buka</a>,
          },
          {
            term: 'Petugas pelindungan data',
            value:
              regency.dataOfficer?.name ?? 'Belum diisi: pemberitahuan di formulir menyebut instansi saja.',
          },
        ]}
      />
      <h2>Register</h2>
      <ul>
        <li>
          <a href={breachPath}>Insiden data pribadi</a>
        </li>
        <li>
          <a href="/desk/data-pribadi/permintaan">Permintaan penghapusan dari pelapor</a>
        </li>
        <li>
          <a href="/desk/data-pribadi/pemrosesan">Pemrosesan data pribadi</a>
        </li>
        <li>
          <a href="/desk/catatan-akses">Catatan akses: siapa membuka dan mengambil apa</a>
        </li>
      </ul>
    </Page>
  );
}

type Zone = Regency['about']['timeZone'];

function requestRow({ requests: { count, dueAt } }: CareHome, zone: Zone, now: number) {
  if (count === 0 || dueAt === null) return [];
  return [
    [
      <a href="/desk/data-pribadi/permintaan">{formatNumber(count)} permintaan penghapusan</a>,
      formatDateTime(dueAt, zone),
      <Tag tone={dueAt < now ? 'red' : 'amber'}>{hoursLeft(dueAt, now)}</Tag>,
    ],
  ];
}

function keyWords({ troubles, rotation }: CareHome): string {
  if (troubles.length > 0) return 'Perlu diperbaiki.';
  if (rotation?.state === 'running') return `Sedang disegel ulang: ${rotation.percent}%.`;
  return 'Cocok dengan data.';
}

function retentionWords({ retention }: CareHome, { about, switches }: Regency): string {
  if (retention === null) return 'Belum pernah dijalankan.';
  const when = formatDateTime(retention.finishedAt ?? retention.startedAt, about.timeZone);
  const count = shownCount(retention.erased, switches.demo);
  return `Terakhir ${when}: ${count === null ? HIDDEN : formatNumber(count)} laporan dihapus datanya.`;
}
