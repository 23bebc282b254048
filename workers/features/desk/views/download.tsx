/** Why somebody takes a file of a case away. */
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { CaseFile } from '../act.ts';
import type { DeskCase } from '../queries.ts';
import { fileName } from './files.tsx';
import { ReasonField } from './reason.tsx';

export function DownloadPage(props: {
  regency: Regency;
  who: Who;
  view: DeskCase;
  file: CaseFile;
  typed: string;
  errors: Errors;
}) {
  const { view, file } = props;
  const address = `/desk/kasus/${view.code}`;
  return (
    <Page title={`Unduh lampiran ${file.number}`} regency={props.regency} side="desk" who={props.who}>
      <p>
        <a href={address}>← Laporan {view.code}</a>
      </p>
      <h1>
        Unduh lampiran {file.number} ({fileName(file)})
      </h1>
      <ErrorSummary errors={props.errors} />
      {view.anonymous ? (
        <p>Laporan ini anonim. Jangan sebarkan lampirannya kepada siapa pun di luar penanganannya.</p>
      ) : null}
      <form method="post" action={`${address}/lampiran/${file.id}/unduh`}>
        <ReasonField label="Untuk apa lampiran ini diunduh?" typed={props.typed} errors={props.errors} />
        <p class="actions">
          <button type="submit">Unduh lampiran</button>
        </p>
      </form>
    </Page>
  );
}
