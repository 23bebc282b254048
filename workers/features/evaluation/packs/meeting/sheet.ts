/** The one page for the chair, on paper: five figures, five offices to ask, what the last meeting decided. */
import { actionStateNames } from '../../../../../shared/action.ts';
import { reasonText } from '../../../../../shared/evaluation/ask-words.ts';
import { chairPage } from '../../../../../shared/evaluation/chair-page.ts';
import { sideNames } from '../../../../../shared/figures/sides.ts';
import { formatDay } from '../../../../../shared/text.ts';
import type { Paper } from '../../../../platform/pdf/paper.ts';
import { anyOffice } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import type { ActionLine } from '../../actions/queries.ts';
import { nameOf } from './names.ts';
import type { PackOfMeeting } from './queries.ts';

/** So much fits on one page. */
const MOST = { reasons: 2, improved: 3, decided: 6, letters: 160 } as const;

export function writeSheet(
  paper: Paper,
  regency: Regency,
  { row, frozen, last }: PackOfMeeting,
  plan: readonly ActionLine[],
): void {
  const { lines, sides, asked, improved } = chairPage(frozen, regency.switches.demo);
  paper.heading(row.title, 1);
  paper.text(`${formatDay(row.startsAt)}. Angka menurut keadaan ${formatDay(frozen.day)}.`, { soft: true });
  paper.heading('Lima angka');
  paper.table(
    [
      { title: 'Ukuran', width: 5 },
      ...['Periode ini', 'Sebelumnya', 'Tahun lalu'].map((title) => ({ title, width: 3, right: true })),
    ],
    lines.map(({ definition, now, before, lastYear }) => [
      definition.name,
      ...[now, before, lastYear].map(({ text }) => text),
    ]),
  );
  const [incoming] = sides.rows;
  const ways = incoming?.told.map(({ text }, at) => `${sideNames[at]}: ${text}`).join(' · ');
  paper.text(`${sides.sentence} ${ways ?? ''}`);
  paper.heading('OPD yang ditanya');
  if (asked.length === 0) paper.text('Tidak ada OPD dengan lima laporan atau lebih yang perlu ditanyakan.');
  for (const { office, reasons } of asked) {
    const words = reasons.slice(0, MOST.reasons).map(reasonText);
    const why = words.map((one) => one.why).join(' ');
    paper.text(`${nameOf(regency, 'office', office)}. ${why} ${words[0]?.question ?? ''}`);
  }
  paper.heading(last ? `Keputusan rapat ${formatDay(last.row.startsAt)}` : 'Keputusan rapat yang lalu');
  if (!last) paper.text('Belum ada rapat evaluasi yang ditutup di Kanal.');
  else writeDecisions(paper, regency, last, plan);
  paper.heading('Yang membaik');
  if (improved.length === 0) paper.text('Belum ada yang jelas membaik dibanding periode sebelumnya.');
  for (const { definition, office, before, now } of improved.slice(0, MOST.improved)) {
    const of = office === null ? '' : `, ${nameOf(regency, 'office', office)}`;
    paper.text(`${definition.name}${of}: dari ${before.text} menjadi ${now.text}.`);
  }
}

function writeDecisions(
  paper: Paper,
  regency: Regency,
  { decisions }: NonNullable<PackOfMeeting['last']>,
  plan: readonly ActionLine[],
): void {
  paper.table(
    [
      { title: 'Keputusan', width: 6 },
      { title: 'Kegiatan', width: 5 },
    ],
    decisions.slice(0, MOST.decided).map(({ id, decision }) => [
      short(decision),
      stateOf(
        regency,
        plan.filter((line) => line.decision?.id === id),
      ) || 'Belum ada kegiatan',
    ]),
  );
  if (decisions.length > MOST.decided)
    paper.text(`Dan ${decisions.length - MOST.decided} keputusan lagi.`, { soft: true });
}

const short = (text: string) => (text.length > MOST.letters ? `${text.slice(0, MOST.letters)}…` : text);

const stateOf = (regency: Regency, lines: readonly ActionLine[]): string =>
  lines
    .slice(0, 2)
    .map(({ row, progress, overdue }) => {
      const state = overdue ? 'Lewat batas' : actionStateNames[row.state];
      const office = anyOffice(regency, row.office)?.short ?? row.office;
      return `${office}: ${state.toLowerCase()}, ${progress} %, tenggat ${formatDay(row.dueOn)}`;
    })
    .join('\n');
