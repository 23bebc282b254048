/** What anybody with the code may see. */
import { formatDate } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Summary, Tag } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { PublicStatus } from '../queries.ts';
import { promiseText, statusTones } from '../words.ts';
import { FindForm, LostPin } from './find.tsx';

/** @param props.now epoch ms */
export function StatusPage(props: { regency: Regency; status: PublicStatus; now: number }) {
  const { regency, status } = props;
  return (
    <Page title={`Laporan ${status.code}`} regency={regency} path="/lacak">
      <h1>
        Laporan <span class="nw">{status.code}</span>
      </h1>
      <Summary rows={statusRows(regency, status, props.now)} />
      <h2 class="no-print">Ini laporan Anda?</h2>
      <div class="no-print">
        <FindForm regency={regency} code={status.code} wantsPin />
        <LostPin />
      </div>
    </Page>
  );
}

/** The first rows of both pages, public and the reporter's. */
export function statusRows(regency: Regency, status: PublicStatus, now: number) {
  return [
    { term: 'Status', value: <Tag tone={statusTones[status.status]}>{status.statusLabel}</Tag> },
    { term: 'Diterima', value: formatDate(status.receivedAt, regency.about.timeZone) },
    { term: 'Janji jawaban akhir', value: promiseText(regency, status, now) },
    ...(status.receiver ? [{ term: 'Diteruskan kepada', value: status.receiver }] : []),
  ];
}
