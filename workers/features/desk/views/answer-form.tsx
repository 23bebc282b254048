/** The final answer: sent at once, or where the office wants it proposed for approval. */
import { outcomeNames, outcomes } from '../../../../shared/lifecycle/states.ts';
import { anyCategory } from '../../../regency/named.ts';
import { Checkbox, Field, Radios, TextArea } from '../../../ui/components.tsx';
import { ActionForm, type FormProps, field, formId, ticked } from './frame.tsx';
import { WorkPhotos } from './work-photos.tsx';

export function AnswerForm(props: FormProps & { open: boolean }) {
  return (
    <ActionForm
      form={props}
      verb="answer"
      summary="Beri jawaban akhir"
      submit="Kirim jawaban akhir"
      sure="Jawaban ini sudah benar. Pelapor langsung menerimanya."
      open={props.open}
      files={!props.inList}
    >
      <AnswerFields form={props} verb="answer" />
    </ActionForm>
  );
}

/** What was written for a proposal stands in the next one. */
export function ProposeForm(props: FormProps & { open: boolean }) {
  const { proposal, approval } = props.view;
  const by = approval?.need === 'head' ? 'kepala instansi' : 'rekan seinstansi';
  return (
    <ActionForm
      form={props}
      verb="propose_answer"
      summary={proposal ? 'Perbaiki usulan jawaban' : 'Usulkan jawaban akhir'}
      submit="Kirim untuk disetujui"
      open={props.open && !proposal?.waiting}
      files={!props.inList}
    >
      <p class="hint">
        Jawaban ini diperiksa {by} sebelum dikirim kepada pelapor. Batas waktu tetap berjalan.
        {proposal?.waiting ? ' Usulan yang baru menggantikan yang sedang menunggu.' : ''}
      </p>
      <AnswerFields form={props} verb="propose_answer" />
    </ActionForm>
  );
}

function AnswerFields(props: { form: FormProps; verb: 'answer' | 'propose_answer' }) {
  const { form, verb } = props;
  const { view } = form;
  const before = verb === 'propose_answer' ? view.proposal : null;
  return (
    <>
      <Radios
        legend="Hasil"
        {...field(form, verb, 'outcome', before?.outcome)}
        required
        options={outcomes.map((outcome) => ({ value: outcome, label: outcomeNames[outcome] }))}
      />
      <TextArea
        label="Jawaban untuk pelapor"
        hint="Apa yang dilakukan, di mana, dan kapan; bila tidak dapat dipenuhi, alasannya."
        {...field(form, verb, 'text', before?.words.text)}
        rows={6}
        required
      />
      <Field
        label="Selanjutnya (boleh kosong)"
        hint="Yang akan terjadi, atau yang dapat dilakukan pelapor. Contoh: bila rusak lagi, hubungi kantor kami."
        {...field(form, verb, 'nextStep', before?.words.nextStep)}
        more={{ maxlength: 500 }}
      />
      <Checkbox
        name="physical"
        id={`${verb}-physical`}
        label="Ini pekerjaan fisik"
        hint="Pekerjaan fisik yang sudah dikerjakan perlu paling sedikit satu foto."
        checked={ticked(form, 'physical', '1', isPhysical(form))}
      />
      {form.inList ? (
        <ToPhotos form={form} verb={verb} />
      ) : (
        <WorkPhotos form={form} verb={verb} start={before?.files} />
      )}
      <fieldset class="field group">
        <legend>Bila dijadwalkan</legend>
        <Field
          label="Tanggal pelaksanaan"
          type="date"
          {...field(form, verb, 'date', before?.date ?? undefined)}
        />
        <Field
          label="Sumber anggaran"
          hint="Contoh: APBD 2027, DPA Dinas PUPR."
          {...field(form, verb, 'budget', before?.words.budget)}
        />
      </fieldset>
    </>
  );
}

/** A list is no place for photos: the case page goes on with what is typed. */
function ToPhotos(props: { form: FormProps; verb: 'answer' | 'propose_answer' }) {
  const { form, verb } = props;
  const { photos } = form.errors;
  return (
    <div class={photos ? 'field bad' : undefined} id={`${verb}-photos`}>
      {photos ? <p class="wrong">{photos}</p> : null}
      <p>
        <button
          type="submit"
          class="second"
          formaction={`/desk/kasus/${form.view.code}/lampiran?untuk=${verb}#${formId(verb)}`}
          formnovalidate
        >
          Lanjutkan dengan foto di halaman laporan
        </button>
      </p>
    </div>
  );
}

/** What the category mostly is; who answers may say otherwise. */
const isPhysical = ({ view, regency }: FormProps): boolean =>
  view.category !== null && anyCategory(regency, view.category.id)?.physical === true;
