/**
 * Writes the log of posts. Rows are counts, not cases: whoever corrects one becomes its `by`, and a slip can be taken back
 * for some minutes on the day it was made.
 */
import { and, eq, isNull } from 'drizzle-orm';
import { normaliseCode } from '../../../shared/code.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { type PostOutcome, postAddress } from '../../../shared/social-post.ts';
import type { Actor } from '../../cases/context.ts';
import { attachments, cases, uploads } from '../../cases/table.ts';
import { MINUTE } from '../../platform/clock.ts';
import { constraintOf, type Db, unavailable } from '../../platform/db.ts';
import { AppError, type FieldProblem } from '../../platform/problem.ts';
import type { Keys } from '../../privacy/keys.ts';
import { macHex } from '../../privacy/mac.ts';
import { canOpen, seal } from '../../privacy/seal.ts';
import type { Regency } from '../../regency/snapshot.ts';
import type { PostEdit, PostInput } from './input.ts';
import { isNoScreenshot, postPlace, visibleTo } from './queries.ts';
import { socialPosts } from './table.ts';

/** How long a slip can be taken back. */
export const UNDO = 15 * MINUTE;

export interface Scribe {
  db: Db;
  keys: Keys;
  regency: Regency;
  person: Staff;
  actor: Actor;
  /** Epoch ms. */
  now: number;
}

/**
 * @returns the row's id; `fresh` is false when this post had been logged before, which changes nothing
 * @throws AppError invalid, unavailable
 */
export async function logPost(to: Scribe, input: PostInput): Promise<{ id: number; fresh: boolean }> {
  const { db, keys, now } = to;
  const address = postAddress(input.link);
  if (!address) throw refused('/link', 'field.link');
  const linkIndex = await macHex(keys, 'blind-index', 'post', address.same);
  const known = await idOf(db, linkIndex);
  if (known !== null) return { id: known, fresh: false };
  const facts = await factsOf(to, input, input.screenshot);
  try {
    const [row] = await db
      .insert(socialPosts)
      .values({
        ...facts,
        link: (await seal(keys, postPlace('link', linkIndex), address.link)) ?? '',
        note: await seal(keys, postPlace('note', linkIndex), input.note),
        linkIndex,
        platform: address.platform,
        screenshot: input.screenshot,
        by: to.actor,
        seenOn: to.regency.calendar.localDate(now),
        at: now,
      })
      .returning({ id: socialPosts.id });
    if (row) return { id: row.id, fresh: true };
  } catch (error) {
    // Two people, or one form twice: whoever came first wrote it.
    if (!constraintOf(error)?.startsWith('social_posts.link_index')) throw unavailable(error);
  }
  return { id: (await idOf(db, linkIndex)) ?? 0, fresh: false };
}

/**
 * Corrects topic, area, outcome and note.
 * @param shown the outcome as this person saw it: what they may not know of stays as it is
 * @throws AppError not_found, invalid
 */
export async function editPost(
  to: Scribe,
  id: number,
  input: PostEdit,
  shown: PostOutcome | null,
): Promise<void> {
  const { db, keys } = to;
  const [row] = await db
    .select()
    .from(socialPosts)
    .where(and(eq(socialPosts.id, id), visibleTo(to.person)));
  if (!row) throw new AppError('not_found');
  // What it became stays; and whoever may not know of a case does not undo its link either.
  const kept = row.outcome === 'made_case' || (row.caseId !== null && shown === null);
  const { outcome, caseId, ...facts } = await factsOf(to, kept ? { ...input, outcome: null } : input, null);
  const place = postPlace('note', row.linkIndex);
  // A note that no key opens was not seen by whoever corrects the rest.
  const note = (await canOpen(keys, place, row.note)) ? await seal(keys, place, input.note) : row.note;
  await db
    .update(socialPosts)
    .set({
      ...facts,
      ...(kept ? {} : { outcome, caseId }),
      note,
      by: to.actor,
      at: to.now,
    })
    .where(eq(socialPosts.id, id));
}

/** Takes a slip back. @returns false when it is too late, somebody else's, or has become a case */
export async function undoPost(to: Scribe, id: number): Promise<boolean> {
  const [row] = await to.db
    .select()
    .from(socialPosts)
    .where(and(eq(socialPosts.id, id), visibleTo(to.person)));
  if (!row) throw new AppError('not_found');
  if (!mayUndo(to, row) || row.caseId !== null) return false;
  await to.db
    .delete(socialPosts)
    .where(and(eq(socialPosts.id, id), isNull(socialPosts.caseId), eq(socialPosts.at, row.at)));
  return true;
}

/** Is it the person's own slip of the last minutes? */
export function mayUndo(
  to: Pick<Scribe, 'actor' | 'now' | 'regency'>,
  row: { by: string; at: number; seenOn: string },
): boolean {
  const today = to.regency.calendar.localDate(to.now);
  return row.by === to.actor && row.at > to.now - UNDO && row.seenOn === today;
}

async function factsOf({ db, regency }: Scribe, input: PostEdit, screenshot: string | null) {
  const { topic, area, outcome } = input;
  if (topic !== null && !regency.categories.has(topic)) throw refused('/topic', 'field.category');
  if (area !== null && !regency.areas.has(area)) throw refused('/area', 'field.unknown_area');
  if (outcome === 'made_case') throw refused('/outcome', 'field.invalid');
  if (screenshot !== null) await requireFree(db, screenshot);
  const caseId = outcome === 'already_case' ? await caseOf(db, regency, input.code) : null;
  return { topic, area, outcome, caseId };
}

/** Whether such a case exists is what anybody may ask at /lacak; nothing else of it is told. */
async function caseOf(db: Db, regency: Regency, typed: string | null): Promise<number> {
  const code = normaliseCode(typed ?? '', regency.about.codePrefix);
  const [row] =
    code === null ? [] : await db.select({ id: cases.id }).from(cases).where(eq(cases.code, code));
  if (!row) throw refused('/code', 'field.case_code');
  return row.id;
}

/** A file that is somebody else's must not be read through the log. */
async function requireFree(db: Db, id: string): Promise<void> {
  const [row] = await db
    .select({ id: uploads.id })
    .from(uploads)
    .leftJoin(attachments, eq(attachments.uploadId, uploads.id))
    .where(and(eq(uploads.id, id), isNull(attachments.uploadId), isNoScreenshot(uploads.id)));
  if (!row) throw refused('/screenshot', 'field.attachment');
}

async function idOf(db: Db, linkIndex: string): Promise<number | null> {
  const [row] = await db
    .select({ id: socialPosts.id })
    .from(socialPosts)
    .where(eq(socialPosts.linkIndex, linkIndex));
  return row?.id ?? null;
}

function refused(pointer: string, message: FieldProblem['message']): AppError {
  return new AppError('invalid', { fields: [{ pointer, message }] });
}
