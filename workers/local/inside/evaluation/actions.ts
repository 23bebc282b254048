/**
 * An action plan as an example: what the four decisions of the first meeting could become. Offices, dates and progress
 * are invented; what is measured stands in the invented campaign, where there is one.
 */
import type { ActionState, Measure } from '../../../../shared/action.ts';
import { openPrograms } from '../../../features/campaigns/queries.ts';
import type { Doer } from '../../../features/doer.ts';
import { actionRow } from '../../../features/evaluation/actions/change.ts';
import { decisionsToChoose } from '../../../features/evaluation/actions/queries.ts';
import { reportAction } from '../../../features/evaluation/actions/report.ts';
import { addAction } from '../../../features/evaluation/actions/save.ts';
import { DAY } from '../../../platform/clock.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { demoKey } from '../campaign/stage.ts';
import { DECISIONS } from './meeting.ts';

interface Example {
  activity: string;
  /** Who carries it out, where the regency has such an office; the office that runs the channel otherwise. */
  office?: (regency: Regency) => string | null | undefined;
  /** What it carries out; without, it was under way before the meeting. */
  decision?: (typeof DECISIONS)[number];
  target: string;
  /** Days from today. */
  due: number;
  measure?: Measure;
  goal?: number;
  told?: { state: ActionState; progress: number; note: string };
}

/** Ago, in days: when it was written, and when it was last reported on. */
const [WRITTEN, REPORTED] = [60, 5];

const districtOffice: Example['office'] = ({ offices }) =>
  [...offices.values()].find(({ kind }) => kind === 'kecamatan')?.code;

const examples: readonly Example[] = [
  {
    activity: 'Sosialisasi SP4N-LAPOR! di media sosial dan media mitra',
    office: () => 'SETDA',
    decision: DECISIONS[0],
    target: 'Warga di setiap kecamatan tahu ke mana melapor.',
    due: 45,
    told: { state: 'running', progress: 60, note: 'Unggahan dan siaran radio berjalan tiap pekan. Contoh.' },
  },
  {
    activity: 'Jelaskan SP4N-LAPOR! dalam pertemuan dengan kepala desa dan lurah',
    office: districtOffice,
    decision: DECISIONS[0],
    target: 'Setiap kepala desa dan lurah tahu ke mana warganya melapor.',
    due: -20,
    told: { state: 'done', progress: 100, note: 'Dijelaskan dalam rapat koordinasi kecamatan. Contoh.' },
  },
  {
    activity: 'Pasang baliho atau spanduk di setiap OPD, kecamatan, dan desa',
    decision: DECISIONS[1],
    target: 'Setiap tempat mempunyai foto pemasangan.',
    due: 60,
    measure: 'coverage',
    told: { state: 'running', progress: 0, note: 'Pemasangan dimulai dari kantor kecamatan. Contoh.' },
  },
  {
    activity: 'Bagikan brosur cara melapor lewat kantor desa',
    office: ({ categories }) => categories.get('desa')?.office,
    decision: DECISIONS[2],
    target: '2.000 lembar sampai ke warga.',
    due: -4,
    measure: 'brochures',
    goal: 2_000,
    told: { state: 'blocked', progress: 0, note: 'Menunggu cetakan kedua. Contoh.' },
  },
  {
    activity: 'Sosialisasi kepada semua kepala OPD',
    decision: DECISIONS[3],
    target: 'Satu pengarahan yang dihadiri kepala OPD.',
    due: 10,
    measure: 'events',
    goal: 1,
  },
  {
    activity: 'Bimtek pejabat penghubung',
    office: () => 'BKPSDM',
    target: 'Setiap OPD mempunyai pejabat penghubung yang sudah bimtek.',
    due: 20,
    measure: 'trainings',
    goal: 1,
    told: { state: 'done', progress: 100, note: 'Bimtek dilaksanakan di Aula Sekretariat Daerah. Contoh.' },
  },
];

/** Nothing without the first meeting; nothing the second time. @param to by whom, at the time of the load */
export async function loadPlan(to: Doer): Promise<void> {
  const { db, regency, now } = to;
  const [decisions, [program]] = await Promise.all([decisionsToChoose(db), openPrograms(db)]);
  if (decisions.length === 0) return;
  const ago = (days: number): Doer => ({ ...to, now: now - days * DAY });
  for (const [n, example] of examples.entries()) {
    const { activity, target, office, due, decision, told } = example;
    const input = {
      ...{ activity, target, office: carriedBy(regency, office), owner: null, budget: null },
      dueOn: regency.calendar.localDate(now + due * DAY),
      decision: decisions.find((one) => one.decision === decision)?.id ?? null,
      program: program && example.measure ? program.id : null,
      measure: (program && example.measure) ?? null,
      goal: example.goal ?? null,
    };
    const id = await addAction(ago(WRITTEN), input, demoKey(6000 + n));
    const { version } = await actionRow(db, id);
    if (told && version === 1) await reportAction(ago(REPORTED), id, told, version, true);
  }
}

function carriedBy(regency: Regency, office: Example['office']): string {
  const code = office?.(regency);
  return code && regency.offices.has(code) ? code : regency.about.adminOffice;
}
