/** Each office with its liaison officers; those that need somebody stand first. */
import { formatDate, formatDay } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Table, Tag } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { SheetLinks } from '../../../../ui/sheet-links.tsx';
import { CampaignNav } from '../../nav.tsx';
import type { OfficeTraining, TrainedPerson } from '../trainings.ts';
import { readiness } from '../words.ts';

const OWN = '/desk/kampanye/acara/pelatihan';

export function TrainingsPage(props: { regency: Regency; who: Who; offices: OfficeTraining[] }) {
  const { regency, who, offices } = props;
  const waiting = offices.filter(({ state }) => state !== 'fine').length;
  return (
    <Page title="Pelatihan pejabat penghubung" regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/acara" />
      <p>
        <a href="/desk/kampanye/acara">← Acara</a>
      </p>
      <h1>Pelatihan pejabat penghubung</h1>
      <p>
        Siap berarti: semua pejabat penghubungnya pernah hadir di bimtek dan masuk ke Kanal dalam 30 hari
        terakhir.{' '}
        {waiting === 0
          ? 'Semua instansi siap.'
          : `${waiting} dari ${offices.length} instansi belum sepenuhnya siap.`}{' '}
        Instansi tanpa pejabat penghubung: admin mengundangnya di halaman Pengguna.
      </p>
      <p class="actions no-print">
        <a class="button second" href="/desk/kampanye/acara/baru?jenis=bimtek">
          Buat bimtek
        </a>
      </p>
      <SheetLinks path={OWN} />
      <Table
        caption="Instansi dan pejabat penghubungnya"
        hideCaption
        columns={['Instansi', 'Pejabat penghubung', 'Keadaan']}
        rows={offices.map(({ office, state, people }) => [
          office.name,
          people.length === 0 ? 'Belum ada' : people.map((one) => <Person one={one} regency={regency} />),
          <Tag tone={readiness[state].tone}>{readiness[state].label}</Tag>,
        ])}
      />
    </Page>
  );
}

function Person({ one, regency }: { one: TrainedPerson; regency: Regency }) {
  const zone = regency.about.timeZone;
  return (
    <p>
      {one.name}:{' '}
      {one.trained === null ? <strong>belum pernah bimtek</strong> : `bimtek ${formatDay(one.trained)}`};{' '}
      {one.silent ? <strong>{seen(one, zone)}</strong> : seen(one, zone)}
    </p>
  );
}

const seen = ({ seen }: TrainedPerson, zone: Regency['about']['timeZone']): string =>
  seen === null ? 'belum pernah masuk' : `masuk terakhir ${formatDate(seen, zone)}`;
