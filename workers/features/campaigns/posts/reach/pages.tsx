/** /desk/kampanye/unggahan/jangkauan: reach from a table, first as a dry run row by row. */
import { Hono } from 'hono';
import { now } from '../../../../platform/clock.ts';
import { AppError } from '../../../../platform/problem.ts';
import { atMost } from '../../../api.ts';
import { pickedFile } from '../../../files.ts';
import type { AppContext, AppEnv } from '../../../http.ts';
import { ExportProblem, readCells } from '../../../sp4n/queries.ts';
import { requireRunner } from '../../doors.ts';
import { judgeReach } from './judge.ts';
import { REACH_MARK, type ReachRow, reachRows } from './rows.ts';
import { changesSchema, saveReach } from './save.ts';
import { ReachPage, ReachPreview, reachProblems } from './views/reach.tsx';

/** Relative to /desk/kampanye/unggahan/jangkauan. */
export const reachPages = new Hono<AppEnv>();

reachPages.use(requireRunner);

reachPages.get('/', (c) => show(c));

reachPages.post('/', atMost(6_000_000), async (c) => {
  const file = pickedFile((await c.req.parseBody()).file);
  const rows = file ? await rowsOf(new Uint8Array(await file.arrayBuffer())) : 'no_file';
  if (typeof rows === 'string') return show(c, rows);
  const { db, regency, signedIn } = c.var;
  const judged = await judgeReach(db, rows, regency.calendar.localDate(now()));
  return c.html(<ReachPreview regency={regency} who={signedIn} rows={judged} />);
});

reachPages.post('/simpan', atMost(2_500_000), async (c) => {
  const { changes } = await c.req.parseBody();
  const parsed = changesSchema.safeParse(jsonOf(String(changes ?? '')));
  if (!parsed.success) throw new AppError('invalid');
  const saved = await saveReach(c.var.db, parsed.data);
  const query = new URLSearchParams({ ok: String(saved), lewat: String(parsed.data.length - saved) });
  return c.redirect(`/desk/kampanye/unggahan/jangkauan?${query}`, 303);
});

async function rowsOf(bytes: Uint8Array<ArrayBuffer>): Promise<ReachRow[] | keyof typeof reachProblems> {
  try {
    const cells = await readCells(bytes, { mark: REACH_MARK, isThere: (rows) => reachRows(rows) !== null });
    const rows = reachRows(cells);
    return rows === null ? 'no_columns' : rows.length === 0 ? 'no_rows' : rows;
  } catch (error) {
    if (error instanceof ExportProblem && error.reason in reachProblems)
      return error.reason as keyof typeof reachProblems;
    throw error;
  }
}

function show(c: AppContext, problem?: keyof typeof reachProblems) {
  const { regency, signedIn } = c.var;
  const [saved, skipped] = [c.req.query('ok'), c.req.query('lewat')].map(Number);
  const done = c.req.query('ok') === undefined ? null : { saved: saved || 0, skipped: skipped || 0 };
  const page = { regency, who: signedIn, problem, done };
  return c.html(<ReachPage {...page} />, problem ? 422 : 200);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
