/** The invitation as a letter, for those whom no notice reaches; of a cancelled meeting, that it is. */
import type { Regency } from '../../../../regency/snapshot.ts';
import { Summary } from '../../../../ui/components.tsx';
import type { Who } from '../../../../ui/layout.tsx';
import { agendaOf } from '../form.ts';
import type { Invitee } from '../people.ts';
import type { MeetingRow } from '../queries.ts';
import { periodText, whenOf } from '../words.ts';
import { MeetingPaper, Signature } from './paper.tsx';

export interface LetterPageProps {
  regency: Regency;
  who: Who;
  meeting: MeetingRow;
  /** Empty for those who may not see who else is invited. */
  people: Invitee[];
}

export function LetterPage({ regency, who, meeting, people }: LetterPageProps) {
  const { place, chair } = meeting;
  const off = meeting.cancelledAt !== null;
  const agenda = agendaOf(meeting);
  return (
    <MeetingPaper regency={regency} who={who} meeting={meeting} name={off ? 'Pembatalan' : 'Undangan'}>
      <div class="letter">
        <h1>{off ? 'Pembatalan rapat' : 'Undangan rapat'}</h1>
        <p>
          Nomor:
          <br />
          Hal: {meeting.title}
        </p>
        <p>Yth. Bapak/Ibu {people.length > 0 ? 'sebagaimana daftar terlampir' : 'yang diundang'}</p>
        <p>
          Dengan hormat kami {off ? 'memberitahukan bahwa' : 'mengundang Bapak/Ibu ke'} rapat evaluasi
          pengelolaan pengaduan {regency.about.fullName} untuk {periodText(meeting)}
          {off ? ' dibatalkan. Rapat itu semula direncanakan pada:' : ', pada:'}
        </p>
        <Summary
          rows={[
            { term: 'Waktu', value: whenOf(meeting, regency.about.timeZone) },
            ...(place ? [{ term: 'Tempat', value: place }] : []),
            ...(chair ? [{ term: 'Pimpinan rapat', value: chair }] : []),
          ]}
        />
        {agenda.length > 0 && !off ? (
          <>
            <p>Susunan acara:</p>
            <ol>
              {agenda.map((item) => (
                <li>{item}</li>
              ))}
            </ol>
          </>
        ) : null}
        <p>
          {off
            ? 'Bila rapat diadakan lagi, Bapak/Ibu menerima undangan baru. Atas perhatian Bapak/Ibu kami ucapkan terima kasih.'
            : 'Angka dan pertanyaan untuk setiap OPD dapat dibaca di Kanal. Mohon menyiapkan jawabannya. Atas kehadiran Bapak/Ibu kami ucapkan terima kasih.'}
        </p>
        <Signature above={`${regency.about.capital || regency.about.fullName},`} />
        {people.length > 0 ? (
          <>
            <h2>Daftar undangan</h2>
            <ol>
              {people.map(({ name, office }) => (
                <li>{name === null ? `Pimpinan ${office}` : [name, office].filter(Boolean).join(', ')}</li>
              ))}
            </ol>
          </>
        ) : null}
      </div>
    </MeetingPaper>
  );
}
