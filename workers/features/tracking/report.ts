/** Everything the reporter's page of a case shows. */
import { contestEnd } from '../../cases/due.ts';
import type { CaseFile } from '../../cases/load.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { type ErasureRequest, requestsOf } from '../../privacy/erasures.ts';
import type { AppContext } from '../http.ts';
import { type ActName, acts } from './forms.ts';
import { type ReporterView, reporterView } from './queries.ts';

export interface Report {
  view: ReporterView;
  /** Epoch ms. */
  now: number;
  /** Seq of the last entry shown. */
  seen: number;
  /** Forms that can be sent now. */
  acts: ActName[];
  /** Until when the answer may be contested (epoch ms); null when it cannot, or no more. */
  contestUntil: number | null;
  /** By when the reporter should complete (epoch ms). */
  completeBy: number | null;
  /** For erasure, and what became of them. */
  requests: ErasureRequest[];
  /** Mails go out, and a lost PIN can be renewed. */
  hasEmail: boolean;
}

/** @param file the case whose reporter is here; only what the reporter may know is taken from it */
export async function readReport(c: AppContext, file: CaseFile): Promise<Report> {
  const { db, keys, regency } = c.var;
  const view = await reporterView(db, keys, regency, file.row.code);
  if (!view) throw new AppError('not_found');
  const at = now();
  const requests = await requestsOf(db, keys, file.row.id);
  const pending = requests.some(({ doneAt }) => doneAt === null);
  const end =
    view.actions.includes('contest') && view.followed === null ? contestEnd(regency, file.row) : null;
  // As the verb judges it (cases/verbs/contest.ts).
  const contestUntil = end === null || at > end ? null : end;
  const names = Object.keys(acts) as ActName[];
  return {
    view,
    now: at,
    seen: view.entries.at(-1)?.seq ?? 0,
    acts: names.filter(
      (name) =>
        view.actions.includes(acts[name]) &&
        (name !== 'hapus-data' || !pending) &&
        (name !== 'keberatan' || contestUntil !== null || mayLeave(view, at)),
    ),
    contestUntil,
    completeBy: file.running.find((clock) => clock.clock === 'completeness')?.dueAt ?? null,
    requests,
    hasEmail: file.hasEmail,
  };
}

/** The reporter of a merged case may have it handled by itself again (cases/verbs/contest.ts). */
function mayLeave({ followed }: ReporterView, at: number): boolean {
  return followed !== null && (followed.leaveUntil === null || at <= followed.leaveUntil);
}
