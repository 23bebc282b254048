/** What Inspektorat does with a closed case that was drawn. */

import type { DeskVerb } from '../../../cases/verbs/index.ts';
import { Checkbox, TextArea } from '../../../ui/components.tsx';
import { ActionForm, type FormProps, field, ticked } from './frame.tsx';

const checks = [
  ['answered', 'Yang ditanyakan atau diminta pelapor sudah dijawab'],
  ['proof', 'Pekerjaan fisik dibuktikan dengan foto (centang juga bila bukan pekerjaan fisik)'],
  ['timely', 'Selesai dalam janji kepada pelapor'],
  ['confirmed', 'Pelapor menyatakan selesai, bukan hanya lewat waktu'],
] as const;

export function AuditForm(props: FormProps & { open: boolean }) {
  return (
    <ActionForm
      form={props}
      verb="audit"
      summary="Periksa: sudah sesuai"
      submit="Nyatakan sesuai"
      sure="Saya sudah membaca laporan, jawaban, dan riwayatnya."
      open={props.open}
    >
      <Checks form={props} verb="audit" />
      <TextArea label="Catatan (boleh kosong)" {...field(props, 'audit', 'note')} rows={3} />
    </ActionForm>
  );
}

export function FindFaultForm(props: FormProps) {
  return (
    <ActionForm
      form={props}
      verb="find_fault"
      summary="Ada temuan: buka kembali"
      submit="Catat temuan dan buka kembali"
      sure="Laporan dibuka kembali, pelapor diberi tahu, dan temuan ini dihitung."
      danger
    >
      <Checks form={props} verb="find_fault" />
      <TextArea
        label="Temuan"
        hint="Dibaca admin dan instansi yang menjawab, tidak dibaca pelapor."
        {...field(props, 'find_fault', 'reason')}
        required
      />
    </ActionForm>
  );
}

function Checks(props: { form: FormProps; verb: DeskVerb }) {
  return (
    <fieldset class="field">
      <legend>Yang sudah terpenuhi</legend>
      {checks.map(([name, label]) => (
        <Checkbox
          name={name}
          id={`${props.verb}-${name}`}
          label={label}
          checked={ticked(props.form, name, '1')}
        />
      ))}
    </fieldset>
  );
}
