/** The citizen's form: one page, works without JavaScript, every choice says who will see what. */
import { emergenciesOf } from '../../../../shared/danger.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { DefaultSubmit, ErrorSummary, type Errors, HiddenKey, Notice } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { Typed } from '../form.ts';
import { Danger, EmergencyLine } from './emergency.tsx';
import { fieldLabels, ReportFields } from './fields.tsx';
import { OnThisPhone } from './phone.tsx';
import { Privacy } from './privacy.tsx';
import { Receipt } from './receipt.tsx';

/** @param props.today local ISO date, the latest day an event may have */
export function FormPage(props: {
  regency: Regency;
  typed: Typed;
  today: string;
  origin: string;
  /** Working days after an answer until it counts as accepted. */
  days: number;
  errors?: Errors;
  notice?: string;
  /** On somebody else's device: without the script, so that nothing is kept there. */
  borrowed?: boolean;
}) {
  const { regency, typed } = props;
  const errors = props.errors ?? {};
  return (
    <Page
      title="Lapor"
      regency={regency}
      path="/"
      scripts={props.borrowed ? [] : ['form.js']}
      card={{
        title: `Lapor ke Pemerintah ${regency.about.fullName}`,
        description:
          'Gratis, tanpa akun dan tanpa NIK. Anda mendapat nomor laporan dan tanggal janji jawabannya.',
        image: `${props.origin}/bagikan/kartu.png`,
      }}
    >
      <h1 data-form>Sampaikan laporan Anda</h1>
      <p data-form>
        Gratis, tanpa akun dan tanpa NIK. Anda mendapat nomor laporan dan tanggal janji jawabannya dari
        Pemerintah {regency.about.fullName}. Hanya dua isian pertama yang wajib.
      </p>
      <EmergencyLine regency={regency} />
      <div id="kiriman" />
      <form
        method="post"
        action="/"
        enctype="multipart/form-data"
        id="lapor"
        novalidate
        data-form
        autocomplete={props.borrowed ? 'off' : undefined}
      >
        <DefaultSubmit />
        <ErrorSummary errors={errors} labels={fieldLabels} />
        {props.notice ? (
          <Notice tone="good" live>
            <p>{props.notice}</p>
          </Notice>
        ) : null}
        <HiddenKey value={typed.key} />
        <input type="hidden" name="placement" value={typed.placement} />
        <ReportFields regency={regency} typed={typed} errors={errors} today={props.today} />
        <Privacy regency={regency} />
        <Danger regency={regency} kinds={emergenciesOf(typed.text)} />
        <div class="actions">
          <button type="submit" class="big">
            Kirim laporan
          </button>
        </div>
      </form>
      {props.borrowed ? null : (
        <>
          <OnThisPhone />
          <template id="tanda">
            <Receipt regency={regency} facts={null} days={props.days} origin={props.origin} />
          </template>
        </>
      )}
    </Page>
  );
}
