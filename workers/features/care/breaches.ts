/**
 * What is done about an incident. Each act adds an entry that stays, and its number is the lock: of two people who act at
 * once the slower one is told, and what they typed is kept.
 */
import { eq, sql } from 'drizzle-orm';
import type { Actor } from '../../cases/context.ts';
import { constraintOf, type Db, type Statement, unavailable } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import type { Keys } from '../../privacy/keys.ts';
import { seal } from '../../privacy/seal.ts';
import { breachDue } from './breach-clock.ts';
import { type BreachWords, entryPlace, sealWords } from './breach-words.ts';
import { breachEntries, breaches } from './table.ts';

export interface Acting {
  db: Db;
  keys: Keys;
  by: Actor;
  /** Epoch ms. */
  now: number;
}

export interface BreachFacts {
  foundAt: number;
  /** About how many people; null = not known yet. */
  people: number | null;
  words: BreachWords;
}

/**
 * Records an incident. The same form sent twice gives the same one: who recorded and when is drawn once.
 * @param at when the form was opened (epoch ms): with its writer the name of the record
 * @returns its id
 */
export async function recordBreach(acting: Acting, facts: BreachFacts, at: number): Promise<number> {
  const { db, keys, by } = acting;
  const row = { recordedBy: by, recordedAt: at };
  const find = () =>
    db
      .select({ id: breaches.id })
      .from(breaches)
      .where(sql`${breaches.recordedBy} = ${by} and ${breaches.recordedAt} = ${at}`);
  const [known] = await find();
  if (known) return known.id;
  const words = await sealWords(keys, row, facts.words);
  await write(acting, [
    db.insert(breaches).values({
      ...row,
      words,
      foundAt: facts.foundAt,
      dueAt: breachDue(facts.foundAt),
      people: facts.people,
      version: 1,
    }),
    db.insert(breachEntries).values({
      breachId: sql`(select max(id) from ${breaches})`,
      ...{ seq: 1, what: 'recorded', words: null, by, at: acting.now },
    }),
  ]);
  const [made] = await find();
  return made?.id ?? 0;
}

interface Seen {
  id: number;
  version: number;
}

type Told = 'told_people' | 'told_authority';

/** Corrects what is recorded; a new time of finding moves the clock, and its reminders begin anew. */
export async function changeBreach(
  acting: Acting,
  seen: Seen & { recordedBy: string; recordedAt: number },
  facts: BreachFacts,
): Promise<void> {
  const dueAt = breachDue(facts.foundAt);
  await act(acting, seen, 'changed', null, {
    foundAt: facts.foundAt,
    dueAt,
    people: facts.people,
    words: await sealWords(acting.keys, seen, facts.words),
    remindedAt: sql`iif(${breaches.dueAt} = ${dueAt}, ${breaches.remindedAt}, null)`,
  });
}

/** @param words how and to whom */
export function markTold(acting: Acting, seen: Seen, whom: Told, at: number, words: string): Promise<void> {
  const column = whom === 'told_people' ? { toldPeopleAt: at } : { toldAuthorityAt: at };
  return act(acting, seen, whom, words, column);
}

export const noteBreach = (acting: Acting, seen: Seen, words: string): Promise<void> =>
  act(acting, seen, 'noted', words, {});

export const closeBreach = (acting: Acting, seen: Seen, words: string): Promise<void> =>
  act(acting, seen, 'closed', words, { closedAt: acting.now });

/** Columns of a breach that an act sets. */
type Columns = Parameters<ReturnType<Db['update']>['set']>[0];

async function act(
  acting: Acting,
  seen: Seen,
  what: (typeof breachEntries.$inferInsert)['what'],
  words: string | null,
  set: Columns,
): Promise<void> {
  const { db, keys, by, now } = acting;
  const seq = seen.version + 1;
  const sealed = await seal(keys, entryPlace({ by, at: now }), words || null);
  await write(acting, [
    db.insert(breachEntries).values({ breachId: seen.id, seq, what, words: sealed, by, at: now }),
    db
      .update(breaches)
      // One that was closed meanwhile, or is at another version, aborts the batch.
      .set({
        ...set,
        version: sql`iif(${breaches.version} = ${seen.version} and ${breaches.closedAt} is null, ${seq}, null)`,
      })
      .where(eq(breaches.id, seen.id)),
  ]);
}

/** @throws AppError conflict when somebody was quicker, unavailable */
async function write({ db }: Acting, statements: [Statement, ...Statement[]]): Promise<void> {
  try {
    await db.batch(statements);
  } catch (error) {
    if (constraintOf(error)?.startsWith('breach')) throw new AppError('conflict');
    throw unavailable(error);
  }
}
