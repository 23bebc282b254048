/** The history of an item as it is shown to staff. */
import { type ActionState, actionStateNames } from '../../../../shared/action.ts';
import type { Db } from '../../../platform/db.ts';
import type { Keys } from '../../../privacy/keys.ts';
import { openShown } from '../../../privacy/seal.ts';
import { staffNames } from '../../staff/queries.ts';
import { notePlace, type StepRow, stepsOf } from './queries.ts';

export interface ShownStep {
  /** What became of it, in words. */
  title: string;
  state: ActionState;
  note: string | null;
  who: string;
  /** Epoch ms. */
  at: number;
}

/** The newest first. */
export async function historyOf(db: Db, keys: Keys, id: number): Promise<ShownStep[]> {
  const rows = await stepsOf(db, id);
  const people = await staffNames(
    db,
    rows.flatMap(({ by }) => (by.startsWith('staff:') ? [Number(by.slice(6))] : [])),
  );
  return Promise.all(
    rows.map(async (row, index) => ({
      title: titleOf(row, rows[index + 1]),
      state: row.state,
      note: await openShown(keys, notePlace(id, row.seq), row.note),
      who: nameOf(row.by, people),
      at: row.at,
    })),
  );
}

function nameOf(by: string, people: ReadonlyMap<number, string>): string {
  if (by.startsWith('key:')) return 'Aplikasi terhubung';
  return people.get(Number(by.slice(6))) ?? 'Kanal';
}

function titleOf(row: StepRow, before: StepRow | undefined): string {
  if (row.seq === 1) return 'Ditulis ke rencana aksi';
  const told = [
    ...(row.state === before?.state ? [] : [actionStateNames[row.state]]),
    ...(row.progress === before?.progress ? [] : [`kemajuan ${row.progress}\u00a0%`]),
  ];
  return told.length === 0 ? 'Catatan' : told.join(', ').replace(/^k/, 'K');
}
