/** Of the pack: a page for each office that something is to be said of: its figures, and what it is asked. */
import { reasonText } from '../../../../../shared/evaluation/ask-words.ts';
import { type Frozen, type FrozenSpan, partsOf } from '../../../../../shared/evaluation/frozen.ts';
import { officesAsked } from '../../../../../shared/evaluation/offices-to-ask.ts';
import { NONE } from '../../../../../shared/figures/counts.ts';
import { definitionOf } from '../../../../../shared/figures/definitions.ts';
import { tellRows } from '../../../../../shared/figures/together.ts';
import { formatNumber } from '../../../../../shared/text.ts';
import type { Paper } from '../../../../platform/pdf/paper.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { nameOf } from './names.ts';

/** Offices in one file: at most as many pages. */
export const PER_FILE = 15;

const shown = [
  ...(['received', 'followed_up', 'settled', 'carried_out', 'follow_up_days'] as const),
  ...(['first_answer_on_time', 'settle_on_time', 'promise_kept', 'promise_open'] as const),
  ...(['returns', 'reopened', 'satisfaction'] as const),
].map(definitionOf);

/** Offices with a page, by their names. */
export function officesOf(regency: Regency, { now }: Pick<Frozen, 'now'>): string[] {
  return Object.keys(now.by.office)
    .filter((office) => office !== NONE)
    .sort((a, b) => nameOf(regency, 'office', a).localeCompare(nameOf(regency, 'office', b), 'id'));
}

export function writeOffices(paper: Paper, regency: Regency, frozen: Frozen, from: number): void {
  const asked = new Map(officesAsked(frozen).map((one) => [one.office, one.reasons]));
  for (const [n, office] of officesOf(regency, frozen)
    .slice(from, from + PER_FILE)
    .entries()) {
    if (n > 0) paper.page();
    paper.heading(nameOf(regency, 'office', office), 1);
    writeOffice(paper, regency, frozen, office);
    paper.heading('Ditanyakan dalam rapat');
    const reasons = asked.get(office) ?? [];
    if (reasons.length === 0) paper.text('Tidak ada yang menonjol menurut angka.');
    for (const reason of reasons) {
      const { why, question } = reasonText(reason);
      paper.text(why, { gap: 1 });
      paper.text(question, { bold: true });
    }
    paper.heading('Catatan');
    for (let line = 0; line < 6; line++) {
      paper.space(14);
      paper.rule();
    }
  }
}

function writeOffice(paper: Paper, regency: Regency, frozen: Frozen, office: string): void {
  const spans = [frozen.now, frozen.before].map((span) => toldOf(span, office, regency.switches.demo));
  paper.table(
    [
      { title: 'Ukuran', width: 5 },
      { title: 'Periode ini', width: 3, right: true },
      { title: 'Periode sebelumnya', width: 3, right: true },
    ],
    shown.map(({ name }, at) => [name, ...spans.map((told) => told[at] ?? '–')]),
  );
  const liaisons = frozen.liaisons[office];
  if (frozen.withoutLiaison.includes(office)) paper.text('Belum ada pejabat penghubung.');
  else if (liaisons && liaisons.inactive > 0)
    paper.text(
      `Pejabat penghubung yang tidak masuk 30 hari terakhir: ${formatNumber(liaisons.inactive)} dari ${formatNumber(liaisons.all)}.`,
    );
}

/** In the order of `shown`. Beside all other offices, as the workbook tells it too: their pages lie in one pack. */
function toldOf(span: FrozenSpan, office: string, invented: boolean): string[] {
  const parts = partsOf(span, 'office', (code) => code);
  const columns = tellRows(shown, [...parts.values()], [], invented);
  const at = [...parts.keys()].indexOf(office);
  return columns.map((told) => told[at]?.text ?? '–');
}
