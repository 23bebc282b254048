/** The action plan in tests: who writes it, and an item to begin with. */
import { env } from 'cloudflare:workers';
import type { Staff } from '../../shared/permissions/people.ts';
import type { Doer } from '../../workers/features/doer.ts';
import type { ActionInput } from '../../workers/features/evaluation/actions/input.ts';
import { type ActionLine, actionsOf } from '../../workers/features/evaluation/actions/queries.ts';
import { addAction } from '../../workers/features/evaluation/actions/save.ts';
import { newKey } from '../../workers/platform/ids.ts';
import { openCampaign } from './campaign.ts';
import { doer } from './campaign-people.ts';
import { Desk } from './desk.ts';
import { addStaff, MONDAY, setClock } from './worker.ts';

export const PLAN = '/desk/evaluasi/rencana-aksi';

/** Due on Friday 24 July 2026, four working days after Monday. */
export const item = (more: Partial<ActionInput> = {}): ActionInput => ({
  ...{ activity: 'Pasang spanduk di setiap desa', office: 'PUPR', owner: null, target: null, budget: null },
  ...{ dueOn: '2026-07-24', decision: null, measure: null, program: null, goal: null },
  ...more,
});

/** Monday, with a campaign that items can point to, an administrator, and the liaison officer of PUPR. */
export async function openPlan(): Promise<{ admin: Desk; liaison: Staff }> {
  setClock(MONDAY);
  await openCampaign();
  return {
    admin: await Desk.of(await addStaff(['admin'], ['DISKOMINFOSP'], 'Andi Admin')),
    liaison: await addStaff(['liaison'], ['PUPR'], 'Lina Penghubung'),
  };
}

/** By an account. */
export const by = async (staff: Pick<Staff, 'id'>): Promise<Doer> => ({
  ...(await doer()),
  by: `staff:${staff.id}`,
});

export const planned = async (more: Partial<ActionInput> = {}): Promise<number> =>
  addAction(await doer(), item(more), newKey());

export async function lineOf(id: number): Promise<ActionLine> {
  const { db, regency, now } = await doer();
  const [line] = await actionsOf(db, regency, now, { ids: [id] });
  if (!line) throw new Error('no such item');
  return line;
}

/** What stands in a table, with the columns that are asked for. */
export const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
  (await env.DB.prepare(sql).all()).results;
