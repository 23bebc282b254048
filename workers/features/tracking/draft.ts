/** What the reporter will read once the desk has sent it: told by the same rules as everything on the reporter's page. */
import { eq } from 'drizzle-orm';
import { type CaseState, stateNames } from '../../../shared/lifecycle/states.ts';
import type { Words } from '../../cases/change.ts';
import { cases } from '../../cases/table.ts';
import { readTimeline } from '../../cases/timeline.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { tell, type ViewEntry } from './entries.ts';
import type { PublicStatus } from './queries.ts';

/** An entry that is not written yet. */
export interface Draft {
  verb: 'answer' | 'follow_up' | 'ask';
  /** Where it leads. */
  state: CaseState;
  facts: Record<string, unknown>;
  words: Words;
}

export interface ToldDraft {
  /** As it will be. */
  status: PublicStatus;
  entries: ViewEntry[];
}

/**
 * Only the draft itself, its state and dates: nothing of what the reporter wrote, which the desk may not be allowed to read.
 * @param now epoch ms
 * @returns null when there is no such case; two round trips
 */
export async function tellDraft(
  db: Db,
  keys: Keys,
  regency: Regency,
  code: string,
  draft: Draft,
  now: number,
): Promise<ToldDraft | null> {
  const [row] = await db.select().from(cases).where(eq(cases.code, code));
  if (!row) return null;
  const { entries } = await readTimeline(db, keys, row.id, 'reporter');
  const { verb, facts, words, state } = draft;
  const seq = row.version + 1;
  const entry = {
    seq,
    verb,
    actor: 'staff:0',
    at: now,
    visibility: 'reporter' as const,
    facts,
    words,
    erased: false,
    unreadable: null,
  };
  return {
    status: {
      code,
      status: stateNames[state].api,
      statusLabel: stateNames[state].lapor.id,
      receivedAt: row.receivedAt,
      due: row.importedAt === null ? row.dueAt : null,
      receiver: null,
    },
    entries: tell(regency, row, [...entries, entry], 'id').entries.filter((one) => one.seq === seq),
  };
}
