/** "Ingatkan lewat WhatsApp": whom the page offers, and the filled link that is handed out after the entry was written. */
import { whatsappText } from '../../../shared/templates.ts';
import { formatDate } from '../../../shared/text.ts';
import { type CaseFile, loadCase } from '../../cases/load.ts';
import { type ReminderTarget, reminderTargets } from '../../cases/reminding.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { type AppContext, originOf } from '../http.ts';
import { viewOf } from './act.ts';
import type { DeskCase } from './queries.ts';
import { clockName, dueWords, officeName } from './words.ts';

/** Somebody to remind, as a page shows them: without the number. */
export type Remindable = Omit<ReminderTarget, 'number'>;

/** @returns null when this person may not remind anybody of this case now */
export async function remindable(c: AppContext, view: DeskCase): Promise<Remindable[] | null> {
  if (!view.verbs.includes('remind')) return null;
  const file = await loadCase(c.var.db, view.code);
  if (!file) return null;
  return (await targetsOf(c, file)).map(({ id, name }) => ({ id, name }));
}

function targetsOf(c: AppContext, file: CaseFile): Promise<ReminderTarget[]> {
  return reminderTargets(c.var.db, c.var.keys, c.var.regency, file, c.var.signedIn);
}

/**
 * The link that opens WhatsApp with the number and the text. Only for an answer after the entry, and only while the
 * person still may.
 * @throws AppError not_found, forbidden when the case changed hands meanwhile
 */
export async function reminderLink(c: AppContext, code: string, target: string): Promise<string> {
  const { verbs } = await viewOf(c, code);
  const file = await loadCase(c.var.db, code);
  const found = file ? (await targetsOf(c, file)).find(({ id }) => id === target) : undefined;
  if (!file || !found || !verbs.includes('remind')) throw new AppError('forbidden');
  const text = reminderText(c.var.regency, file, originOf(c), now());
  return `https://wa.me/${found.number}?text=${encodeURIComponent(text)}`;
}

/** Clocks that the holder has to keep; the others are windows of the office, or wait for the reporter. */
const notTheirs = ['return', 'reporter', 'completeness'];

/** @param now epoch ms; the text names code, office, clock and due, and nothing else of the case */
export function reminderText(
  regency: Regency,
  { row, running }: CaseFile,
  origin: string,
  now: number,
): string {
  const template = regency.templates.get('wa-reminder');
  if (!template) throw new Error('No template wa-reminder');
  const [next] = running
    .filter(({ clock, pausedAt }) => pausedAt === null && !notTheirs.includes(clock))
    .toSorted((a, b) => a.dueAt - b.dueAt);
  const dueAt = next?.dueAt ?? row.nextDueAt;
  const due = `${formatDate(dueAt, regency.about.timeZone)} (${dueWords(regency, dueAt, now)})`;
  return whatsappText(template, {
    code: row.code,
    office: officeName(regency, row.holder === '@admin' ? regency.about.adminOffice : row.holder),
    clock: next ? clockName(next.clock) : 'penanganan',
    due,
    link: `${origin}/desk/kasus/${row.code}`,
    regency: regency.about.fullName,
  });
}
