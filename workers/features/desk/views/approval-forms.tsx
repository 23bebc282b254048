/** Forms of whoever approves a proposed answer: let it leave, or give it back. */
import { TextArea } from '../../../ui/components.tsx';
import { ActionForm, type FormProps, field } from './frame.tsx';

export function ApproveForm(props: FormProps & { open: boolean }) {
  return (
    <ActionForm
      form={props}
      verb="approve_answer"
      summary="Setujui usulan jawaban"
      submit="Setujui dan kirim"
      sure="Saya sudah membacanya. Pelapor langsung menerimanya."
      open={props.open}
    >
      <p>Diusulkan {props.view.proposal?.by}.</p>
    </ActionForm>
  );
}

export function SendBackForm(props: FormProps) {
  return (
    <ActionForm
      form={props}
      verb="send_back_answer"
      summary="Kembalikan usulan untuk diperbaiki"
      submit="Kembalikan kepada pengusul"
    >
      <TextArea
        label="Alasan"
        hint="Apa yang perlu diperbaiki. Tidak dibaca pelapor."
        {...field(props, 'send_back_answer', 'reason')}
        required
      />
    </ActionForm>
  );
}
