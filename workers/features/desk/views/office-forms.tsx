/** Forms of the office that has to act: answer, follow up, ask, return. */

import { outcomeNames, outcomes } from '../../../../shared/lifecycle/states.ts';
import { Checkbox, Field, Radios, Select, TextArea } from '../../../ui/components.tsx';
import { storedValue } from '../../files.ts';
import { fileName } from './files.tsx';
import { ActionForm, type FormProps, field, officeGroups, ticked } from './frame.tsx';

/** At most five files on one answer (domain.md section 2). */
export const MAX_PHOTOS = 5;

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
      <Radios
        legend="Hasil"
        {...field(props, 'answer', 'outcome')}
        required
        options={outcomes.map((outcome) => ({ value: outcome, label: outcomeNames[outcome] }))}
      />
      <TextArea
        label="Jawaban untuk pelapor"
        hint="Apa yang dilakukan, di mana, dan bila tidak dapat dipenuhi, alasannya."
        {...field(props, 'answer', 'text')}
        rows={6}
        required
      />
      {props.inList ? (
        <p class="hint">
          Pekerjaan fisik yang sudah dikerjakan perlu foto:{' '}
          <a href={`/desk/kasus/${props.view.code}#aksi-answer`}>jawab dengan foto di halaman laporan</a>.
        </p>
      ) : (
        <>
          <Checkbox
            name="physical"
            id="answer-physical"
            label="Ini pekerjaan fisik"
            hint="Pekerjaan fisik yang sudah dikerjakan perlu paling sedikit satu foto."
            checked={ticked(props, 'physical', '1')}
          />
          <Photos form={props} />
        </>
      )}
      <fieldset class="field group">
        <legend>Bila dijadwalkan</legend>
        <Field label="Tanggal pelaksanaan" type="date" {...field(props, 'answer', 'date')} />
        <Field
          label="Sumber anggaran"
          hint="Contoh: APBD 2027, DPA Dinas PUPR."
          {...field(props, 'answer', 'budget')}
        />
      </fieldset>
    </ActionForm>
  );
}

/** Photos one at a time: each is stored before the next is chosen, so that a cheap phone does not choke on five. */
function Photos(props: { form: FormProps }) {
  const { view, typed, errors } = props.form;
  const stored = typed?.stored ?? [];
  return (
    <fieldset class={errors.photos || errors.file ? 'field group bad' : 'field group'} id="answer-photos">
      <legend>Foto hasil</legend>
      {errors.photos ? <p class="wrong">{errors.photos}</p> : null}
      {stored.map((photo, index) => (
        <Checkbox
          name="stored"
          id={`answer-stored-${index}`}
          value={storedValue(photo)}
          label={`Foto ${index + 1} sudah tersimpan (${fileName(photo)})`}
          hint="Hapus centangnya bila tidak jadi dikirim."
          checked
        />
      ))}
      {stored.length < MAX_PHOTOS ? (
        <>
          <Field
            label="Tambah satu foto"
            hint="JPEG, PNG, WebP, atau PDF; paling besar 10 MB. Paling banyak lima."
            type="file"
            name="file"
            id="answer-file"
            error={errors.file}
            more={{ accept: 'image/jpeg,image/png,image/webp,application/pdf' }}
          />
          <p>
            <button
              type="submit"
              class="second"
              formaction={`/desk/kasus/${view.code}/lampiran`}
              formnovalidate
            >
              Tambah foto
            </button>
          </p>
        </>
      ) : null}
    </fieldset>
  );
}

export function FollowUpForm(props: FormProps & { open?: boolean }) {
  return (
    <ActionForm
      form={props}
      verb="follow_up"
      summary="Beri tanggapan dan langkah berikutnya"
      submit="Kirim tanggapan"
      open={props.open}
    >
      <TextArea label="Tanggapan untuk pelapor" {...field(props, 'follow_up', 'text')} required />
      <Field
        label="Langkah berikutnya"
        hint="Contoh: memeriksa saluran di lokasi."
        {...field(props, 'follow_up', 'nextStep')}
        required
        more={{ maxlength: 500 }}
      />
      <Field
        label="Tanggal langkah itu"
        hint="Menjadi batas waktu baru yang dilihat pelapor."
        type="date"
        {...field(props, 'follow_up', 'date')}
        required
      />
    </ActionForm>
  );
}

export function AskForm(props: FormProps) {
  return (
    <ActionForm form={props} verb="ask" summary="Minta kelengkapan dari pelapor" submit="Kirim pertanyaan">
      <TextArea
        label="Pertanyaan"
        hint="Batas waktu berhenti sampai pelapor menjawab."
        {...field(props, 'ask', 'question')}
        required
      />
    </ActionForm>
  );
}

export function ReturnForm(props: FormProps) {
  return (
    <ActionForm
      form={props}
      verb="return"
      summary="Kembalikan: bukan kewenangan kami"
      submit="Kembalikan ke admin"
    >
      <TextArea label="Alasan (dibaca pelapor)" {...field(props, 'return', 'reason')} required />
      <Select
        label="Instansi yang seharusnya menangani"
        {...field(props, 'return', 'suggestion')}
        groups={officeGroups(props.regency, ['opd', 'kecamatan', 'bumd', 'luar'])}
        empty="Pilih instansi"
        required
      />
    </ActionForm>
  );
}
