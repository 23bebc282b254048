/**
 * What is known of a case from outside: by its code alone the status, by code and PIN the whole way it took
 * (domain.md sections 1 and 4). Read-only; who may ask has been decided before.
 */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { type Language, say } from '../../../shared/i18n/index.ts';
import {
  type ApiStatus,
  type CaseState,
  closedStates,
  stateNames,
} from '../../../shared/lifecycle/states.ts';
import { isLeftAfterErasure, verbsFrom } from '../../../shared/lifecycle/transitions.ts';
import type { CaseRow } from '../../cases/load.ts';
import { isFollowable, leaveEnd } from '../../cases/merging.ts';
import { attachments, cases, entries, history } from '../../cases/table.ts';
import { type Attachment, readTimeline } from '../../cases/timeline.ts';
import { ERASED_TITLE } from '../../cases/verbs/erase.ts';
import { NOT_COMPLETED } from '../../cases/verbs/expire.ts';
import { type ReporterVerb, reporterVerbs } from '../../cases/verbs/index.ts';
import { clocks } from '../../clocks/table.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { anyOffice } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { sharedFiles, tell, type ViewEntry } from './entries.ts';

export { type Draft, tellDraft } from './draft.ts';
export { handoverLink, UNSEEN } from './handover.ts';
export { mailPin, mailsPins } from './lost-pin.ts';
export { DraftView } from './views/draft.tsx';

/** What anybody with the code may know. */
export interface PublicStatus {
  code: string;
  status: ApiStatus;
  /** SP4N-LAPOR!'s word; of a merged case its parent's. */
  statusLabel: string;
  /** Epoch ms. */
  receivedAt: number;
  /** The promise, epoch ms; a completeness pause has moved it. Null where it came from an export of SP4N-LAPOR!. */
  due: number | null;
  /** The institution outside the regency that has it now; null also when the reporter asked for secrecy. */
  receiver: string | null;
}

const parents = alias(cases, 'parents');

/** @returns null when there is no such case; one query */
export async function publicStatus(
  db: Db,
  regency: Regency,
  code: string,
  language: Language = 'id',
): Promise<PublicStatus | null> {
  const [row] = await db
    .select({
      code: cases.code,
      state: cases.state,
      receivedAt: cases.receivedAt,
      due: cases.dueAt,
      importedAt: cases.importedAt,
      outside: cases.outside,
      confidential: cases.confidential,
      parentState: parents.state,
    })
    .from(cases)
    .leftJoin(parents, eq(parents.id, cases.parentId))
    .where(eq(cases.code, code));
  if (!row) return null;
  return {
    code: row.code,
    ...wordOf(row.state, row.parentState, language),
    receivedAt: row.receivedAt,
    due: row.importedAt === null ? row.due : null,
    receiver: row.state === 'forwarded' && !row.confidential ? nameOf(regency, row.outside) : null,
  };
}

/** What the reporter may know, who has code and PIN. */
export interface ReporterView extends PublicStatus {
  title: string;
  /** Not closed. */
  open: boolean;
  /** When texts and files were erased (epoch ms); the history tells it too. */
  erasedAt: number | null;
  kind: (typeof cases.$inferSelect)['kind'];
  anonymous: boolean;
  confidential: boolean;
  /** The reporter has to complete; meanwhile the promise waits. */
  paused: boolean;
  /** Who has it now and since when (epoch ms); null when nobody has to do anything any more. */
  holder: { name: string; since: number } | null;
  /** What is due next and when (epoch ms); null when nothing is, or while it waits for the reporter. */
  next: { clock: string; due: number } | null;
  /** How often it was passed on from one office to another. */
  hops: number;
  entries: ViewEntry[];
  attachments: Attachment[];
  /** What the reporter can do now. */
  actions: ReporterVerb[];
  rating: number | null;
  /** What a merged case follows; null for every other. */
  followed: Followed | null;
}

/** The parent of a merged case, as the merged case's reporter may know it. */
export interface Followed {
  code: string;
  /** Where it went and what offices answered; never its own reporter's words. Empty while it may not be told of. */
  entries: ViewEntry[];
  /** Photos of the work. */
  attachments: Attachment[];
  /** Until when the reporter may leave it (epoch ms); null = as long as it has no answer. */
  leaveUntil: number | null;
}

/**
 * Two round trips. A held case looks like any that waits for verification, and of an accusation's way only that
 * Inspektorat has it, unless Inspektorat is accused itself.
 * @returns null when there is no such case
 */
export async function reporterView(
  db: Db,
  keys: Keys,
  regency: Regency,
  code: string,
  language: Language = 'id',
): Promise<ReporterView | null> {
  const [found] = await db
    .select({ row: cases, parent: parents })
    .from(cases)
    .leftJoin(parents, eq(parents.id, cases.parentId))
    .where(eq(cases.code, code));
  if (!found) return null;
  const { row, parent } = found;
  const [timeline, next, followed] = await Promise.all([
    readTimeline(db, keys, row.id, 'reporter'),
    nextDue(db, row.id),
    row.state === 'merged' && parent ? readFollowed(db, keys, regency, row, parent, language) : null,
  ]);
  const told = tell(regency, row, timeline.entries, language);
  const shown = new Set(told.entries.map((entry) => entry.seq));
  return {
    code: row.code,
    ...wordOf(row.state, parent?.state ?? null, language),
    receivedAt: row.receivedAt,
    due: row.importedAt === null ? row.dueAt : null,
    receiver: row.state === 'forwarded' ? nameOf(regency, row.outside) : null,
    // What the title was is gone with the text.
    title: row.erasedAt === null ? told.title : ERASED_TITLE,
    open: row.closedAt === null,
    erasedAt: row.erasedAt,
    kind: row.kind,
    anonymous: row.anonymous,
    confidential: row.confidential,
    paused: row.state === 'clarification',
    holder: closedStates.includes(row.state)
      ? null
      : { name: holderName(regency, row, language), since: told.movedAt },
    next,
    hops: row.hops,
    entries: told.entries,
    attachments: timeline.attachments.filter((file) => shown.has(file.seq)),
    actions: verbsFrom(row.state).filter(
      (verb): verb is ReporterVerb =>
        verb in reporterVerbs &&
        (row.erasedAt === null || isLeftAfterErasure(verb, row.state)) &&
        // From the archive only what was put there for want of an answer.
        (verb !== 'complete' || row.state === 'clarification' || row.outcome === NOT_COMPLETED),
    ),
    rating: row.rating,
    followed,
  };
}

async function readFollowed(
  db: Db,
  keys: Keys,
  regency: Regency,
  row: CaseRow,
  parent: CaseRow,
  language: Language,
): Promise<Followed> {
  const base = { code: parent.code, leaveUntil: leaveEnd(regency, row, parent) };
  // It turned out to be an accusation, or secret: it goes on, and nobody else hears of it.
  if (!isFollowable(parent)) return { ...base, entries: [], attachments: [] };
  const timeline = await readTimeline(db, keys, parent.id, 'reporter');
  const told = tell(regency, parent, timeline.entries, language, 'follower');
  const shared = told.entries.filter(({ verb }) => sharedFiles.some((one) => one === verb));
  return {
    ...base,
    entries: told.entries,
    attachments: timeline.attachments.filter(({ seq }) => shared.some((entry) => entry.seq === seq)),
  };
}

/** Duties of the government that the reporter waits for. */
const awaited = ['verify', 'first_answer', 'next_step', 'settle', 'forwarded'];

async function nextDue(db: Db, caseId: number): Promise<ReporterView['next']> {
  const [row] = await db
    .select({ clock: clocks.clock, due: clocks.dueAt })
    .from(clocks)
    .where(
      and(
        eq(clocks.subject, 'case'),
        eq(clocks.subjectId, caseId),
        inArray(clocks.clock, awaited),
        isNull(clocks.stoppedAt),
        isNull(clocks.pausedAt),
      ),
    )
    .orderBy(asc(clocks.dueAt))
    .limit(1);
  return row ?? null;
}

/** Does this file stand in what the reporter may read of the case? One row read. */
export async function reporterMaySee(db: Db, code: string, uploadId: string): Promise<boolean> {
  const [row] = await db
    .select({ seq: attachments.seq })
    .from(attachments)
    .innerJoin(cases, eq(cases.id, attachments.caseId))
    .innerJoin(entries, and(eq(entries.caseId, attachments.caseId), eq(entries.seq, attachments.seq)))
    .where(and(eq(attachments.uploadId, uploadId), eq(cases.code, code), eq(entries.visibility, 'reporter')));
  return row !== undefined || followerMaySee(db, code, uploadId);
}

/** A photo of the work on the parent of a merged case. */
async function followerMaySee(db: Db, code: string, uploadId: string): Promise<boolean> {
  const [row] = await db
    .select({ parent: parents })
    .from(cases)
    .innerJoin(parents, eq(parents.id, cases.parentId))
    .innerJoin(attachments, and(eq(attachments.caseId, parents.id), eq(attachments.uploadId, uploadId)))
    .innerJoin(history, and(eq(history.caseId, parents.id), eq(history.seq, attachments.seq)))
    .where(and(eq(cases.code, code), eq(cases.state, 'merged'), inArray(history.verb, [...sharedFiles])));
  return row !== undefined && isFollowable(row.parent);
}

function wordOf(state: CaseState, parent: CaseState | null, language: Language) {
  const word = state === 'merged' && parent !== null ? parent : state;
  return { status: stateNames[state].api, statusLabel: stateNames[word].lapor[language] };
}

function holderName(regency: Regency, row: typeof cases.$inferSelect, language: Language): string {
  if (row.state === 'forwarded') return nameOf(regency, row.outside) ?? say(language, 'holder.verification');
  if (row.state === 'held') return say(language, 'holder.verification');
  if (row.holder === '@inspector') return nameOf(regency, regency.about.inspectorate) ?? '';
  if (row.holder === '@leader') return say(language, 'holder.oversight');
  return nameOf(regency, row.holder) ?? say(language, 'holder.verification');
}

const nameOf = (regency: Regency, office: string | null): string | null =>
  anyOffice(regency, office)?.name ?? null;
