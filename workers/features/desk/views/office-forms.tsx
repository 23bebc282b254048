/** Forms of the office that has to act: follow up, ask, return. Its final answer stands in answer-form.tsx. */
import { officeGroups, officeKinds } from '../../../regency/offices.ts';
import { Field, Select, TextArea } from '../../../ui/components.tsx';
import { ActionForm, type FormProps, field } from './frame.tsx';

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
        groups={officeGroups(props.regency, officeKinds)}
        empty="Pilih instansi"
        required
      />
    </ActionForm>
  );
}
