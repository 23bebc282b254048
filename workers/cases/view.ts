/**
 * What one person at the desk may see of one case. Everything that pages, API and attachments show of a case passes
 * through here, so what is refused is refused everywhere alike (domain.md section 1, "Who never sees what").
 */
import { eq } from 'drizzle-orm';
import { blackOut, identifying } from '../../shared/blackout.ts';
import { rightOf, type Standing, standing } from '../../shared/permissions/index.ts';
import type { Staff } from '../../shared/permissions/people.ts';
import { now } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import type { Keys } from '../privacy/keys.ts';
import { maskEmail, maskName, maskPhone } from '../privacy/mask.ts';
import { isUnreadable } from '../privacy/unreadable.ts';
import type { Regency } from '../regency/snapshot.ts';
import { type ApprovalView, approvalMode, approvalSetting, approvalView } from './approval.ts';
import type { Words } from './change.ts';
import { type Colleague, colleaguesOf } from './colleagues.ts';
import { type Contact, openContactShown } from './contact.ts';
import { type CaseFile, type CaseRow, factsOf, loadCase } from './load.ts';
import { type Family, type Relative, readFamily } from './merging.ts';
import { actorNames } from './names.ts';
import { noticesFor, readNotices, type SentNotice } from './notice-log.ts';
import { canNow, verbsFor } from './possible.ts';
import { type Remindable, reminderTargets } from './reminding.ts';
import { openLink } from './sp4n.ts';
import { contacts } from './table.ts';
import { type Attachment, type Entry, hasTitle, openTitle, readTimeline } from './timeline.ts';
import type { DeskVerb } from './verbs/index.ts';

export type Stands = Exclude<Standing, null>;

/** An entry as this person may read it; `withheld` = there are words that they may not read. */
export interface ShownEntry extends Entry {
  withheld: boolean;
}

export interface CaseView {
  standing: Stands;
  file: CaseFile;
  /** Null = an anonim case that nobody has released yet. */
  title: string | null;
  /** What the reporter wrote, or for offices of an anonim case the released text; null = not released. */
  words: Words | null;
  /** No key opens them: what stands in their place. */
  unreadable: { title: boolean; words: string | null };
  entries: ShownEntry[];
  attachments: Attachment[];
  /** Of an anonim case, for who releases it; null for everybody else. */
  suggestion: Suggestion | null;
  /** Masked; `anonymous` = hidden from everybody, `withheld` = not for this person, `none` = none was given. */
  contact: Required<Contact> | 'anonymous' | 'withheld' | 'none';
  /** Notices about what they may read, and what became of them; in no order. */
  notices: SentNotice[];
  /** Address in SP4N-LAPOR!; null also for those who only read along. */
  sp4nLink: string | null;
  /** Names of the staff in the entries, by id: who acted, who was reminded, who was mentioned. */
  names: Map<number, string>;
  /** What this person may do now. */
  verbs: DeskVerb[];
  /** Where an answer of theirs needs approval, or one waits; null = it plays no part. */
  approval: ApprovalView | null;
  /** Whom they may mention in a note. */
  colleagues: Colleague[];
  /** Whom they may remind; null = nobody of this case. */
  remindable: Remindable[] | null;
  /** What it was merged with, as this person may know it. */
  merged: { parent: Related | null } | null;
  /** Cases that follow it: all counted, named where this person may know of them. */
  reports: { count: number; known: Related[] };
}

export interface Suggestion {
  /** As the reporter wrote it. */
  original: { title: string; text: string };
  /** As the office reads it now, or should read it. */
  title: string;
  text: string;
}

export interface Related {
  code: string;
  /** Null = an anonim case that nobody has released yet. */
  title: string | null;
  receivedAt: number;
}

/** @returns null when there is no such case, or none that this person may know of. Two round trips. */
export async function readView(
  db: Db,
  keys: Keys,
  regency: Regency,
  person: Staff,
  code: string,
): Promise<CaseView | null> {
  const file = await loadCase(db, code);
  const stands = file ? standing(person, factsOf(file)) : null;
  if (!file || stands === null) return null;
  const { row } = file;
  const wantsContact = !row.anonymous && stands !== 'leader' && stands !== 'auditor';
  const reminds = canNow(person, file, 'remind');
  const linked = stands !== 'copy' && stands !== 'leader' && stands !== 'auditor';
  const asked = stands === 'lead' && (approvalMode(regency, file) !== 'none' || row.proposalSeq !== null);
  const [timeline, contact, names, title, targets, family, notices, sp4nLink, colleagues, setting] =
    await Promise.all([
      readTimeline(db, keys, row.id, 'desk'),
      wantsContact ? readContact(db, keys, row.id) : null,
      actorNames(db, row.id),
      openTitle(keys, row),
      reminds ? reminderTargets(db, keys, regency, file, person) : null,
      readFamily(db, row, person),
      readNotices(db, row.id),
      linked ? openLink(keys, row) : null,
      canNow(person, file, 'note') ? colleaguesOf(db, file, person) : [],
      asked ? approvalSetting(db, regency, file, now()) : null,
    ]);
  const hidden = isHidden(stands, row);
  const shown = entriesFor(timeline.entries, stands, hidden);
  // Nobody sees the files of what they do not read: photos of a proposal are for the desk.
  const files = timeline.attachments.filter(({ seq }) => shown.some((entry) => entry.seq === seq));
  const proposed = timeline.entries.find(({ seq }) => seq === row.proposalSeq);
  const right = rightOf(person, 'answer', factsOf(file));
  const approval =
    setting &&
    approvalView(
      setting,
      person,
      right && right.id !== person.id ? right.id : null,
      proposed ? { by: proposed.actor, facts: proposed.facts } : null,
    );
  return {
    standing: stands,
    file,
    title: hidden && row.releasedAt === null ? null : title,
    words: wordsFor(timeline.entries, hidden)?.words ?? null,
    unreadable: {
      title: !(await hasTitle(keys, row)),
      words: wordsFor(timeline.entries, hidden)?.unreadable ?? null,
    },
    entries: shown,
    attachments: stands === 'admin' || stands === 'secret_holder' ? files : released(files),
    suggestion: await suggest(db, keys, file, stands, timeline.entries, title),
    contact: row.anonymous ? 'anonymous' : !wantsContact ? 'withheld' : contact ? masked(contact) : 'none',
    notices: noticesFor(notices, timeline.entries, shown, stands),
    sp4nLink,
    names,
    colleagues,
    approval,
    verbs: verbsFor(person, file, contact !== null, approval),
    remindable: targets?.map(({ id, name: whom }) => ({ id, name: whom })) ?? null,
    ...(await relatives(keys, family)),
  };
}

async function relatives(keys: Keys, family: Family): Promise<Pick<CaseView, 'merged' | 'reports'>> {
  const related = async ({ row, stands }: Relative): Promise<Related> => ({
    code: row.code,
    title: isHidden(stands, row) && row.releasedAt === null ? null : await openTitle(keys, row),
    receivedAt: row.receivedAt,
  });
  const { parent, count, reports } = family;
  return {
    merged: parent && { parent: parent.known && (await related(parent.known)) },
    reports: { count, known: await Promise.all(reports.map(related)) },
  };
}

/** The reporter's contact in clear. Only after a reveal has been written to the history. */
export async function readContact(db: Db, keys: Keys, caseId: number): Promise<Required<Contact> | null> {
  const [row] = await db.select().from(contacts).where(eq(contacts.caseId, caseId));
  return row ? openContactShown(keys, row) : null;
}

/** Offices, auditors and leaders know an anonim case only by what a person has released. */
export function isHidden(stands: Stands, row: Pick<CaseRow, 'anonymous'>): boolean {
  return row.anonymous && stands !== 'admin' && stands !== 'secret_holder';
}

function wordsFor(entries: readonly Entry[], hidden: boolean): Entry | null {
  if (!hidden) return entries.find((entry) => entry.verb === 'submit') ?? null;
  return entries.findLast((entry) => entry.verb === 'release') ?? null;
}

/** Who writes for the reporter: their words stay unreleased in an anonim case, also when they come later. */
const isReporters = (entry: Entry) => entry.actor === 'reporter' || entry.verb === 'submit';

function entriesFor(entries: readonly Entry[], stands: Stands, hidden: boolean): ShownEntry[] {
  const releasedAt = entries.find((entry) => entry.verb === 'release')?.seq ?? Number.POSITIVE_INFINITY;
  return withoutSecrets(entries, stands)
    .filter((entry) => stands !== 'leader' || entry.visibility === 'reporter')
    .map((entry) => {
      const facts = hidden ? withoutTraces(entry.facts) : entry.facts;
      const withheld = hidden && (isReporters(entry) || entry.verb === 'release' || entry.seq < releasedAt);
      if (!withheld) return { ...entry, facts, withheld: false };
      // Who typed it for the reporter, and in which village, tells where the reporter was.
      const actor = entry.verb === 'submit' ? 'public' : entry.actor;
      const some = entry.unreadable !== null || Object.values(entry.words).some(Boolean);
      return { ...entry, actor, facts, words: {}, unreadable: null, withheld: some };
    });
}

/** Facts that would lead an office to an anonim reporter: clues from the text before it was blacked out, and the letter. */
function withoutTraces(facts: Entry['facts']): Entry['facts'] {
  const { letterDate: _date, letterNumber: _number, intakeOffice: _office, ...rest } = facts;
  return 'matched' in rest ? { ...rest, matched: [] } : rest;
}

/**
 * What the desk wrote while a case was held stays with those who hold accusations, also after it was freed;
 * the administrator sees that it was held and freed, an office nothing of it.
 */
function withoutSecrets(entries: readonly Entry[], stands: Stands): Entry[] {
  if (stands === 'secret_holder') return [...entries];
  let held = false;
  return entries.filter((entry) => {
    const inside = held;
    if (entry.verb === 'hold') held = true;
    if (entry.verb === 'free') held = false;
    if (entry.verb === 'hold' || entry.verb === 'free') return stands === 'admin';
    return !inside || entry.visibility === 'reporter';
  });
}

/** A photo with boxes takes the place of the one it was made from, which then nobody but administrators can fetch. */
const released = (files: readonly Attachment[]): Attachment[] =>
  files
    .filter((file) => file.released)
    .map((file) => (file.redacted ? { ...file, ...file.redacted, redacted: null } : file));

/**
 * Title and text with what identifies somebody blacked out, for the administrator who releases it. The contact itself is
 * for nobody; only the words that it shares with the text are.
 */
async function suggest(
  db: Db,
  keys: Keys,
  file: CaseFile,
  stands: Stands,
  entries: readonly Entry[],
  title: string,
): Promise<Suggestion | null> {
  if (!file.row.anonymous || stands !== 'admin') return null;
  const contact = await readContact(db, keys, file.row.id);
  const first = wordsFor(entries, false);
  // Without all of it nobody can tell what identifies somebody.
  if (!first || first.unreadable !== null || !(await hasTitle(keys, file.row))) return null;
  const written = first.words;
  const whole = [written.text, written.place ? `Tempat: ${written.place}` : ''].filter(Boolean).join('\n\n');
  const hidden = (text: string) => blackOut(text, identifying(text, contact ?? {}));
  const last = wordsFor(entries, true)?.words;
  return {
    original: { title: written.title ?? title, text: whole },
    title: last?.title ?? hidden(title),
    text: last?.text ?? hidden(whole),
  };
}

function masked(contact: Required<Contact>): Required<Contact> {
  const mask = (text: string | null, how: (text: string | null) => string | null) =>
    isUnreadable(text) ? text : how(text);
  return {
    name: mask(contact.name, maskName),
    email: mask(contact.email, maskEmail),
    phone: mask(contact.phone, maskPhone),
  };
}
