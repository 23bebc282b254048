/** The minutes of a meeting: written, and as they are printed with who came and what was decided. */
import type { Regency } from '../../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, Notice, TextArea } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import { agendaOf } from '../form.ts';
import { LONGEST } from '../input.ts';
import type { Invitee } from '../people.ts';
import type { DecisionRow, MeetingRow } from '../queries.ts';
import { isOpen, periodText, whenOf } from '../words.ts';
import { NotSaved } from './not-saved.tsx';
import { MeetingPaper, Signature } from './paper.tsx';

interface Base {
  regency: Regency;
  who: Who;
  meeting: MeetingRow;
  minutes: string;
}

export function MinutesFormPage(
  props: Base & { refused?: { minutes: string; errors: Errors; conflict: boolean } },
) {
  const { regency, who, meeting, minutes, refused } = props;
  const own = `/desk/evaluasi/rapat/${meeting.id}`;
  const errors = refused?.errors ?? {};
  return (
    <Page title={`Notula ${meeting.title}`} regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here="/desk/evaluasi/rapat" />
      <p>
        <a href={own}>← {meeting.title}</a>
      </p>
      {isOpen(meeting) ? null : <NotSaved words={refused?.minutes} />}
      <h1>Notula</h1>
      {isOpen(meeting) ? (
        <form method="post" action={`${own}/notula`} autocomplete="off" novalidate>
          <ErrorSummary errors={errors} labels={{ minutes: 'Notula' }} />
          {refused?.conflict ? (
            <Notice tone="warn" title="Orang lain sudah mengubah rapat ini" live>
              <p>Notula sekarang: {minutes || 'belum ada'}</p>
              <p>Isian Anda ada di bawah; bila disimpan, isian Anda yang berlaku.</p>
            </Notice>
          ) : null}
          <input type="hidden" name="version" value={meeting.version} />
          <TextArea
            name="minutes"
            label="Yang dibicarakan"
            hint="Jawaban atas pertanyaan dan keputusan dicatat di tempatnya sendiri. Disimpan tersandi."
            rows={16}
            value={refused?.minutes ?? minutes}
            error={errors.minutes}
            more={{ maxlength: LONGEST.minutes }}
          />
          <button type="submit">Simpan notula</button>
        </form>
      ) : (
        <p class="quote">{minutes || 'Tidak ada notula.'}</p>
      )}
      <p>
        <a href={`${own}/notula/cetak`}>Lihat untuk dicetak</a>
      </p>
    </Page>
  );
}

export function MinutesPage(
  props: Base & {
    people: Invitee[];
    answered: { question: string; answer: string }[];
    decided: DecisionRow[];
  },
) {
  const { regency, who, meeting, minutes, people, answered, decided } = props;
  const came = people.filter(({ attended }) => attended);
  return (
    <MeetingPaper regency={regency} who={who} meeting={meeting} name="Notula">
      <h1>Notula: {meeting.title}</h1>
      <p>
        {whenOf(meeting, regency.about.timeZone)}
        {meeting.place ? `, ${meeting.place}` : ''}.{meeting.source ? '' : ` ${periodText(meeting)}.`}
        {meeting.chair ? ` Pimpinan rapat: ${meeting.chair}.` : ''}
      </p>
      {meeting.closedAt === null ? <p>Rancangan: rapat belum ditutup.</p> : null}
      <List title="Susunan acara" items={agendaOf(meeting)} />
      <h2>Yang dibicarakan</h2>
      <p class="quote">{minutes || 'Tidak dicatat.'}</p>
      {answered.length > 0 ? (
        <>
          <h2>Pertanyaan dan jawaban</h2>
          <ol>
            {answered.map(({ question, answer }) => (
              <li>
                {question}
                <p class="quote">{answer || 'Belum dijawab.'}</p>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      <List title="Keputusan" items={decided.map(({ decision }) => decision)} />
      <List
        title={`Hadir (${came.length})`}
        items={came.map(({ name, office }) => [name, office].filter(Boolean).join(', '))}
      />
      <Signature above="Pimpinan rapat" name={meeting.chair} />
    </MeetingPaper>
  );
}

const List = ({ title, items }: { title: string; items: string[] }) => (
  <>
    <h2>{title}</h2>
    {items.length === 0 ? <p>Tidak dicatat.</p> : null}
    <ol>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ol>
  </>
);
