/** "Ingatkan lewat WhatsApp": the filled link that is handed out after the entry was written. */
import { clockName } from '../../../shared/lifecycle/clock-names.ts';
import { whatsappText } from '../../../shared/templates.ts';
import { formatDate } from '../../../shared/text.ts';
import { type CaseFile, loadCase } from '../../cases/load.ts';
import { reminderTargets } from '../../cases/reminding.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { type AppContext, originOf } from '../http.ts';
import { viewOf } from './act.ts';
import { dueWords, officeName } from './words.ts';

/**
 * The link that opens WhatsApp with the number and the text. Only for an answer after the entry, and only while the
 * person still may.
 * @throws AppError not_found, forbidden when the case changed hands meanwhile
 */
export async function reminderLink(c: AppContext, code: string, target: string): Promise<string> {
  const { db, keys, regency, signedIn } = c.var;
  const { verbs } = await viewOf(c, code);
  const file = await loadCase(db, code);
  const targets = file ? await reminderTargets(db, keys, regency, file, signedIn) : [];
  const found = targets.find(({ id }) => id === target);
  if (!file || !found || !verbs.includes('remind')) throw new AppError('forbidden');
  const text = reminderText(regency, file, originOf(c), now());
  return `https://wa.me/${found.number}?text=${encodeURIComponent(text)}`;
}

/** Clocks that the holder has to keep; the others are windows of the office, or wait for the reporter. */
const notTheirs = ['return', 'reporter', 'completeness', 'promise', 'scheduled'];

/**
 * The same of several cases at once: their numbers, the first due, and the inbox.
 * @param now epoch ms
 */
export function remindersText(
  regency: Regency,
  files: readonly CaseFile[],
  origin: string,
  now: number,
): string {
  const [first, ...rest] = files.toSorted((a, b) => a.row.nextDueAt - b.row.nextDueAt);
  if (!first) throw new Error('No case to remind of');
  if (rest.length === 0) return reminderText(regency, first, origin, now);
  const named = [first, ...rest].slice(0, NAMED).map(({ row }) => row.code);
  const left = files.length - named.length;
  return whatsappText(templateOf(regency), {
    code: `${named.join(', ')}${left > 0 ? `, dan ${left} lainnya` : ''}`,
    office: holderOf(regency, first),
    clock: 'penanganan',
    due: dueText(regency, first.row.nextDueAt, now),
    link: `${origin}/desk`,
    regency: regency.about.fullName,
  });
}

/** Numbers in one message; a longer one is read by nobody. */
const NAMED = 20;

function templateOf(regency: Regency) {
  const template = regency.templates.get('wa-reminder');
  if (!template) throw new Error('No template wa-reminder');
  return template;
}

const holderOf = (regency: Regency, { row }: CaseFile): string =>
  officeName(regency, row.holder === '@admin' ? regency.about.adminOffice : row.holder);

const dueText = (regency: Regency, dueAt: number, now: number): string =>
  `${formatDate(dueAt, regency.about.timeZone)} (${dueWords(regency, dueAt, now)})`;

/** @param now epoch ms; the text names code, office, clock and due, and nothing else of the case */
export function reminderText(regency: Regency, file: CaseFile, origin: string, now: number): string {
  const [next] = file.running
    .filter(({ clock, pausedAt }) => pausedAt === null && !notTheirs.includes(clock))
    .toSorted((a, b) => a.dueAt - b.dueAt);
  const dueAt = next?.dueAt ?? file.row.nextDueAt;
  return whatsappText(templateOf(regency), {
    code: file.row.code,
    office: holderOf(regency, file),
    clock: next ? clockName(next.clock) : 'penanganan',
    due: dueText(regency, dueAt, now),
    link: `${origin}/desk/kasus/${file.row.code}`,
    regency: regency.about.fullName,
  });
}
