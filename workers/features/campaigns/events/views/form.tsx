/** The plan of an event, new or to be changed. */
import { eventKinds } from '../../../../../shared/campaign.ts';
import { eventKindNames } from '../../../../../shared/i18n/event-messages.ts';
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
import { areaGroups } from '../../../intake/queries.ts';
import { whenText } from '../../../local-time.ts';
import { CampaignNav } from '../../nav.tsx';
import { type ProgramChoice, ProgramSelect } from '../../program-select.tsx';
import type { TypedEvent } from '../form.ts';
import type { EventRow } from '../queries.ts';

const labels = {
  kind: 'Jenis acara',
  title: 'Nama acara',
  startsAt: 'Tanggal dan jam',
  place: 'Tempat (boleh kosong)',
  area: 'Untuk wilayah',
  agenda: 'Susunan acara (boleh kosong)',
  cost: 'Biaya (rupiah, boleh kosong)',
  program: 'Program',
};

export interface EventFormProps {
  regency: Regency;
  who: Who;
  typed: TypedEvent;
  errors: Errors;
  programs: readonly ProgramChoice[];
  /** Of a new one. */
  formKey?: string;
  /** Of one that is there. */
  event?: EventRow;
  /** Somebody else has saved meanwhile. */
  conflict?: boolean;
}

export function EventFormPage(props: EventFormProps) {
  const { regency, typed, errors, event } = props;
  const title = event ? 'Ubah acara' : 'Buat acara';
  const given = givenIn(labels, typed, errors);
  const back = event ? `/desk/kampanye/acara/${event.id}` : '/desk/kampanye/acara';
  return (
    <Page title={title} regency={regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/acara" />
      <p>
        <a href={back}>← {event ? event.title : 'Acara'}</a>
      </p>
      <h1>{title}</h1>
      {event && props.conflict ? <Meanwhile event={event} regency={regency} /> : null}
      <form method="post" action={event ? `${back}/ubah` : `${back}/baru`} autocomplete="off" novalidate>
        <ErrorSummary errors={errors} labels={labels} />
        {event ? <input type="hidden" name="version" value={event.version} /> : null}
        {props.formKey ? <HiddenKey value={props.formKey} /> : null}
        <Field {...given('title')} required more={{ maxlength: 150 }} />
        <div class="pair">
          <Select
            {...given('kind')}
            required
            options={eventKinds.map((value) => ({ value, label: eventKindNames[value] }))}
          />
          <Field {...given('startsAt')} type="datetime-local" required />
        </div>
        <div class="pair">
          <Field {...given('place')} more={{ maxlength: 200 }} />
          <Select
            {...given('area')}
            hint="Bila hanya untuk satu kecamatan atau desa."
            empty="Seluruh kabupaten"
            groups={areaGroups(regency)}
          />
        </div>
        <TextArea {...given('agenda')} more={{ maxlength: 4000 }} />
        <div class="pair">
          <Field {...given('cost')} more={{ inputmode: 'numeric' }} />
          <ProgramSelect {...given('program')} programs={props.programs} />
        </div>
        <div class="actions">
          <button type="submit">Simpan</button>
        </div>
      </form>
    </Page>
  );
}

/** What is there now, above what was typed. */
function Meanwhile({ event, regency }: { event: EventRow; regency: Regency }) {
  return (
    <Notice tone="warn" title="Orang lain sudah mengubah acara ini" live>
      <p>
        Isinya sekarang: {event.title}, {eventKindNames[event.kind]},{' '}
        {whenText(event.startsAt, regency.about.timeZone)}
        {event.place ? `, ${event.place}` : ''}. Isian Anda ada di bawah; bila disimpan, isian Anda yang
        berlaku.
      </p>
      {event.agenda ? <p>Susunan acara sekarang: {event.agenda}</p> : null}
    </Notice>
  );
}
