/** What was improved because of complaints. */
import { formatDay } from '../../../../shared/text.ts';
import { anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Timeline } from '../../../ui/components.tsx';
import type { ImprovementRow } from '../../evaluation/releases/queries.ts';

export function Improvements({ rows, regency }: { rows: ImprovementRow[]; regency: Regency }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2>Diperbaiki karena laporan warga</h2>
      <Timeline
        items={rows.map(({ improvement, complaint, office, doneOn }) => ({
          title: improvement,
          time: formatDay(doneOn),
          datetime: doneOn,
          by: anyOffice(regency, office)?.name,
          tone: 'good' as const,
          children: <p>Dikeluhkan: {complaint}</p>,
        }))}
      />
    </>
  );
}
