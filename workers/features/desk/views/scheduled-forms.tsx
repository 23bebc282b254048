/** Forms for work that was announced for a date: it is done, or gets another date. */
import { Field, TextArea } from '../../../ui/components.tsx';
import { ActionForm, type FormProps, field } from './frame.tsx';
import { WorkPhotos } from './work-photos.tsx';

export function CarryOutForm(props: FormProps & { open: boolean }) {
  return (
    <ActionForm
      form={props}
      verb="carry_out"
      summary="Pekerjaan terjadwal sudah selesai"
      submit="Kabarkan kepada pelapor"
      open={props.open}
      files
    >
      <TextArea
        label="Apa yang sudah dikerjakan"
        hint="Di mana dan kapan. Dibaca pelapor."
        {...field(props, 'carry_out', 'text')}
        required
      />
      <WorkPhotos form={props} verb="carry_out" hint="Paling sedikit satu foto pekerjaan yang selesai." />
    </ActionForm>
  );
}

export function RescheduleForm(props: FormProps) {
  return (
    <ActionForm
      form={props}
      verb="reschedule"
      summary="Ubah tanggal pekerjaan terjadwal"
      submit="Simpan tanggal baru"
    >
      <Field label="Tanggal baru" type="date" {...field(props, 'reschedule', 'date')} required />
      <TextArea label="Alasan (dibaca pelapor)" {...field(props, 'reschedule', 'reason')} required />
    </ActionForm>
  );
}
