/** Meetings, the latest first. */
import { runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Pagination, Table, Tag } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import type { MeetingLine } from '../queries.ts';
import { periodText, standingOf, whenOf } from '../words.ts';

const ROOM = '/desk/evaluasi/rapat';

export interface MeetingsPageProps {
  regency: Regency;
  who: Who;
  /** Minute of the wall clock. */
  local: string;
  meetings: MeetingLine[];
  next: string | null;
  /** Not the first page. */
  later: boolean;
}

export function MeetingsPage({ regency, who, local, meetings, next, later }: MeetingsPageProps) {
  const runs = runsEvaluation(who);
  return (
    <Page title="Rapat evaluasi" regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={ROOM} />
      <h1>Rapat evaluasi</h1>
      <p>
        Kanal menyiapkan angka, pertanyaan, undangan, dan notulanya; keputusan rapat menjadi rencana aksi yang
        diingatkan sampai selesai.
      </p>
      {runs ? (
        <p class="actions">
          <a class="button" href={`${ROOM}/baru`}>
            Rencanakan rapat
          </a>
        </p>
      ) : null}
      {meetings.length === 0 ? (
        <p>
          Belum ada rapat evaluasi.{' '}
          {runs ? 'Rencanakan rapat untuk triwulan yang baru selesai.' : 'Undangannya akan tampil di sini.'}
        </p>
      ) : (
        <Table
          caption="Rapat evaluasi"
          hideCaption
          columns={['Rapat', 'Waktu', 'Periode', 'Peserta', 'Keputusan', 'Keadaan']}
          rows={meetings.map(({ row, invited, attended, decided }) => {
            const { label, tone } = standingOf(row, local);
            return [
              <a href={`${ROOM}/${row.id}`}>{row.title}</a>,
              whenOf(row, regency.about.timeZone),
              row.source ? '–' : periodText(row),
              cameOf(invited, attended),
              decided === 0 ? '–' : String(decided),
              <Tag tone={tone}>{label}</Tag>,
            ];
          })}
        />
      )}
      <Pagination previous={later ? ROOM : null} next={next ? `${ROOM}?dari=${next}` : null} />
    </Page>
  );
}

/** "32 hadir dari 45 undangan" */
export function cameOf(invited: number, attended: number): string {
  if (invited === 0) return '–';
  return attended > 0 ? `${attended} hadir dari ${invited} undangan` : `${invited} undangan`;
}
