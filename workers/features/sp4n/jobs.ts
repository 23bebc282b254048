/**
 * Carries imports out, some rows an invocation, and cleans up after them. Interrupted it goes on where it was; run twice it
 * changes nothing: each row is written together with what became of it, under one key.
 */
import { secretHolder } from '../../../shared/permissions/accusations.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { decide } from '../../../shared/routing/decide.ts';
import type { RouterContext } from '../../../shared/routing/types.ts';
import type { Mapping } from '../../../shared/sp4n/fields.ts';
import type { Done } from '../../cases/change.ts';
import type { Ctx } from '../../cases/context.ts';
import { type Accusation, type Also, planImport, planImportUpdate } from '../../cases/import.ts';
import type { LongJob } from '../../messaging/long-job.ts';
import { DAY, now } from '../../platform/clock.ts';
import { commit, openDb, type Plan } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import { forgetRegency } from '../../regency/snapshot.ts';
import { allStaff } from '../../regency/staff.ts';
import { jobContext } from '../http.ts';
import { rulesOf } from '../routing/queries.ts';
import { judge, type Verdict } from './judge.ts';
import {
  type ImportRow,
  insertReport,
  moveImport,
  readImport,
  readImported,
  rowDone,
  rowsDone,
  updateReport,
  withRows,
} from './queries.ts';
import { deleteRows, PART, readPart } from './store.ts';
import { lastAnswer } from './words.ts';

/** Rows in one invocation. A plan has at most 10 statements, all of them run twice when the batch aborts. */
const STEP = 40;

/**
 * The next rows of a running import.
 * @returns whether there are more
 * @throws when something could not be written; nothing is lost, the same rows are looked at again
 */
export async function importStep(env: Env, id: number): Promise<boolean> {
  const ctx = await jobContext(env, 'job:sp4n');
  const seen = await readImport(ctx.db, id);
  if (seen?.status !== 'running' || seen.objectKey === null) return false;
  const part = await readPart(env, ctx.keys, seen.objectKey, seen.nextRow);
  const from = seen.nextRow % PART;
  const rows = part.rows.slice(from, from + STEP);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first && last) {
    const done = await rowsDone(ctx.db, id, first.row, last.row);
    const left = rows.filter(({ row }) => !done.has(row));
    await carryOutRows(
      ctx,
      seen,
      await judge(ctx, { ...part, rows: left }, JSON.parse(seen.mapping) as Mapping),
    );
    const now = await rowsDone(ctx.db, id, first.row, last.row);
    if (rows.some(({ row }) => !now.has(row))) {
      forgetRegency();
      throw new Error('Rows of an import were not written');
    }
  }
  const nextRow = seen.nextRow + rows.length;
  const over = nextRow >= seen.rows || rows.length === 0;
  await moveImport(ctx.db, seen, { nextRow, ...(over ? { status: 'done', doneAt: ctx.now } : {}) });
  if (over) await clean(env, ctx.db, { ...seen, nextRow, status: 'done' });
  return !over;
}

/** Writes what each row does; what did not get through is found missing afterwards. */
async function carryOutRows(ctx: Ctx, seen: ImportRow, verdicts: readonly Verdict[]): Promise<void> {
  const done = ({ row, number, outcome, reason }: Verdict) =>
    rowDone(ctx.db, seen.id, { row, number, outcome, reason });
  const acting = verdicts.filter(({ report }) => report !== null);
  const plans: Plan<Done | null>[] = [
    { statements: verdicts.filter(({ report }) => report === null).map(done), result: null },
  ];
  if (acting.length > 0) {
    const [rules, staff] = await Promise.all([rulesOf(ctx.db, ctx.regency), allStaff(ctx.db, ctx.now)]);
    const ids = acting.flatMap(({ caseId }) => caseId ?? []);
    const files = ids.length > 0 ? await readImported(ctx.db, ids) : [];
    const drawn = new Set<number>();
    for (const verdict of acting) {
      const { report, number, digest, caseId } = verdict;
      if (!report || number === null) continue;
      const accusation = accusationOf(verdict, rules, staff);
      const row = { digest, importId: seen.id, at: ctx.now };
      if (caseId === null) {
        const also: Also = (id) => [insertReport(ctx.db, { number, caseId: id, ...row }), done(verdict)];
        plans.push(await planImport(ctx, drawId(ctx.now, drawn), report, accusation, also));
        continue;
      }
      const before = files.find(({ file }) => file.row.id === caseId);
      if (!before) continue;
      const known = await lastAnswer(ctx.keys, before.words);
      const answer = report.answer === known ? null : report.answer;
      const also: Also = () => [updateReport(ctx.db, number, row), done(verdict)];
      plans.push(await planImportUpdate(ctx, before.file, { ...report, answer }, accusation, also));
    }
  }
  await commit(
    ctx.db,
    plans.filter(({ statements }) => statements.length > 0),
  );
}

/** So many in one millisecond would often draw the same. */
function drawId(now: number, drawn: Set<number>): number {
  let id = newId(now);
  while (drawn.has(id)) id = newId(now);
  drawn.add(id);
  return id;
}

/** By its class there, or because its words accuse somebody: it is kept as any accusation is (domain.md section 2). */
function accusationOf(
  { report, berkadar }: Verdict,
  rules: RouterContext,
  staff: readonly Staff[],
): Accusation | null {
  if (!report) return null;
  if (berkadar) return { holder: secretHolder('inspect', [], staff), berkadar: true, accused: [] };
  const { kind, title, text, place, category } = report;
  const found = decide(
    { kind, title, text, place, category, area: null, office: null, aboutOfficial: false },
    rules,
  );
  if (found.outcome !== 'held') return null;
  const accused = found.accused.map((office) => `office:${office}`);
  return { holder: secretHolder('verify', accused, staff), berkadar: false, accused };
}

export const importJob: LongJob = {
  step: importStep,
  unfinished: async (db) =>
    (await withRows(db)).filter(({ status }) => status === 'running').map(({ id }) => id),
};

/** Uploads are kept until their import is done, and at most a day. */
const KEPT = DAY;

/** Deletes what is over. @param at epoch ms */
export async function sweepImports(env: Env, at: number): Promise<void> {
  const db = openDb(env.DB);
  for (const row of await withRows(db)) {
    const over = row.status === 'done' || row.status === 'cancelled';
    if (over) await clean(env, db, row);
    else if (row.at < at - KEPT) await cancelImport(env, row);
  }
}

/** Gives an import up: what was carried out stays, the rest can be uploaded again. */
export async function cancelImport(env: Env, row: ImportRow): Promise<void> {
  const db = openDb(env.DB);
  if (await moveImport(db, row, { status: 'cancelled', doneAt: now() }))
    await clean(env, db, { ...row, status: 'cancelled' });
}

async function clean(env: Env, db: Ctx['db'], row: ImportRow): Promise<void> {
  if (row.objectKey === null) return;
  await deleteRows(env, row.objectKey, row.rows);
  await moveImport(db, row, { objectKey: null });
}
