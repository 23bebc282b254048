/** The list to be signed in the hall: everybody invited, and room for who comes besides. */
import type { Regency } from '../../../../regency/snapshot.ts';
import { Table } from '../../../../ui/components.tsx';
import type { Who } from '../../../../ui/layout.tsx';
import type { Invitee } from '../people.ts';
import type { MeetingRow } from '../queries.ts';
import { whenOf } from '../words.ts';
import { MeetingPaper, Signature } from './paper.tsx';

/** Lines for those who come without an invitation. */
const FREE = 5;

export function AttendancePage(props: {
  regency: Regency;
  who: Who;
  meeting: MeetingRow;
  people: Invitee[];
}) {
  const { regency, who, meeting } = props;
  const free = Array.from({ length: FREE }, () => ({ name: '', office: '' }));
  return (
    <MeetingPaper
      regency={regency}
      who={who}
      meeting={meeting}
      name="Daftar hadir"
      back={{ path: `/desk/evaluasi/rapat/${meeting.id}/peserta`, label: 'Peserta' }}
    >
      <div class="letter">
        <h1>Daftar hadir</h1>
        <p>
          {meeting.title}
          <br />
          {whenOf(meeting, regency.about.timeZone)}
          {meeting.place ? `, ${meeting.place}` : ''}
        </p>
        <Table
          caption="Daftar hadir"
          hideCaption
          columns={['Nama', 'Instansi', 'Tanda tangan']}
          rows={[...props.people, ...free].map(({ name, office }, at) => [
            `${at + 1}. ${name ?? ''}`,
            office,
            <span class="paper-room" />,
          ])}
        />
        <Signature above="Pimpinan rapat" name={meeting.chair} />
      </div>
    </MeetingPaper>
  );
}
