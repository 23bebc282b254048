/** The one page for the chair, on paper: five figures, five offices to ask, what the last meeting decided. */
import { actionStateNames } from '../../../../../shared/action.ts';
import { reasonText } from '../../../../../shared/evaluation/ask-words.ts';
import { frozenCounts } from '../../../../../shared/evaluation/frozen.ts';
import { MOST_ASKED, officesAsked } from '../../../../../shared/evaluation/offices-to-ask.ts';
import { definitionOf, type FigureId } from '../../../../../shared/figures/definitions.ts';
import { tell } from '../../../../../shared/figures/told.ts';
import { formatDay } from '../../../../../shared/text.ts';
import type { Paper } from '../../../../platform/pdf/paper.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import type { ActionLine } from '../../actions/queries.ts';
import { nameOf } from './names.ts';
import type { PackOfMeeting } from './queries.ts';

const five: readonly FigureId[] = ['received', 'followed_up', 'promise_kept', 'promise_open', 'satisfaction'];

export function writeSheet(
  paper: Paper,
  regency: Regency,
  { row, frozen, last }: PackOfMeeting,
  plan: readonly ActionLine[],
): void {
  paper.heading(row.title, 1);
  paper.text(`${formatDay(row.startsAt)}. Angka menurut keadaan ${formatDay(frozen.day)}.`, { soft: true });
  paper.heading('Lima angka');
  paper.table(
    [
      { title: 'Ukuran', width: 5 },
      { title: 'Periode ini', width: 3, right: true },
      { title: 'Sebelumnya', width: 3, right: true },
      { title: 'Tahun lalu', width: 3, right: true },
    ],
    five.map((id) => {
      const definition = definitionOf(id);
      return [
        definition.name,
        ...[frozen.now, frozen.before, frozen.lastYear].map(({ whole }) => {
          const value = definition.value(frozenCounts(whole, definition.basis));
          return tell(definition, value, regency.switches.demo).text;
        }),
      ];
    }),
  );
  paper.heading('Lima OPD yang ditanya');
  const asked = officesAsked(frozen).slice(0, MOST_ASKED);
  if (asked.length === 0) paper.text('Menurut angka tidak ada OPD yang perlu ditanya secara khusus.');
  for (const { office, reasons } of asked) {
    const { why, question } = reasonText(reasons[0]);
    paper.text(`${nameOf(regency, 'office', office)}: ${why} ${question}`);
  }
  paper.heading('Keputusan rapat yang lalu');
  if (!last || last.decisions.length === 0) paper.text('Belum ada rapat sebelumnya yang dicatat di Kanal.');
  else
    paper.table(
      [
        { title: 'Keputusan', width: 6 },
        { title: 'Keadaan', width: 5 },
      ],
      last.decisions.map((decision) => [decision.decision, stateOf(decision.id, plan)]),
    );
}

function stateOf(decision: number, plan: readonly ActionLine[]): string {
  const own = plan.filter((line) => line.decision?.id === decision);
  if (own.length === 0) return 'Belum ada kegiatan';
  return own
    .map(({ row, progress, overdue }) => {
      const state = overdue ? 'Terlambat' : actionStateNames[row.state];
      return `${state}, ${progress} %, tenggat ${formatDay(row.dueOn)}`;
    })
    .join('\n');
}
