/** Address and words of a notice, read at the moment it is sent. */
import { and, eq } from 'drizzle-orm';
import { isSecret } from '../../shared/permissions/accusations.ts';
import { fill } from '../../shared/templates.ts';
import { formatDate } from '../../shared/text.ts';
import { openContact } from '../cases/contact.ts';
import { cases, contacts, entries } from '../cases/table.ts';
import { AppError } from '../platform/problem.ts';
import { open } from '../privacy/seal.ts';
import { anyOffice } from '../regency/named.ts';
import { staff } from '../regency/table.ts';
import type { Delivery, Post } from './deliveries.ts';
import { actionIdOf } from './evaluation/actions/queries.ts';
import { meetingIdOf } from './evaluation/meetings/queries.ts';
import { type ListValues, listLetter } from './reminders/list-letter.ts';
import { linkLetter } from './staff/queries.ts';
import { watchLetter } from './staff/watch.ts';
import { pinLink } from './tracking/pin-link.ts';

/** @returns the e-mail address, or null when there is none (any more) */
export async function addressOf(post: Post, delivery: Delivery): Promise<string | null> {
  if (delivery.recipient === 'reporter') {
    if (delivery.caseId === null) return null;
    const [row] = await post.db.select().from(contacts).where(eq(contacts.caseId, delivery.caseId));
    return row ? (await openContact(post.keys, row)).email : null;
  }
  const id = Number(delivery.recipient.split(':')[1]);
  const [person] = await post.db
    .select({ email: staff.email, active: staff.active })
    .from(staff)
    .where(eq(staff.id, id));
  return person?.active ? person.email : null;
}

/** Subject and text from the regency's template; null when nothing is left to tell of what a list was made for. */
export async function render(
  post: Post,
  delivery: Delivery,
): Promise<{ subject: string; text: string } | null> {
  const template = post.regency.templates.get(delivery.template);
  if (!template) throw new Error(`No template ${delivery.template}`);
  const list = await listValues(post, delivery);
  if (list === null) return null;
  const values: Record<string, string> = {
    regency: post.regency.about.fullName,
    ...(await caseValues(post, delivery)),
    // What was fixed when it was written: which clock, and what was due then.
    ...(JSON.parse(delivery.values) as Record<string, string>),
    ...list,
    ...evaluationValues(post, delivery),
    ...(delivery.template.startsWith('staff-erasure-')
      ? { link: `${post.env.ORIGIN}/desk/data-pribadi/permintaan` }
      : {}),
    ...(await accountValues(post, delivery)),
    ...(delivery.template === 'staff-secret-access' ? await watchValues(post, delivery) : {}),
  };
  return { subject: fill(template.subject, values), text: fill(template.body, values) };
}

/** A link that lets somebody of the staff set a password; the token stands in no row. */
async function accountValues(post: Post, delivery: Delivery): Promise<Record<string, string>> {
  if (!/^staff-(invitation|password-reset)$/.test(delivery.template)) return {};
  const id = Number(delivery.recipient.split(':')[1]);
  const letter = await linkLetter(post.db, post.keys, post.regency, post.env.ORIGIN, id);
  if (!letter) throw new AppError('not_found');
  return letter;
}

/** Of an item of the action plan, "action:<id>:…", or of a meeting, "meeting:<id>:…". */
function evaluationValues(post: Post, { id }: Delivery): Record<string, string> {
  const [action, meeting] = [actionIdOf(id), meetingIdOf(id)];
  const room = `${post.env.ORIGIN}/desk/evaluasi`;
  if (action !== null) return { link: `${room}/rencana-aksi/${action}` };
  return meeting === null ? {} : { link: `${room}/rapat/${meeting}` };
}

function watchValues(post: Post, delivery: Delivery): Promise<Record<string, string>> {
  const { account } = JSON.parse(delivery.values) as { account: string };
  return watchLetter(post.db, post.env.ORIGIN, Number(account));
}

async function listValues(post: Post, delivery: Delivery): Promise<Record<string, string> | null> {
  if (!/^staff-(digest|weekly)$/.test(delivery.template)) return {};
  const id = Number(delivery.recipient.split(':')[1]);
  const values = JSON.parse(delivery.values) as ListValues;
  const letter = await listLetter(post.db, post.regency, delivery.template, id, values, post.now);
  return letter && { ...letter, link: `${post.env.ORIGIN}/desk` };
}

async function caseValues(post: Post, delivery: Delivery): Promise<Record<string, string>> {
  if (delivery.caseId === null) return {};
  // "<case>:<seq>:…" of a verb, "<case>:<seq>~<clock>~<stage>:…" of a clock that started there.
  const seq = Number.parseInt(delivery.id.split(':')[1] ?? '', 10);
  const [[row], [entry]] = await post.db.batch([
    post.db.select().from(cases).where(eq(cases.id, delivery.caseId)),
    post.db
      .select()
      .from(entries)
      .where(and(eq(entries.caseId, delivery.caseId), eq(entries.seq, seq))),
  ]);
  if (!row) return {};
  const toReporter = delivery.recipient === 'reporter';
  const origin = post.env.ORIGIN;
  const due = delivery.template === 'receipt' ? row.dueAt : row.nextDueAt;
  const words =
    entry?.visibility === 'reporter' && toReporter
      ? await wordsOf(post, delivery.caseId, seq, entry.words)
      : {};
  // Of a secret case no mail says who has it.
  const code = isSecret(row) ? '' : (row.outside ?? row.office ?? post.regency.about.adminOffice);
  return {
    code: row.code,
    due: formatDate(due, post.regency.about.timeZone),
    office: anyOffice(post.regency, code)?.name ?? post.regency.about.fullName,
    question: words.question ?? '',
    answer: words.text ?? '',
    reason: words.reason ?? '',
    link: await linkOf(post, delivery.template, toReporter, origin, row),
  };
}

async function wordsOf(
  post: Post,
  caseId: number,
  seq: number,
  sealed: string | null,
): Promise<Record<string, string>> {
  const words = await open(post.keys, { table: 'entries', column: 'words', row: `${caseId}:${seq}` }, sealed);
  return words === null ? {} : (JSON.parse(words) as Record<string, string>);
}

async function linkOf(
  post: Post,
  template: string,
  toReporter: boolean,
  origin: string,
  row: typeof cases.$inferSelect,
): Promise<string> {
  if (template === 'pin-reset') return pinLink(post.keys, origin, row.code, row.pinVersion, post.now);
  return toReporter ? `${origin}/lacak?kode=${row.code}` : `${origin}/desk/kasus/${row.code}`;
}
