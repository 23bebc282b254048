/**
 * All that is kept about a reporter, and nothing about anybody else (UU 27/2022 art. 7; the form is described in
 * docs/privacy.md). What the reporter may read comes from the same view as their page; of the desk's part only what is
 * theirs: who saw their data, by office and kind, never a name of the staff or a word that they wrote for each other.
 */

import { eq } from 'drizzle-orm';
import { isSecret } from '../../../shared/permissions/accusations.ts';
import { fill } from '../../../shared/templates.ts';
import { isoOffset } from '../../../shared/text.ts';
import { openContact } from '../../cases/contact.ts';
import type { CaseFile } from '../../cases/load.ts';
import { readNotices } from '../../cases/notice-log.ts';
import { openLink } from '../../cases/sp4n.ts';
import { contacts } from '../../cases/table.ts';
import { type Entry, openTitle, readTimeline } from '../../cases/timeline.ts';
import type { Db } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { erasuresOf, requestsOf } from '../../privacy/erasures.ts';
import type { Keys } from '../../privacy/keys.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { postLinksOf } from '../posts/queries.ts';
import { readAccess } from './access.ts';
import { type ReporterView, reporterView } from './queries.ts';

export type Exported = Awaited<ReturnType<typeof exportOf>>;

/** @param now epoch ms. Times in it are ISO 8601 with the regency's offset. */
export async function exportOf(db: Db, keys: Keys, regency: Regency, file: CaseFile, now: number) {
  const { row } = file;
  const zone = regency.about.timeZone;
  const at = (ms: number) => isoOffset(ms, zone);
  const maybe = (ms: number | null) => (ms === null ? null : at(ms));
  const [view, timeline, [contact], title, sp4nLink, posts, access, notices, requests, erasures] =
    await Promise.all([
      reporterView(db, keys, regency, row.code),
      readTimeline(db, keys, row.id, 'desk'),
      db.select().from(contacts).where(eq(contacts.caseId, row.id)),
      openTitle(keys, row),
      openLink(keys, row),
      postLinksOf(db, keys, row.id),
      readAccess(db, keys, regency, row),
      readNotices(db, row.id),
      requestsOf(db, keys, row.id),
      erasuresOf(db, row.id),
    ]);
  if (!view) throw new AppError('not_found');
  // It promises all that is kept: one with holes is not given.
  if (timeline.entries.some(({ unreadable }) => unreadable !== null))
    throw new AppError('unavailable', { detail: 'unreadable', retryAfter: 300 });
  const first = timeline.entries.find(({ verb }) => verb === 'submit');
  const released = timeline.entries.findLast(({ verb }) => verb === 'release')?.words;
  return {
    form: 'kanal-export-1',
    madeAt: at(now),
    controller: regency.about.fullName,
    report: {
      code: row.code,
      title,
      kind: row.kind,
      status: view.statusLabel,
      category: row.category && (regency.categories.get(row.category)?.name ?? row.category),
      area: row.area && (regency.areas.get(row.area)?.name ?? row.area),
      channel: row.channel,
      /** Code of the banner or QR it came from. */
      placement: row.placement,
      anonymous: row.anonymous,
      confidential: row.confidential,
      aboutOfficial: row.aboutOfficial,
      urgent: row.urgent,
      danger: row.danger,
      sentWithoutProof: row.unproven,
      receivedAt: at(row.receivedAt),
      promisedBy: maybe(view.due),
      answeredAt: maybe(row.answeredAt),
      closedAt: maybe(row.closedAt),
      erasedAt: maybe(row.erasedAt),
      outcome: row.outcome,
      rating: row.rating,
      sp4nNumber: row.sp4n,
      sp4nLink,
      importedAt: maybe(row.importedAt),
      follows: view.followed?.code ?? null,
      pinRenewed: row.pinVersion - 1,
    },
    contact: contact ? await openContact(keys, contact) : null,
    posts,
    written: timeline.entries
      .filter((entry) => isOwn(entry))
      .map(({ seq, verb, at: when, words, facts }) => ({
        seq,
        verb,
        at: at(when),
        words,
        ...(verb === 'submit' ? { given: givenFacts(facts) } : {}),
      })),
    /** Of an anonim report: what its office reads instead of the text. */
    released: row.anonymous && released?.text ? { title: released.title ?? '', text: released.text } : null,
    way: view.entries.map((entry) => ({ ...entry, at: at(entry.at) })),
    wayOfFollowed: (view.followed?.entries ?? []).map((entry) => ({ ...entry, at: at(entry.at) })),
    files: view.attachments.map(({ id, seq, kind, bytes }, index) => ({
      name: fileName(index, kind),
      id,
      seq,
      kind,
      bytes,
    })),
    typedBy: typist(first),
    shownTo: access.map((line) => ({ ...line, at: at(line.at) })),
    notices: notices
      .filter(({ recipient }) => recipient === 'reporter')
      .map((notice) => ({
        template: notice.template,
        subject: subjectOf(
          regency,
          view,
          isSecret(row) ? null : (row.outside ?? row.office),
          notice.template,
        ),
        status: notice.status,
        createdAt: at(notice.createdAt),
        sentAt: maybe(notice.sentAt),
      })),
    erasureRequests: requests.map((asked) => ({
      askedAt: at(asked.askedAt),
      reason: asked.reason,
      dueAt: at(asked.dueAt),
      decision: asked.decision,
      answer: asked.answer,
      decidedAt: maybe(asked.decidedAt),
      doneAt: maybe(asked.doneAt),
    })),
    erasures: erasures.map(({ scope, why, at: when }) => ({ scope, why, at: at(when) })),
  };
}

/** Name of a file in the archive; what the sender called it was never kept. */
export const fileName = (index: number, kind: string): string =>
  `lampiran/${index + 1}.${kind === 'jpeg' ? 'jpg' : kind}`;

/** What the reporter wrote, or said to whoever typed it. */
const isOwn = (entry: Entry) => entry.verb === 'submit' || entry.actor === 'reporter';

function givenFacts(facts: Entry['facts']) {
  const { occurredOn, letterNumber, letterDate, intakeOffice, office, number } = facts;
  return { occurredOn, letterNumber, letterDate, intakeOffice, wishedOffice: office, sp4nNumber: number };
}

/** Who sent it in: the reporter, a program, or an officer for them. */
function typist(first: Entry | undefined): 'reporter' | 'program' | 'officer' | null {
  if (!first) return null;
  if (first.actor.startsWith('staff:')) return 'officer';
  return first.actor.startsWith('key:') || first.actor.startsWith('job:') ? 'program' : 'reporter';
}

function subjectOf(regency: Regency, view: ReporterView, office: string | null, template: string): string {
  const { fullName } = regency.about;
  const values = {
    code: view.code,
    regency: fullName,
    office: (office && regency.offices.get(office)?.name) ?? fullName,
    parent: view.followed?.code,
  };
  return fill(regency.templates.get(template)?.subject ?? template, values);
}
