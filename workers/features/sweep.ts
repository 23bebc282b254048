/**
 * What runs every minute and at start: loads the pack when it changed, and re-sends whatever is not done.
 * Queue messages are hints; this is what makes a lost one harmless.
 */
import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { attachments, cases, uploads } from '../cases/table.ts';
import { replayRested } from '../messaging/dead-letters.ts';
import { SEARCH_HINT } from '../messaging/parcel.ts';
import { sendHint } from '../messaging/queues.ts';
import { deliveries } from '../messaging/table.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../platform/clock.ts';
import { type Db, openDb } from '../platform/db.ts';
import { errorName, log } from '../platform/log.ts';
import { counters, idempotencyKeys, meta } from '../platform/table.ts';
import { loadPackIfNew } from '../regency/load.ts';
import { regencyAt } from '../regency/snapshot.ts';
import { sweepCampaigns } from './campaigns/jobs.ts';
import { forgetPictures } from './campaigns/posts/forget-pictures.ts';
import { forgetPhotos } from './campaigns/register/forget-photos.ts';
import { remindOfBreaches } from './care/breach-remind.ts';
import { sweepCare } from './care/sweep.ts';
import { countFigures } from './evaluation/figures/jobs.ts';
import { sweepJobs } from './jobs.ts';
import { sweepKeys } from './key-sweep.ts';
import { isNoScreenshot } from './posts/queries.ts';
import { clockHint } from './reminders/jobs.ts';
import { makeLists } from './reminders/lists.ts';
import { dueClocks } from './reminders/queries.ts';
import { replanClocks } from './reminders/replan.ts';
import { foldIndex } from './search/queries.ts';
import { sweepImports } from './sp4n/jobs.ts';
import type { Notes } from './status/figures.ts';
import { countFiles } from './status/jobs.ts';
import { lastRun, note, noteFoundAgain, notesOf, noteUnfinished, selectNotes } from './status/notes.ts';

/** Ids of each kind in one sweep: plenty, and bounded. */
const MOST = 5000;

/** A report is hinted at when it comes in, and read within seconds. */
const PROMPT = 30 * SECOND;
/** A sweep runs every minute; longer without one the machine slept, or its clock was set. */
const ASLEEP = 10 * MINUTE;

/** How long a file may wait for the case or the post that it was sent for. */
const UNTAKEN = 3 * DAY;

/** Orphaned files removed in one sweep; R2 takes 1,000 keys in one call. */
const ORPHANS = 500;

/**
 * Every part runs, also when one before it fails; then the sweep counts as failed, and /health turns red when that lasts.
 * @param at epoch ms
 * @throws the first part's error
 */
export async function sweep(env: Env, at: number): Promise<void> {
  const db = openDb(env.DB);
  const before = await readNotes(db);
  // Of what was hinted at before and is still undone the message was lost, or waits long.
  const undone: Undone = { before: before && awake(before, at) ? lastRun(before) : null, count: 0 };
  const parts: [name: string, run: () => Promise<unknown>][] = [
    // First of all, so that a wrong key is known, and said in the log, before anything is sealed with it.
    ['keys', () => sweepKeys(env, db)],
    ['pack', () => loadPack(env, db, at)],
    ['routing', () => resendUnrouted(env, db, at, undone)],
    ['clocks', () => resendClocks(env, db, at, undone)],
    ['lists', () => sendLists(env, db, before, at)],
    ['delivery', () => resendUnsent(env, db, at, undone)],
    ['campaigns', () => sweepCampaigns(env, at)],
    ['imports', () => sweepImports(env, at)],
    ['jobs', () => sweepJobs(env)],
    ['breaches', () => remindOfBreaches(env, at)],
    ['letters', () => replayRested(db, env, at)],
    ['search', () => sweepSearch(env)],
    ['figures', () => countFigures(env, FIGURES_ROUNDS)],
    ['care', () => sweepCare(env, at)],
    ['files', async () => before && countFiles(env, db, before, at)],
    ['forget', () => forget(db, env, at)],
  ];
  const failures: unknown[] = [];
  const failed: string[] = [];
  for (const [name, run] of parts) {
    try {
      await run();
    } catch (error) {
      failures.push(error);
      failed.push(name);
      log('error', { event: 'sweep_failed', kind: name, error: errorName(error) });
    }
  }
  if (before) await noteFoundAgain(db, before, at, undone.count);
  if (failures.length > 0) {
    if (before) await noteUnfinished(db, before, at, failed);
    throw failures[0];
  }
  await note(db, 'sweptAt', at);
}

/** Work that an earlier sweep had found, too. */
interface Undone {
  /** When that was, epoch ms; null = the machine slept, and everything is late. */
  before: number | null;
  count: number;
}

/** @param hinted up to when (epoch ms) work of this kind had a hint of its own; by default, up to the sweep before */
function countUndone(undone: Undone, rows: readonly { since: number }[], hinted = 0): void {
  const { before } = undone;
  if (before === null) return;
  undone.count += rows.filter(({ since }) => since <= Math.max(before, hinted)).length;
}

/** Null when they cannot be read: then nothing is told of this minute. */
async function readNotes(db: Db): Promise<Notes | null> {
  try {
    return notesOf(await selectNotes(db));
  } catch (error) {
    log('warn', { event: 'notes_unread', error: errorName(error) });
    return null;
  }
}

/** Also a sweep that failed in some part has hinted at what was due. */
function awake(before: Notes, at: number): boolean {
  const last = lastRun(before);
  return last !== null && at - last <= ASLEEP;
}

async function loadPack(env: Env, db: Db, at: number): Promise<void> {
  const loaded = await loadPackIfNew(db, env.REGENCY, at);
  if (loaded) log('info', { event: 'pack_loaded', count: loaded.added + loaded.updated });
}

async function resendUnrouted(env: Env, db: Db, at: number, undone: Undone): Promise<void> {
  const unrouted = await db
    .select({ id: cases.id, since: cases.receivedAt })
    .from(cases)
    .where(isNull(cases.routedAt))
    .orderBy(asc(cases.receivedAt))
    .limit(MOST);
  countUndone(undone, unrouted, at - PROMPT);
  await sendHint(
    env,
    'routing',
    unrouted.map((row) => row.id),
  );
}

async function resendClocks(env: Env, db: Db, at: number, undone: Undone): Promise<void> {
  await replanClocks(db, await regencyAt(db, at), at);
  const due = await dueClocks(db, at, MOST);
  countUndone(undone, due);
  await sendHint(env, 'clocks', [...new Set(due.map(clockHint))]);
}

/**
 * After a sleep the clocks come first: what they have missed stands in the lists a minute later instead of a day.
 */
async function sendLists(env: Env, db: Db, before: Notes | null, at: number): Promise<void> {
  if (!before || !awake(before, at)) return;
  await sendHint(env, 'delivery', await makeLists(db, await regencyAt(db, at), at));
}

async function resendUnsent(env: Env, db: Db, at: number, undone: Undone): Promise<void> {
  const unsent = await db
    .select({
      id: deliveries.id,
      since: deliveries.nextAt,
      // The first try of one is hinted at when it is written; later ones are the sweep's.
      fresh: sql<number>`${deliveries.attempts} = 0 and ${deliveries.createdAt} = ${deliveries.nextAt}`,
    })
    .from(deliveries)
    // Word for word the condition of the index.
    .where(and(sql`${deliveries.status} = 'pending'`, lte(deliveries.nextAt, at)))
    .orderBy(asc(deliveries.nextAt))
    .limit(MOST);
  countUndone(
    undone,
    unsent.filter(({ fresh }) => fresh),
    at - PROMPT,
  );
  countUndone(
    undone,
    unsent.filter(({ fresh }) => !fresh),
  );
  await sendHint(
    env,
    'delivery',
    unsent.map((row) => row.id),
  );
}

/** Rounds of the search index in one sweep: an ordinary minute has less than one. */
const INDEX_ROUNDS = 4;

/** Rounds of the figures in one sweep. */
const FIGURES_ROUNDS = 2;

/** A report can be found within a minute; a longer way, as after a restore, goes on in the queue. */
async function sweepSearch(env: Env): Promise<void> {
  if (await foldIndex(env, INDEX_ROUNDS)) await sendHint(env, 'counting', [SEARCH_HINT]);
}

/** Drops what has served its time: request keys and spent proofs after 72 hours, counters after a day, orphaned files. */
async function forget(db: Db, env: Env, at: number): Promise<void> {
  const [last] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, 'forgot_at'));
  if (last && at - Number(last.value) < HOUR) return;
  await forgetPhotos(env, db, at);
  await forgetPictures(env, db, at);
  // What was older the last time was looked at then, and goes by another way once a case or a post has taken it.
  const since = last ? Number(last.value) - UNTAKEN : 0;
  const orphans = await db
    .select({ id: uploads.id, objectKey: uploads.objectKey })
    .from(uploads)
    .leftJoin(attachments, eq(attachments.uploadId, uploads.id))
    .where(
      and(
        isNull(attachments.uploadId),
        gt(uploads.at, since),
        lte(uploads.at, at - UNTAKEN),
        isNoScreenshot(uploads.id),
      ),
    )
    .limit(ORPHANS);
  if (orphans.length > 0) await env.FILES.delete(orphans.map((orphan) => orphan.objectKey));
  const ids = JSON.stringify(orphans.map((orphan) => orphan.id));
  await db.batch([
    db.delete(uploads).where(sql`${uploads.id} in (select value from json_each(${ids}))`),
    db.delete(idempotencyKeys).where(lte(idempotencyKeys.at, at - 72 * HOUR)),
    db.delete(counters).where(lte(counters.at, at - DAY)),
    // When there are more, the next sweep goes on: strangers can upload faster than one round an hour removes.
    ...(orphans.length === ORPHANS
      ? []
      : [
          db
            .insert(meta)
            .values({ key: 'forgot_at', value: String(at) })
            .onConflictDoUpdate({ target: meta.key, set: { value: String(at) } }),
        ]),
  ]);
}
