/** What becomes of an invented case, one function for each turn that a life can take (domain.md section 4). */
import { answered } from './answered.ts';
import { type Habit, LIE } from './habits.ts';
import type { Path } from './path.ts';
import {
  completions,
  firstReplies,
  laterReplies,
  outsideResults,
  outsideWords,
  questions,
  returnReasons,
  withdrawals,
} from './replies.ts';

/** What a turn has to know of the case. */
export interface Subject {
  category: string;
  /** Office that answers for it. */
  office: string;
  anonymous: boolean;
  /** Title and text as an office may read them. */
  plain: { title: string; text: string };
}

/** Share of cases that are sent to a wrong office first, and how many of them to the one that is mistaken for others. */
const [WRONG, MISTAKEN] = [0.1, 0.8];

const mistakenFor = ({ random, world }: Path): string =>
  (random.chance(MISTAKEN) && world.habits.mistaken) || random.pick(world.desks);

/** Found by the router, or disposed by a person; then worked. */
export function ordinary(path: Path, subject: Subject): void {
  const { random } = path;
  const first = random.chance(WRONG) ? mistakenFor(path) : subject.office;
  if (!subject.anonymous && random.chance(0.62)) {
    path.soon().add('system', 'route', { office: first });
    work(path, subject, first);
    return;
  }
  path.soon().add('system', 'suggest', { office: first });
  if (random.chance(0.03) && forgotten(path, LIE)) return;
  path.later(0.1, random.chance(0.15) ? 6 : 2.5);
  if (random.chance(0.6)) path.add('admin', 'verify', { category: subject.category }).later(0.02, 0.4);
  if (random.chance(0.06) && !asked(path, 'admin')) return;
  disposed(path, subject, first);
}

/** An anonim case is released before any office may read it. */
export function disposed(path: Path, subject: Subject, office: string): void {
  if (subject.anonymous) path.add('admin', 'release', subject.plain).later(0.01, 0.1);
  path.add('admin', 'dispose', { office, urgent: path.random.chance(0.04) });
  work(path, subject, office);
}

/** Nobody looks at it. @returns whether it stays so */
function forgotten(path: Path, { forever, days: [low, high] }: Habit['lie']): boolean {
  if (path.random.chance(forever)) return true;
  path.later(low, high);
  return false;
}

/** The office has it. */
export function work(path: Path, subject: Subject, office: string): void {
  const { random, world } = path;
  const { pace, silent, lie } = world.habits.of(office);
  if (random.chance(0.015)) {
    path.someDay(0.2, 4).add('reporter', 'withdraw', { reason: random.pick(withdrawals) });
    return;
  }
  if (office !== subject.office || random.chance(0.01)) {
    returned(path, subject, office);
    return;
  }
  if (random.chance(silent) && forgotten(path, lie)) return;
  if (random.chance(0.07) && !asked(path.later(0.3, 2), `liaison:${office}`)) return;
  if (random.chance(0.68)) followedUp(path, office, pace);
  path.later(1.5 * pace, 11 * pace);
  answered(path, { ...subject, office });
}

function followedUp(path: Path, office: string, pace: number): void {
  const { random } = path;
  const [text, nextStep] = random.pick(firstReplies);
  path
    .later(0.3 * pace, 5 * pace)
    .add(`liaison:${office}`, 'follow_up', { text, nextStep, date: path.dateIn(3, 9) });
  if (!random.chance(0.15)) return;
  const [more, then] = random.pick(laterReplies);
  path
    .later(3, 9)
    .add(`liaison:${office}`, 'follow_up', { text: more, nextStep: then, date: path.dateIn(3, 8) });
}

/** Not theirs: back to the administrator, who decides. */
function returned(path: Path, subject: Subject, office: string): void {
  const { random } = path;
  const suggestion = subject.office === office ? random.pick(path.world.desks) : subject.office;
  const reason = random.pick(returnReasons);
  path.later(0.3, 2.5).add(`liaison:${office}`, 'return', { reason, suggestion });
  const back = random.chance(0.1) ? office : subject.office;
  path.later(0.2, 3).add('admin', 'decide_return', { office: back });
  // Refused, it is worked by the office that has it.
  work(path, { ...subject, office: back }, back);
}

/** @returns whether the reporter completed it in time */
function asked(path: Path, by: 'admin' | `liaison:${string}`): boolean {
  const { random, world } = path;
  path.add(by, 'ask', { question: random.pick(questions) });
  if (random.chance(0.68)) {
    path.someDay(0.1, 8).add('reporter', 'complete', { text: random.pick(completions) });
    path.later(0.05, 0.5);
    return true;
  }
  path.whenDue(world.daysOf('completeness')).add('system', 'expire');
  return false;
}

/** The regency's own answer is where it was sent; the outside one is asked for every ten working days. */
export function outside(path: Path, institution: string): void {
  const { random, world } = path;
  path.soon().add('system', 'suggest', { office: institution });
  path.later(0.1, 3).add('admin', 'forward', { office: institution, text: random.pick(outsideWords) });
  for (let round = 0; round < 4; round++) {
    if (random.chance(0.45)) {
      const result = random.weighted([
        ['dijawab_instansi_lain', 3],
        ['pelapor_diarahkan', 2],
      ]);
      path.later(1, world.daysOf('forwarded') - 1);
      path.add('admin', 'close_forwarded', { result, text: random.pick(outsideResults) });
      return;
    }
    path.whenDue(world.daysOf('forwarded')).add('system', 'inquire');
    if (!random.chance(0.5)) continue;
    path.later(0.2, 3);
    const date = world.calendar.localDate(path.at);
    path.add('admin', 'chase', {
      way: random.pick(['telepon', 'surat', 'whatsapp']),
      date,
      text: 'Dijanjikan jawaban tertulis.',
    });
  }
}

export function archived(path: Path, category: 'spam' | 'terlalu_umum', subject: Subject): void {
  const { random } = path;
  path.soon().add('system', 'suggest', { office: null });
  const reason =
    category === 'spam' ? 'Iklan atau percobaan, bukan laporan.' : 'Mohon sebutkan tempat dan kejadiannya.';
  path.later(0.1, 2.5).add('admin', 'archive', { category, reason });
  if (category === 'spam' || !random.chance(0.2)) return;
  path.later(1, 6).add('admin', 'reopen', { reason: 'Pelapor menyebutkan tempatnya lewat telepon.' });
  disposed(path.later(0.1, 1), subject, subject.office);
}

/** Held for the verifier; to Inspektorat, or freed and then a case like any other. */
export function accusing(path: Path, subject: Subject, accused: string[]): void {
  const { random, world } = path;
  path.soon().add('system', 'hold', { accused });
  if (random.chance(0.05)) return;
  path.later(0.3, 4);
  if (random.chance(0.35)) {
    path.add('verifier', 'free', { reason: 'Tidak ada tuduhan di dalamnya, hanya keluhan layanan.' });
    path.soon().add('system', 'suggest', { office: subject.office });
    disposed(path.later(0.1, 1), subject, subject.office);
    return;
  }
  path.add('verifier', 'pass_to_inspectorate', { accused });
  if (random.chance(0.12)) return;
  const [text, nextStep] = [
    'Laporan ini kami periksa. Identitas pelapor tidak kami sampaikan.',
    'Meminta keterangan',
  ];
  path.later(1, 6).add('inspector', 'follow_up', { text, nextStep, date: path.dateIn(8, 20) });
  path.later(15, 70);
  const outcome = random.pick(['dikerjakan', 'dijelaskan'] as const);
  path.add('inspector', 'answer', {
    outcome,
    text: 'Pemeriksaan selesai pada bulan ini dan hasilnya sudah disampaikan kepada pimpinan.',
  });
  path.whenDue(world.daysOf('reporter')).add('system', 'settle');
}
