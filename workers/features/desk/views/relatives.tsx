/** What a case was merged with, and the reports that follow it. */
import { formatDate, formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice } from '../../../ui/components.tsx';
import type { DeskCase } from '../queries.ts';

export function Relatives(props: { view: DeskCase; regency: Regency }) {
  const { merged, reports } = props.view;
  return (
    <>
      {merged ? (
        <Notice tone="info">
          <p>
            Digabung dengan{' '}
            {merged.parent ? (
              <>
                <a href={`/desk/kasus/${merged.parent.code}`}>{merged.parent.code}</a>
                {merged.parent.title ? `, ${merged.parent.title}` : ''}
              </>
            ) : (
              'laporan lain'
            )}
            . Pelapornya mengikuti laporan itu; batas waktu laporan ini berhenti, janji kepada pelapornya
            tetap.
          </p>
        </Notice>
      ) : null}
      {reports.count > 0 ? (
        <section aria-labelledby="gabungan">
          <h2 id="gabungan">Laporan yang digabung ke sini: {formatNumber(reports.count)}</h2>
          <p>
            Satu laporan induk, {formatNumber(reports.count + 1)} pelapor. Jawaban Anda dibaca semuanya:
            jangan menyebut siapa pelapornya.
          </p>
          <ul>
            {reports.known.map(({ code, title, receivedAt }) => (
              <li>
                <a href={`/desk/kasus/${code}`}>{code}</a>
                {title ? `, ${title}` : ''}, diterima {formatDate(receivedAt, props.regency.about.timeZone)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
