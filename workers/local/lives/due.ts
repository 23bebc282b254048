/** What the sweep had told of the cases that are still open by the end of their life, so that the next one finds nothing late. */
import type { Staff } from '../../../shared/permissions/people.ts';
import { planDue } from '../../features/reminders/plan.ts';
import { readDue } from '../../features/reminders/queries.ts';
import { commit } from '../../platform/db.ts';
import type { Stage } from './play.ts';

/** @param until epoch ms */
export async function tellDue(stage: Stage, ids: readonly number[], until: number): Promise<void> {
  const { db, keys, regency } = stage;
  const ctx = { db, keys, regency, now: until, actor: 'job:clock' as const, staff: null, reporterOf: null };
  const people: readonly Staff[] = stage.people;
  for (const file of await readDue(db, { case: ids, action: [] }, until))
    for (const { clock, told } of file.due) {
      const plan = await planDue({ ...ctx, request: null, hint: () => {} }, file, clock, told, people);
      const [outcome] = await commit(db, [plan]);
      if (!outcome?.ok) throw outcome?.error ?? new Error('Nothing was written');
    }
}
