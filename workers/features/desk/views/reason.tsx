/** The field that asks why data leave Kanal. */
import { type Errors, TextArea } from '../../../ui/components.tsx';

export function ReasonField(props: { label: string; typed: string; errors: Errors; hint?: string }) {
  return (
    <TextArea
      name="reason"
      id="reason"
      label={props.label}
      hint={props.hint ?? 'Alasan ini masuk catatan akses bersama nama Anda.'}
      rows={3}
      value={props.typed}
      error={props.errors.reason}
      required
    />
  );
}
