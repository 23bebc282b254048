/** Reads what happened to a case, opened for those who may see it. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '../platform/db.ts';
import type { Keys } from '../privacy/keys.ts';
import { canOpen, open, openShown, type Place } from '../privacy/seal.ts';
import { Unreadable } from '../privacy/unreadable.ts';
import type { Words } from './change.ts';
import { attachments, entries, history, uploads } from './table.ts';

export interface Entry {
  seq: number;
  verb: string;
  /** "reporter", "staff:12", … */
  actor: string;
  /** Epoch ms. */
  at: number;
  visibility: 'reporter' | 'desk';
  facts: Record<string, unknown>;
  words: Words;
  /** What was written in it was erased. */
  erased: boolean;
  /** No key opens its words: what stands in their place; null = they are as they were written. */
  unreadable: string | null;
}

export interface Attachment {
  id: string;
  seq: number;
  kind: 'jpeg' | 'png' | 'webp' | 'pdf';
  bytes: number;
  released: boolean;
  /** The picture that offices see instead: boxes are burnt into its pixels. */
  redacted: Redacted | null;
}

type Redacted = Pick<Attachment, 'id' | 'kind' | 'bytes'>;

const burnt = alias(uploads, 'burnt');

/**
 * All entries in order with their files, in one round trip. Rows read: those of this case only.
 * @param audience `reporter` leaves out what is for the desk
 */
export async function readTimeline(
  db: Db,
  keys: Keys,
  caseId: number,
  audience: 'reporter' | 'desk',
): Promise<{ entries: Entry[]; attachments: Attachment[] }> {
  const [rows, files] = await db.batch([
    db
      .select({
        seq: history.seq,
        verb: history.verb,
        actor: history.actor,
        at: history.at,
        visibility: entries.visibility,
        facts: entries.facts,
        words: entries.words,
        salt: entries.salt,
      })
      .from(history)
      .innerJoin(entries, and(eq(entries.caseId, history.caseId), eq(entries.seq, history.seq)))
      .where(
        and(
          eq(history.caseId, caseId),
          audience === 'reporter' ? eq(entries.visibility, 'reporter') : undefined,
        ),
      )
      .orderBy(asc(history.seq)),
    db
      .select({
        id: attachments.uploadId,
        seq: attachments.seq,
        kind: uploads.kind,
        bytes: uploads.bytes,
        released: attachments.released,
        redacted: attachments.redacted,
        // In a batch columns of one name shift into each other.
        redactedKind: sql<Attachment['kind']>`${burnt.kind}`.as('redacted_kind'),
        redactedBytes: sql<number>`${burnt.bytes}`.as('redacted_bytes'),
      })
      .from(attachments)
      .innerJoin(uploads, eq(uploads.id, attachments.uploadId))
      .leftJoin(burnt, eq(burnt.id, attachments.redacted))
      .where(eq(attachments.caseId, caseId))
      .orderBy(asc(attachments.seq), asc(attachments.position)),
  ]);
  return {
    entries: await Promise.all(
      rows.map(async ({ salt, ...row }) => ({
        ...row,
        ...(await opened(keys, caseId, row)),
        erased: salt === null,
      })),
    ),
    // A picture with boxes belongs to its release, and stands in for the one it was made from.
    attachments: files
      .filter(({ seq }) => !rows.some((row) => row.seq === seq && row.verb === 'release'))
      .map(({ redacted: id, redactedKind, redactedBytes, ...file }) => ({
        ...file,
        redacted: id === null ? null : { id, kind: redactedKind, bytes: redactedBytes },
      })),
  };
}

async function opened(keys: Keys, caseId: number, row: { seq: number; facts: string; words: string | null }) {
  const facts = JSON.parse(row.facts) as Record<string, unknown>;
  const place = { table: 'entries', column: 'words', row: `${caseId}:${row.seq}` };
  try {
    const words = await open(keys, place, row.words);
    return { facts, words: words === null ? {} : (JSON.parse(words) as Words), unreadable: null };
  } catch (error) {
    if (error instanceof Unreadable) return { facts, words: {}, unreadable: error.shown };
    throw error;
  }
}

/** Where the title of a case is sealed. */
export const titlePlace = (id: number): Place => ({ table: 'cases', column: 'title', row: id });

/** The current title of a case as pages show it. */
export async function openTitle(keys: Keys, row: { id: number; title: string }): Promise<string> {
  return (await openShown(keys, titlePlace(row.id), row.title)) ?? '';
}

/** Whether `openTitle` gives what somebody wrote. */
export const hasTitle = (keys: Keys, row: { id: number; title: string }): Promise<boolean> =>
  canOpen(keys, titlePlace(row.id), row.title);
