/** The invitation as a letter, for those whom no notice reaches. */
import type { Regency } from '../../../../regency/snapshot.ts';
import { Summary } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { agendaOf } from '../form.ts';
import type { Invitee } from '../people.ts';
import type { MeetingRow } from '../queries.ts';
import { periodText, whenOf } from '../words.ts';

export interface LetterPageProps {
  regency: Regency;
  who: Who;
  meeting: MeetingRow;
  /** Empty for those who may not see who else is invited. */
  people: Invitee[];
}

export function LetterPage({ regency, who, meeting, people }: LetterPageProps) {
  const { place, chair } = meeting;
  return (
    <Page
      title={`Undangan ${meeting.title}`}
      regency={regency}
      side="desk"
      who={who}
      path="/desk/evaluasi"
      scripts={['desk.js']}
    >
      <p class="no-print">
        <a href={`/desk/evaluasi/rapat/${meeting.id}`}>← {meeting.title}</a>
      </p>
      <h1>Undangan rapat</h1>
      <p>
        Nomor:
        <br />
        Hal: {meeting.title}
      </p>
      <p>Yth. Bapak/Ibu {people.length > 0 ? 'sebagaimana daftar terlampir' : 'yang diundang'}</p>
      <p>
        Dengan hormat kami mengundang Bapak/Ibu ke rapat evaluasi pengelolaan pengaduan{' '}
        {regency.about.fullName} untuk {periodText(meeting)}, pada:
      </p>
      <Summary
        rows={[
          { term: 'Waktu', value: whenOf(meeting, regency.about.timeZone) },
          ...(place ? [{ term: 'Tempat', value: place }] : []),
          ...(chair ? [{ term: 'Pimpinan rapat', value: chair }] : []),
        ]}
      />
      <p>Susunan acara:</p>
      <ol>
        {agendaOf(meeting).map((item) => (
          <li>{item}</li>
        ))}
      </ol>
      <p>
        Angka dan pertanyaan untuk setiap OPD dapat dibaca di Kanal. Mohon menyiapkan jawabannya. Atas
        kehadiran Bapak/Ibu kami ucapkan terima kasih.
      </p>
      <p>
        {regency.about.capital ? `${regency.about.capital}, ` : ''}
        <span class="paper-room" />
      </p>
      {people.length > 0 ? (
        <>
          <h2>Daftar undangan</h2>
          <ol>
            {people.map(({ name, office }) => (
              <li>{[name, office].filter(Boolean).join(', ')}</li>
            ))}
          </ol>
        </>
      ) : null}
      <p class="no-print">
        <button type="button" data-print hidden>
          Cetak
        </button>{' '}
        Mencetak juga dapat dengan Ctrl+P.
      </p>
    </Page>
  );
}
