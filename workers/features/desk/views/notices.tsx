/** The notices of a case, and whether they arrived. */
import { formatDateTime } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Tag, type Tone } from '../../../ui/components.tsx';
import type { CaseNotice } from '../notices.ts';

const states: Record<CaseNotice['status'], { label: string; tone: Tone }> = {
  sent: { label: 'terkirim', tone: 'green' },
  pending: { label: 'menunggu', tone: 'blue' },
  failed: { label: 'gagal', tone: 'red' },
  uncertain: { label: 'tidak pasti', tone: 'amber' },
  skipped: { label: 'tidak dikirim', tone: 'grey' },
};

/** A case of years has many; the latest tell whether people are reached. */
const MOST = 40;

export function Notices(props: { notices: CaseNotice[]; regency: Regency }) {
  const { notices, regency } = props;
  if (notices.length === 0) return <p>Belum ada pemberitahuan yang boleh Anda ketahui.</p>;
  return (
    <>
      <ul class="lines">
        {notices.slice(0, MOST).map((notice) => (
          <li>
            <Tag tone={states[notice.status].tone}>{states[notice.status].label}</Tag>{' '}
            <strong>{notice.name}</strong> kepada {notice.to}
            <p class="hint">{whenAndWhy(notice, regency.about.timeZone)}</p>
          </li>
        ))}
      </ul>
      {notices.length > MOST ? <p class="hint">Dan {notices.length - MOST} yang lebih lama.</p> : null}
    </>
  );
}

function whenAndWhy({ status, at, next, reason }: CaseNotice, zone: Regency['about']['timeZone']): string {
  const since = status === 'sent' ? formatDateTime(at, zone) : `dibuat ${formatDateTime(at, zone)}`;
  const again = next === null ? '' : `, dikirim paling cepat ${formatDateTime(next, zone)}`;
  const why = reason === null || status === 'sent' ? '' : `. ${reason}`;
  return `${since}${again}${why}.`;
}
