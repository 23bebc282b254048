/** From the final answer on: confirmed, contested, settled by time, rated, put off. */
import type { Path } from './path.ts';
import { contests, finals, thanks } from './replies.ts';
import type { Subject } from './story.ts';

/** Share of the others that the reporter confirms; the rest settles by time. */
const CONFIRMS = 0.28;

/** @param again the answer before it was contested */
export function answered(path: Path, subject: Subject, again = false): void {
  const { random, world } = path;
  const by = `liaison:${subject.office}` as const;
  const outcome = path.outcome(world.categories.get(subject.category)?.physical === true);
  path.add(by, 'answer', {
    outcome,
    text: random.pick(finals[outcome]),
    ...(outcome === 'dijadwalkan' ? { date: path.dateIn(15, 90), budget: 'APBD tahun berjalan' } : {}),
  });
  const began = path.at;
  const isContested = !again && random.chance(world.habits.of(subject.office).contested);
  const end = isContested ? 'contest' : random.chance(CONFIRMS) ? 'confirm' : 'settle';
  if (end === 'confirm') {
    path.someDay(0.1, 9).add('reporter', 'confirm');
    if (random.chance(0.6)) rated(path, began);
  } else if (end === 'contest') contested(path, subject);
  else {
    if (outcome === 'dijadwalkan' && random.chance(0.15))
      path.beside(3, by, 'reschedule', {
        date: path.dateIn(60, 120),
        reason: 'Menunggu pengadaan bahan selesai.',
      });
    path.whenDue(world.daysOf('reporter')).add('system', 'settle');
    if (random.chance(0.1)) rated(path.someDay(0.2, 5), began);
  }
}

/** Somebody else than who answered decides: the administrator disposes it anew. */
function contested(path: Path, subject: Subject): void {
  const { random } = path;
  path.someDay(0.2, 8).add('reporter', 'contest', { reason: random.pick(contests) });
  path.later(0.2, 3).add('admin', 'dispose', { office: subject.office });
  path.later(2, 12);
  answered(path, subject, true);
}

/** The later the answer, the lower. @param began epoch ms of the answer */
function rated(path: Path, began: number): void {
  const { random, world } = path;
  const first = path.steps[0]?.at ?? began;
  const days = world.calendar.workingDaysBetween(first, began);
  const score = Math.max(1, Math.min(4, Math.round(3.6 - days / 14 + random.between(-0.8, 0.6))));
  path.at += random.whole(20_000, 300_000);
  path.add('reporter', 'rate', { score, ...(random.chance(0.2) ? { text: random.pick(thanks) } : {}) });
}
