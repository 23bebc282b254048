/** After a bulk reminder: one message for each holder, about all cases that were written down for them. */
import type { loadCases } from '../../cases/load.ts';
import { targetsOf } from '../../cases/verbs/remind.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { BULK_MOST, type BulkJob, readFiles, readItems } from '../bulk/queries.ts';
import { type AppContext, ctxOf, originOf } from '../http.ts';
import { remindersText } from './reminder.ts';

export interface ReminderGroup {
  id: string;
  name: string;
  count: number;
}

/** Whom the cases have now, as far as the person may still remind of them. */
async function grouped(c: AppContext, job: BulkJob) {
  const ctx = { ...(await ctxOf(c, { actor: c.var.actor, staff: c.var.signedIn })), shared: new Map() };
  const done = await readItems(c.var.db, job.id, { limit: BULK_MOST, status: 'done' });
  const files = await readFiles(
    ctx,
    done.map(({ caseId }) => caseId),
  );
  const groups = new Map<
    string,
    { name: string; number: string; files: Awaited<ReturnType<typeof loadCases>> }
  >();
  for (const file of files.values()) {
    const [first] = await targetsOf(ctx, file);
    if (!first) continue;
    const group = groups.get(first.id) ?? { name: first.name, number: first.number, files: [] };
    group.files.push(file);
    groups.set(first.id, group);
  }
  return groups;
}

export async function reminderGroups(c: AppContext, job: BulkJob): Promise<ReminderGroup[]> {
  const groups = await grouped(c, job);
  return [...groups].map(([id, { name, files }]) => ({ id, name, count: files.length }));
}

/** @throws AppError not_found for a holder that none of the reminded cases has (any more) */
export async function reminderLinkOf(c: AppContext, job: BulkJob, target: string): Promise<string> {
  if (job.verb !== 'remind') throw new AppError('not_found');
  const found = (await grouped(c, job)).get(target);
  if (!found) throw new AppError('not_found');
  const text = remindersText(c.var.regency, found.files, originOf(c), now());
  return `https://wa.me/${found.number}?text=${encodeURIComponent(text)}`;
}
