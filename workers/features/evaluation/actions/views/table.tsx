/** The plan as a table, to read, to print and to take along. */
import { formatRupiah } from '../../../../../shared/text.ts';
import { Table, Tag } from '../../../../ui/components.tsx';
import { PLAN } from '../filter.ts';
import { dueText, officeName, progressText, standingOf } from '../words.ts';
import { PlanFrame, type PlanProps } from './frame.tsx';

export function PlanTablePage(props: PlanProps) {
  const { regency, now, lines } = props;
  return (
    <PlanFrame {...props} here={`${PLAN}/tabel`}>
      <Table
        caption="Rencana aksi"
        hideCaption
        columns={['Kegiatan', 'Penanggung jawab', 'Anggaran', 'Batas waktu', 'Kemajuan', 'Keadaan']}
        rows={lines.map((line) => {
          const { row, decision, owner } = line;
          const { label, tone } = standingOf(line);
          return [
            <>
              <a href={`${PLAN}/${row.id}`}>{row.activity}</a>
              {row.target ? <small>{row.target}</small> : null}
              {decision ? <small>Keputusan: {decision.text}</small> : null}
            </>,
            <>
              {officeName(regency, row.office)}
              {owner ? <small>{owner}</small> : null}
            </>,
            row.budget === null ? '–' : formatRupiah(row.budget),
            dueText(line, regency, now),
            progressText(line),
            <Tag tone={tone}>{label}</Tag>,
          ];
        })}
      />
    </PlanFrame>
  );
}
