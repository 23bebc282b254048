/** Why somebody takes a case away on paper. */
import type { Regency } from '../../../regency/snapshot.ts';
import { Checkbox, ErrorSummary, type Errors, TextArea } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { DeskCase } from '../queries.ts';

export function DossierPage(props: {
  view: DeskCase;
  regency: Regency;
  who: Who;
  typed: { reason?: string; identity?: boolean };
  errors: Errors;
}) {
  const { view, typed, errors } = props;
  const address = `/desk/kasus/${view.code}`;
  return (
    <Page title={`Berkas laporan ${view.code}`} regency={props.regency} side="desk" who={props.who}>
      <p>
        <a href={address}>← Laporan {view.code}</a>
      </p>
      <ErrorSummary errors={errors} />
      <h1>Berkas laporan (PDF)</h1>
      <p>
        Berkas memuat isi laporan, riwayat, dan foto yang boleh Anda lihat. Nama Anda tercetak pada setiap
        halaman, dan pembuatannya dicatat.
      </p>
      <form method="post" action={`${address}/berkas`}>
        <TextArea
          name="reason"
          id="reason"
          label="Untuk apa berkas ini?"
          hint="Misalnya: rapat koordinasi 3 Desember, atau permintaan Ombudsman."
          rows={3}
          value={typed.reason ?? ''}
          error={errors.reason}
          required
        />
        {view.verbs.includes('reveal') ? (
          <Checkbox
            name="identity"
            id="identity"
            label="Sertakan identitas pelapor"
            hint="Pembukaan identitas masuk riwayat laporan beserta alasan di atas."
            checked={typed.identity === true}
          />
        ) : (
          <p class="hint">Berkas dibuat tanpa identitas pelapor.</p>
        )}
        <p class="actions">
          <button type="submit">Unduh berkas</button>
        </p>
      </form>
    </Page>
  );
}
