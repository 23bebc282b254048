/** The plan of a meeting, new or to be changed. */
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  ErrorSummary,
  type Errors,
  Field,
  givenIn,
  HiddenKey,
  Notice,
  Select,
  TextArea,
} from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { whenText } from '../../../local-time.ts';
import { EvaluationNav } from '../../nav.tsx';
import { agendaOf, periodGroups, type TypedMeeting } from '../form.ts';
import type { MeetingRow } from '../queries.ts';
import { periodText } from '../words.ts';

const labels = {
  title: 'Nama rapat',
  period: 'Periode yang dibahas',
  startsAt: 'Tanggal dan jam',
  place: 'Tempat (boleh kosong)',
  chair: 'Pimpinan rapat (boleh kosong)',
  agenda: 'Susunan acara',
};

export interface MeetingFormProps {
  regency: Regency;
  who: Who;
  typed: TypedMeeting;
  errors: Errors;
  /** Local ISO date. */
  today: string;
  /** Of a new one. */
  formKey?: string;
  /** Of one that is there. */
  meeting?: MeetingRow;
  /** Somebody else has saved meanwhile. */
  conflict: boolean;
}

export function MeetingFormPage(props: MeetingFormProps) {
  const { regency, typed, errors, meeting } = props;
  const title = meeting ? 'Ubah rapat' : 'Rencanakan rapat';
  const given = givenIn(labels, typed, errors);
  const back = meeting ? `/desk/evaluasi/rapat/${meeting.id}` : '/desk/evaluasi/rapat';
  return (
    <Page title={title} regency={regency} side="desk" who={props.who} path="/desk/evaluasi">
      <EvaluationNav here="/desk/evaluasi/rapat" />
      <p>
        <a href={back}>← {meeting ? meeting.title : 'Rapat'}</a>
      </p>
      <h1>{title}</h1>
      {meeting && props.conflict ? <Meanwhile meeting={meeting} regency={regency} /> : null}
      <form method="post" action={meeting ? `${back}/ubah` : `${back}/baru`} autocomplete="off" novalidate>
        <ErrorSummary errors={errors} labels={labels} />
        {meeting ? <input type="hidden" name="version" value={meeting.version} /> : null}
        {props.formKey ? <HiddenKey value={props.formKey} /> : null}
        <Field {...given('title')} required more={{ maxlength: 150 }} />
        <div class="pair">
          <Select
            {...given('period')}
            required
            hint={meeting?.frozenAt ? 'Bila diganti, angkanya perlu dibekukan lagi.' : undefined}
            groups={periodGroups(props.today, typed.period)}
          />
          <Field {...given('startsAt')} type="datetime-local" required />
        </div>
        <div class="pair">
          <Field {...given('place')} more={{ maxlength: 200 }} />
          <Field
            {...given('chair')}
            hint="Jabatannya, misalnya Sekretaris Daerah."
            more={{ maxlength: 120 }}
          />
        </div>
        <TextArea {...given('agenda')} hint="Satu acara pada satu baris." rows={8} />
        {meeting ? (
          <p class="hint">Bila waktu atau tempat diganti, yang sudah diundang lewat Kanal diberi tahu.</p>
        ) : null}
        <div class="actions">
          <button type="submit">Simpan</button>
        </div>
      </form>
    </Page>
  );
}

/** What is there now, above what was typed. */
function Meanwhile({ meeting, regency }: { meeting: MeetingRow; regency: Regency }) {
  const { title, startsAt, place, chair } = meeting;
  const facts = [title, periodText(meeting), whenText(startsAt, regency.about.timeZone), place, chair];
  return (
    <Notice tone="warn" title="Orang lain sudah mengubah rapat ini" live>
      <p>
        Isinya sekarang: {facts.filter(Boolean).join(', ')}. Isian Anda ada di bawah; bila disimpan, isian
        Anda yang berlaku.
      </p>
      <p>Susunan acara sekarang: {agendaOf(meeting).join('; ')}</p>
    </Notice>
  );
}
