/** The pack of a meeting: one page for the chair, figures, offices, what is overdue, the action plan; and the data. */
import { frozenCounts } from '../../../../../shared/evaluation/frozen.ts';
import { parsePeriod, periodName } from '../../../../../shared/figures/periods.ts';
import { joined } from '../../../../platform/pdf/join.ts';
import { makePaper, type Paper } from '../../../../platform/pdf/paper.ts';
import { AppError } from '../../../../platform/problem.ts';
import { workbookOf } from '../../../sheets.ts';
import type { MadeFile, Maker, PackContext, Step } from '../steps.ts';
import { PER_FILE as CASES, casesSheet } from './cases.ts';
import { writeFigures } from './figures.ts';
import { PER_FILE as OFFICES, officesOf, writeOffices } from './offices.ts';
import { PER_FILE as OVERDUE, writeOverdue } from './overdue.ts';
import { writePlan } from './plan.ts';
import { type PackOfMeeting, readMeeting, readPlan, readRow } from './queries.ts';
import { writeSheet } from './sheet.ts';
import { figureSheets } from './workbook.ts';

export const meetingMaker: Maker = {
  home: (subject) => `/desk/evaluasi/rapat/${subject}`,
  called: async (db, subject) => (await readRow(db, subject)).title,
  async plan({ db, regency, subject }) {
    const { frozen } = await readMeeting(db, subject);
    const { received, merged, spam } = frozenCounts(frozen.now.whole, 'received');
    return [
      { name: 'lembar-pimpinan.pdf', title: 'Lembar pimpinan (satu halaman)', what: 'sheet' },
      { name: 'angka.pdf', title: 'Angka', what: 'figures' },
      ...shares('opd', 'Halaman OPD', 'offices', officesOf(regency, frozen).length, OFFICES, 'pdf'),
      ...shares('lewat-janji', 'Laporan lewat janji', 'overdue', frozen.overdue.cases.length, OVERDUE, 'pdf'),
      { name: 'rencana-aksi.pdf', title: 'Rencana aksi', what: 'plan' },
      { name: 'paket-rapat.pdf', title: 'Seluruh paket dalam satu berkas', what: 'whole' },
      { name: 'angka.xlsx', title: 'Angka (XLSX)', what: 'workbook' },
      ...shares('laporan', 'Daftar laporan (XLSX)', 'cases', received + merged + spam, CASES, 'xlsx'),
    ];
  },
  async make(context, step) {
    const { db, regency, askedAt } = context;
    const meeting = await readMeeting(db, context.subject);
    const { frozen } = meeting;
    const from = step.from ?? 0;
    const paper = (write: (paper: Paper) => void) => onPaper(context, meeting, step, write);
    switch (step.what) {
      case 'sheet': {
        const plan = await readPlan(db, regency, askedAt);
        return paper((to) => writeSheet(to, regency, meeting, plan));
      }
      case 'figures':
        return paper((to) => writeFigures(to, regency, frozen));
      case 'offices':
        return paper((to) => writeOffices(to, regency, frozen, from));
      case 'overdue':
        return paper((to) => writeOverdue(to, regency, frozen, from));
      case 'plan': {
        const plan = await readPlan(db, regency, askedAt);
        return paper((to) => writePlan(to, regency, plan));
      }
      case 'whole':
        return joined(pdfs(context), { title: titleOf(meeting), madeAt: askedAt });
      case 'workbook':
        return file(await workbookOf(figureSheets(regency, frozen)));
      case 'cases':
        return file(await workbookOf([await casesSheet(db, regency, frozen, from)]));
      default:
        throw new AppError('internal');
    }
  },
};

/** A long list in files of so many; an empty one has one file, which says so. */
function shares(
  name: string,
  title: string,
  what: string,
  all: number,
  each: number,
  ending: 'pdf' | 'xlsx',
): Step[] {
  const files = Math.max(1, Math.ceil(all / each));
  return Array.from({ length: files }, (_, n) => ({
    name: files === 1 ? `${name}.${ending}` : `${name}-${n + 1}.${ending}`,
    title: files === 1 ? title : `${title}, bagian ${n + 1} dari ${files}`,
    what,
    from: n * each,
  }));
}

const titleOf = ({ row }: PackOfMeeting): string => {
  const period = parsePeriod(row.period);
  const name = period ? periodName(period) : '';
  return row.title.includes(name) ? row.title : `${row.title}, ${name}`;
};

async function onPaper(
  { regency, askedAt }: PackContext,
  meeting: PackOfMeeting,
  step: Step,
  write: (paper: Paper) => void,
): Promise<MadeFile> {
  const title = titleOf(meeting);
  let pages = 0;
  const bytes = await makePaper(
    {
      title: `${step.title}: ${title}`,
      foot: `${regency.about.fullName} · ${title}`,
      sample: regency.switches.demo,
      madeAt: askedAt,
    },
    (paper) => {
      write(paper);
      pages = paper.pages;
    },
  );
  return { bytes, pages };
}

async function* pdfs({ earlier }: PackContext): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const { name, bytes } of earlier()) if (name.endsWith('.pdf')) yield bytes;
}

const file = async (blob: Blob): Promise<MadeFile> => ({
  bytes: new Uint8Array(await blob.arrayBuffer()),
  pages: 0,
});
