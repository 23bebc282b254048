/** The list to be signed in the hall: everybody invited, and room for who comes besides. */
import type { Regency } from '../../../../regency/snapshot.ts';
import type { Who } from '../../../../ui/layout.tsx';
import { SignTable } from '../../../../ui/print.tsx';
import type { Invitee } from '../people.ts';
import type { MeetingRow } from '../queries.ts';
import { whenOf } from '../words.ts';
import { MeetingPaper, Signature } from './paper.tsx';

export function AttendancePage(props: {
  regency: Regency;
  who: Who;
  meeting: MeetingRow;
  people: Invitee[];
}) {
  const { regency, who, meeting } = props;
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
        <SignTable people={props.people} spare={5} />
        <Signature above="Pimpinan rapat" name={meeting.chair} />
      </div>
    </MeetingPaper>
  );
}
